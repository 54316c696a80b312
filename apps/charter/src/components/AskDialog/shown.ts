// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a reader has in front of them: one version of the charter in one language. */

import type { Owner, PendingCharter, Version } from '../../../contract.ts'

import { noteIn } from '../../logic/changeNote.ts'
import { canWait } from '../../logic/standing.ts'

/** What is shown, and what an answer to it has to say. */
export interface Shown {
	/** Id of the version. */
	version: number
	owner: Owner
	/** Name of the host; empty for the association. */
	ownerName: string
	language: string
	/** Languages it can be read in. */
	languages: string[]
	/** Fingerprint of the text in this language. */
	textHash: string
	title: string
	summary: string[]
	/** Markdown; null as long as only the summary was loaded. */
	body: string | null
	/** What has changed since the version before; empty where nothing was said. */
	changeNote: string
	/** When an answer becomes overdue, seconds since 1970; null = never. */
	deadline: number | null
	/** Whether the answer can still be put off. */
	canWait: boolean
}

/**
 * What the page carries: enough to ask, not the whole text.
 *
 * @param pending initial state of the page
 */
export function fromPending(pending: PendingCharter): Shown {
	const { version, owner, ownerName, language, languages, textHash, title, summary, changeNote, deadline, canWait } = pending
	return { version, owner, ownerName, language, languages, textHash, title, summary, body: null, changeNote, deadline, canWait }
}

/**
 * A whole version in one of its languages.
 *
 * @param version the version
 * @param wanted languages, the most wanted first
 */
export function fromVersion(version: Version, ...wanted: (string | null)[]): Shown {
	const { owner, ownerName, deadline, defaultLanguage } = version
	const languages = Object.keys(version.texts)
	const language = wanted.find((one) => one !== null && languages.includes(one)) ?? defaultLanguage
	const { title = '', summary = [], body = '' } = version.texts[language] ?? {}
	return {
		version: version.id,
		owner,
		ownerName,
		language,
		languages,
		textHash: version.hashes[language] ?? '',
		title,
		summary,
		body,
		changeNote: noteIn(version, language),
		deadline,
		canWait: canWait(version, Date.now() / 1000),
	}
}

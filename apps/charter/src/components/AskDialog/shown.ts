// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a reader has in front of them: one version of the charter in one language. */

import type { PendingCharter, Version } from '../../../contract.ts'

/** What is shown, and what an answer to it has to say. */
export interface Shown {
	/** Id of the version. */
	version: number
	language: string
	/** Languages it can be read in. */
	languages: string[]
	/** Fingerprint of the text in this language. */
	textHash: string
	title: string
	summary: string[]
	/** Markdown; null as long as only the summary was loaded. */
	body: string | null
}

/**
 * What the page carries: enough to ask, not the whole text.
 *
 * @param pending initial state of the page
 */
export function fromPending(pending: PendingCharter): Shown {
	const { version, language, languages, textHash, title, summary } = pending
	return { version, language, languages, textHash, title, summary, body: null }
}

/**
 * A whole version in one of its languages.
 *
 * @param version the version
 * @param wanted languages, the most wanted first
 */
export function fromVersion(version: Version, ...wanted: (string | null)[]): Shown {
	const languages = Object.keys(version.texts)
	const language = wanted.find((one) => one !== null && languages.includes(one)) ?? version.defaultLanguage
	const { title = '', summary = [], body = '' } = version.texts[language] ?? {}
	return { version: version.id, language, languages, textHash: version.hashes[language] ?? '', title, summary, body }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter an admin is writing: its texts in several languages, and how they become a publication. */

import type { CharterText, Version } from '../../../contract.ts'
import type { Publication } from '../../api/versions.ts'

/** Sentences an empty form begins with. */
const SENTENCES = 3

/** The most sentences the server takes. */
export const MOST_SENTENCES = 20

/** What stands in the form. */
export interface Draft {
	defaultLanguage: string
	/** Language → text, in the order of the tabs. */
	texts: Record<string, CharterText>
}

/** A text with nothing written yet. */
export function emptyText(): CharterText {
	return { title: '', summary: Array<string>(SENTENCES).fill(''), body: '' }
}

/**
 * The draft to begin with: the charter in force, or nothing.
 *
 * @param version the charter in force
 * @param language of the page, for a first charter
 */
export function draftOf(version: Version | null, language: string): Draft {
	return version
		? { defaultLanguage: version.defaultLanguage, texts: JSON.parse(JSON.stringify(version.texts)) }
		: { defaultLanguage: language, texts: { [language]: emptyText() } }
}

/**
 * Takes empty sentences out, so that the place the server finds fault with is the place in the form. One is left.
 *
 * @param draft changed in place
 */
export function tidy(draft: Draft): void {
	for (const text of Object.values(draft.texts)) {
		const written = text.summary.filter((sentence) => sentence.trim() !== '')
		text.summary = written.length > 0 ? written : ['']
	}
}

/**
 * The first place where something has to be written, the main language before the others.
 *
 * @param draft tidy
 * @return path of the field as the server names it, undefined where nothing is missing
 */
export function firstGap(draft: Draft): string | undefined {
	const languages = Object.keys(draft.texts).sort((a, b) => Number(b === draft.defaultLanguage) - Number(a === draft.defaultLanguage))
	for (const language of languages) {
		const { title = '', summary = [], body = '' } = draft.texts[language] ?? {}
		const gap = [['title', title], ['summary.0', summary[0] ?? ''], ['body', body]].find(([, written]) => written?.trim() === '')
		if (gap) {
			return `texts.${language}.${gap[0]}`
		}
	}
	return undefined
}

/**
 * What to send.
 *
 * @param draft tidy
 * @param after id of the newest version the admin knows of, 0 for none
 */
export function toPublication(draft: Draft, after: number): Publication {
	const texts = Object.entries(draft.texts).map(([language, { title, summary, body }]) => {
		return [language, { title: title.trim(), summary: summary.map((sentence) => sentence.trim().replace(/\s*\n\s*/g, ' ')), body: body.trim() }]
	})
	return { defaultLanguage: draft.defaultLanguage, texts: Object.fromEntries(texts), after }
}

/**
 * Whether somebody has written anything in a text.
 *
 * @param text the text
 */
export function isWritten({ title, summary, body }: CharterText): boolean {
	return [title, ...summary, body].some((part) => part.trim() !== '')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter that is being written: its texts in several languages, and what may be missing in them. */

import type { CharterText, Version } from '../../../contract.ts'

/** Sentences an empty form begins with. */
const SENTENCES = 3

/** What stands in the editor: anything may be missing. */
export interface Draft {
	/** The language to fall back on. */
	defaultLanguage: string
	/** Language → text, in the order of the buttons. */
	texts: Record<string, CharterText>
}

/** A text with nothing written yet. */
export function emptyText(): CharterText {
	return { title: '', summary: Array<string>(SENTENCES).fill(''), body: '' }
}

/**
 * A draft with nothing written yet.
 *
 * @param language its only and main language
 */
export function emptyDraft(language: string): Draft {
	return { defaultLanguage: language, texts: { [language]: emptyText() } }
}

/**
 * A draft that begins with a published version.
 *
 * @param version is not touched
 */
export function draftOf({ defaultLanguage, texts }: Version): Draft {
	return copyOf({ defaultLanguage, texts })
}

/**
 * A copy that shares nothing.
 *
 * @param draft may be reactive
 */
export function copyOf<T>(draft: T): T {
	return JSON.parse(JSON.stringify(draft)) as T
}

/**
 * Whether two texts say the same.
 *
 * @param a undefined for none
 * @param b undefined for none
 */
export function sameText(a: CharterText | undefined, b: CharterText | undefined): boolean {
	const parts = (text: CharterText | undefined) => JSON.stringify(text && [text.title, text.summary, text.body])
	return parts(a) === parts(b)
}

/**
 * Whether two drafts say the same; the order of the languages does not count.
 *
 * @param a null for none
 * @param b null for none
 */
export function sameDraft(a: Draft | null, b: Draft | null): boolean {
	if (a === null || b === null) {
		return a === b
	}
	const languages = new Set([...Object.keys(a.texts), ...Object.keys(b.texts)])
	return a.defaultLanguage === b.defaultLanguage && [...languages].every((language) => sameText(a.texts[language], b.texts[language]))
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
 * Whether somebody has written anything in a text.
 *
 * @param text the text
 */
export function isWritten({ title, summary, body }: CharterText): boolean {
	return [title, ...summary, body].some((part) => part.trim() !== '')
}

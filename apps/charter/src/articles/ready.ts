// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The ready articles a charter can be composed of. They are texts for people, not of the screen: no translation files. */

/** One article, in one language. */
export interface Article {
	/** The same in all languages. */
	id: string
	/** Heading in the whole text. */
	title: string
	/** Says it all in short, for the summary. */
	sentence: string
	/** Says it in full, for the whole text; Markdown. */
	paragraph: string
}

const languages: Record<string, () => Promise<Article[]>> = {
	en: () => import('./en.ts').then(({ articles }) => articles),
	fr: () => import('./fr.ts').then(({ articles }) => articles),
}

/**
 * The language whose ready articles fit a language.
 *
 * @param language as Nextcloud names it: `fr_CA` has those of `fr`
 * @return undefined where there are none
 */
export function readyLanguage(language: string): string | undefined {
	const base = language.split('_', 1)[0]!
	return Object.hasOwn(languages, base) ? base : undefined
}

/**
 * Loads the ready articles of a language, in the order in which they are offered.
 *
 * @param language as Nextcloud names it
 * @return none where there are none
 */
export async function loadArticles(language: string): Promise<Article[]> {
	const ready = readyLanguage(language)
	return ready === undefined ? [] : languages[ready]!()
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Words that were written by people, in the language of who reads. */

/**
 * The words in the reader's language: exactly it, else the same language without its region. PHP: Words::best().
 *
 * @param words language → words
 * @param language Nextcloud's code of the reader
 * @return null where there are none in that language: then the built-in words are better than foreign ones
 */
export function bestWords<T>(words: Readonly<Record<string, T>>, language: string): T | null {
	const found = [language, language.split('_', 1)[0] ?? language].find((one) => Object.hasOwn(words, one))
	return found === undefined ? null : words[found] ?? null
}

/**
 * The same for what has no built-in words: then English, then the first there are. PHP: Words::any().
 *
 * @param words language → words
 * @param language Nextcloud's code of the reader
 * @return null where there are none at all
 */
export function anyWords<T>(words: Readonly<Record<string, T>>, language: string): T | null {
	return bestWords(words, language) ?? bestWords(words, 'en') ?? Object.values(words)[0] ?? null
}

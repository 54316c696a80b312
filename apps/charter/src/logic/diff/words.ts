// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What texts are compared by: paragraphs, words, signs. */

/** A paragraph with the empty lines after it. */
export const PARAGRAPH = /[^\n]*\n[\r\n]*|[^\n]+$/g

/** Scripts that put no spaces between words: each sign is compared by itself. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const SIGN = '\\S(?:[\\p{M}\\p{Emoji_Modifier}]|\\u200D\\S)*'
const WORD = `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|${SIGN}`
const SPACE = '[^\\S\\r\\n]+'
const LINE_END = '\\r\\n|[\\r\\n]'
/** Spaces stay with the word before them: otherwise they would be what any two texts have in common. */
export const WORDS = new RegExp(`${LINE_END}|${SPACE}|(?:${WORD})(?:${SPACE})?`, 'gu')
/** Words, spaces and line ends, each by itself. */
export const WORDS_AND_SPACES = new RegExp(`${LINE_END}|${SPACE}|${WORD}`, 'gu')
/** The first of these. */
export const FIRST_WORD = new RegExp(WORDS_AND_SPACES.source, 'u')

/**
 * Cuts a text.
 *
 * @param text any text
 * @param pattern one of the patterns above; each covers every character
 */
export function split(text: string, pattern: RegExp): string[] {
	return text.match(pattern) ?? []
}

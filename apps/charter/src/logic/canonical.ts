// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The canonical form of a charter's text: the bytes whose SHA-256 stands for exactly this text, in any language of programming. */

/** A charter in one language. */
export interface LanguageText {
	/** Nextcloud's language code. */
	language: string
	title: string
	summary: readonly string[]
	/** Markdown. */
	body: string
}

/** What an answer's hash is made of. */
export interface ChainedAnswer {
	/** 1, 2, 3 … over the whole space. */
	number: number
	/** Hash of the answer with the number before; null for the first. */
	previous: string | null
	/** Id of the version answered to. */
	version: number
	language: string
	textHash: string
	choice: 'accepted' | 'declined'
	/** Seconds since 1970. */
	at: number
	/** The random token of the account, 32 hexadecimal digits. */
	person: string
}

/**
 * The canonical text. Each part is announced with its length in bytes of UTF-8, so no text can pass for two others.
 * Nothing is normalised: a CRLF or a combining accent is kept as it was written. PHP: Canonical::text().
 *
 * @param text the charter in one language
 * @return the canonical form; hash its UTF-8
 */
export function canonicalText({ language, title, summary, body }: LanguageText): string {
	return [
		'ensemble-charter-text 1\n',
		part('language', language),
		part('title', title),
		...summary.map((sentence) => part('sentence', sentence)),
		part('body', body),
	].join('')
}

function part(name: string, text: string): string {
	return `${name} ${new TextEncoder().encode(text).length}\n${text}\n`
}

/** Stands for the hash before the first one. */
export const NO_PREVIOUS = '0'.repeat(64)

/**
 * The canonical form of an answer; its SHA-256 is the answer's hash and goes into the next one. PHP: Canonical::answer().
 *
 * @param answer the answer and the hash of the one before it
 * @return the canonical form; hash its UTF-8
 */
export function canonicalAnswer(answer: ChainedAnswer): string {
	return `ensemble-charter-answer 1\nnumber ${answer.number}\nprevious ${answer.previous ?? NO_PREVIOUS}\nversion ${answer.version}\n`
		+ `language ${answer.language}\ntext ${answer.textHash}\nchoice ${answer.choice}\nat ${answer.at}\nperson ${answer.person}\n`
}

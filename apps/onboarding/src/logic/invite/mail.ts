// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads mail addresses as people write them into lists. */

/** What stands in a field for mail addresses. */
export interface MailField {
	/** The address in small letters, as Nextcloud keeps it; empty where there is none. */
	mail: string
	/** A name written beside it, as in `Anna <anna@example.org>`; may be empty. */
	name: string
	/** Why there is no address. */
	problem: 'bad_mail' | 'no_mail' | 'several_mails' | null
}

const LOCAL = /^(?!\.)(?!.*\.\.)(?!.*\.$)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u
const LOOKS_LIKE_ONE = /[^\s@<>"(),;:|]+@[^\s@<>"(),;:|]+/g

/**
 * Reads a field.
 *
 * @param field what stands in it
 */
export function readMail(field: string): MailField {
	const text = field.trim()
	if (text === '') {
		return { mail: '', name: '', problem: 'no_mail' }
	}
	if (mailsIn(text) > 1) {
		return { mail: '', name: '', problem: 'several_mails' }
	}
	const [, name = '', inside] = /^(.*?)<([^<>]*)>$/.exec(text) ?? []
	const mail = (inside ?? text).trim().replace(/^mailto:/i, '').toLowerCase()
	return isMail(mail)
		? { mail, name: name.trim().replace(/^"(.*)"$/, '$1').trim(), problem: null }
		: { mail: '', name: '', problem: 'bad_mail' }
}

/**
 * How many things in a text look like mail addresses.
 *
 * @param text any
 */
export function mailsIn(text: string): number {
	return text.match(LOOKS_LIKE_ONE)?.length ?? 0
}

/**
 * Whether mails can be sent to it, as far as its form tells: with a domain that has a dot, and no comments or quotes,
 * which nobody uses.
 *
 * @param mail in small letters
 */
export function isMail(mail: string): boolean {
	const at = mail.lastIndexOf('@')
	const labels = mail.slice(at + 1).split('.')
	return at > 0 && mail.length <= 254
		&& LOCAL.test(mail.slice(0, at))
		&& labels.length > 1 && labels.every((label) => LABEL.test(label))
		&& /^\p{L}.+$/u.test(labels.at(-1)!)
}

/**
 * Puts each of several addresses on a line of its own, as mail programs list them: `Anna <anna@example.org>, ben@example.org`
 *
 * @param text a list in which lines hold several
 */
export function onePerLine(text: string): string {
	return text.split(/\r\n|\n|\r/).map((line) => mailsIn(line) < 2 ? line : apart(line)).join('\n')
}

function apart(line: string): string {
	// A comma in a name ("Dupont, Anna <anna@…>") is no end: only one behind an address is.
	return line.replace(/([^\s@<>"(),;:|]+@[^\s@<>"(),;:|]+>?)\s*[,;|\t]\s*/g, '$1\n').replace(/([^\s@<>"(),;:|]+@[^\s@<>"(),;:|]+) +(?=[^\s<]*@)/g, '$1\n')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Login names: which Nextcloud takes, and how one is made where a list has none. */

/** Longest that Nextcloud takes. */
const LONGEST = 64

/** Names of files in Nextcloud's data folder, which it refuses (lib/private/User/Manager.php). */
const RESERVED = ['.htaccess', 'files_external', '__groupfolders', '.ncdata', 'owncloud.log', 'nextcloud.log', 'updater.log', 'audit.log']

/** Letters that are no letter with a sign above or below. */
const LETTERS: Record<string, string> = { æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * Whether Nextcloud takes a login name. Source: OC\User\Manager::validateUserId().
 *
 * @param login as it was written
 */
export function isLogin(login: string): boolean {
	return /^[a-zA-Z0-9 _.@\-']{1,64}$/.test(login)
		&& login.trim() === login
		&& !/^\.{1,2}$/.test(login)
		&& !RESERVED.includes(login.toLowerCase())
		&& !login.toLowerCase().startsWith('appdata_')
}

/**
 * Whether two login names are the same to Nextcloud: it does not tell capital letters from small ones.
 *
 * @param login as it was written
 * @return what to compare
 */
export function loginKey(login: string): string {
	return login.toLowerCase()
}

/** Makes one login name after the other, each different. */
export interface LoginMaker {
	/**
	 * Makes a login name: `anna.dupont` of a name, else what stands before the @ of the mail address. A number follows
	 * where it is taken.
	 *
	 * @param name of the person, may be empty
	 * @param mail address, may be empty
	 */
	make: (name: string, mail: string) => string
	/** A login name that cannot be had. */
	take: (login: string) => void
}

/** Makes login names for a list. */
export function loginMaker(): LoginMaker {
	const taken = new Set<string>()
	/** What was wanted → the number to try next; a list may have thousands of the same name. */
	const numbers = new Map<string, number>()
	const take = (login: string) => void taken.add(loginKey(login))

	function make(name: string, mail: string) {
		const wanted = [name, mail.split('@')[0]!].map(plain).find((login) => login.length > 1 && isLogin(login)) ?? 'member'
		let number = numbers.get(wanted) ?? 2
		let login = wanted
		while (taken.has(loginKey(login))) {
			login = `${wanted.slice(0, LONGEST - 6)}${number++}`
		}
		numbers.set(wanted, number)
		take(login)
		return login
	}
	return { make, take }
}

/** Small Latin letters, digits and dots. */
function plain(text: string): string {
	return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
		.replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? ' ')
		.replace(/['’]/g, '')
		.replace(/[^a-z0-9_-]+/g, '.')
		.slice(0, LONGEST)
		.replace(/^[.-]+|[.-]+$/g, '')
}

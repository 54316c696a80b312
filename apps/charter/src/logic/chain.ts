// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Checks an export: the hashes of the texts and the chain of answers. docs/verify-charter.mjs does the same on its own. */

import type { CharterText, Link } from '../../contract.ts'

import { canonicalAnswer, canonicalText, NO_PREVIOUS } from './canonical.ts'

/** What of an export is checked. */
export interface Evidence {
	versions: ReadonlyArray<{ id: number, texts: Readonly<Record<string, CharterText>>, hashes: Readonly<Record<string, string>> }>
	/** By number. Account and reason are in no hash, so that they can be deleted. */
	answers: ReadonlyArray<Omit<Link, 'account' | 'reason'>>
}

/** What came of a check. */
export interface Verification {
	valid: boolean
	/** How many answers there are. */
	answers: number
	/** Place in the chain, from 1, of the first answer that does not fit; null if all fit. */
	broken: number | null
	/** Hash of the last answer; 64 zeros for none. */
	head: string
}

/**
 * Checks an export. Each answer must follow the one before it, have been given to a text that is there unchanged, and
 * carry the hash of what it says. A chain that was cut short at its end still fits: compare `head` with one noted earlier.
 *
 * @param evidence versions and answers
 * @param sha256 hash of a text's UTF-8, lower-case hexadecimal
 */
export async function verify({ versions, answers }: Evidence, sha256: (text: string) => Promise<string> | string): Promise<Verification> {
	const { hashes, fit } = await textHashes(versions, sha256)
	let broken: number | null = null
	let previous = NO_PREVIOUS
	for (const [index, link] of answers.entries()) {
		const follows = link.number === index + 1 && link.previous === previous
		if (!follows || hashes.get(`${link.version} ${link.language}`) !== link.textHash || await sha256(canonicalAnswer(link)) !== link.hash) {
			broken = index + 1
			break
		}
		previous = link.hash
	}
	return { valid: fit && broken === null, answers: answers.length, broken, head: answers.at(-1)?.hash ?? NO_PREVIOUS }
}

/** The hashes that the texts really have, by `<version> <language>`, and whether they are the ones that the versions tell. */
async function textHashes(versions: Evidence['versions'], sha256: (text: string) => Promise<string> | string): Promise<{ hashes: Map<string, string>, fit: boolean }> {
	const hashes = new Map<string, string>()
	// Of two versions with one id, either could be the one that was answered.
	let fit = new Set(versions.map(({ id }) => id)).size === versions.length
	for (const { id, texts, hashes: told } of versions) {
		fit &&= Object.keys(told).every((language) => Object.hasOwn(texts, language))
		for (const [language, text] of Object.entries(texts)) {
			const hash = await sha256(canonicalText({ language, ...text }))
			hashes.set(`${id} ${language}`, hash)
			fit &&= told[language] === hash
		}
	}
	return { hashes, fit }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What changed in the space, told once after an update of the pack. */

import type { Pending } from '../../contract.ts'

import { anyWords, bestWords } from './words.ts'

/** The member-facing part of the changelog, as news.json has it. */
export interface News {
	/** Of the pack that brought it: numbers with dots between them. */
	version: string
	/** Language → lines, plain text. */
	lines: Readonly<Record<string, readonly string[]>>
}

/** More than three lines nobody reads. */
const MOST_LINES = 3

/** Below 0 where the first is the older one. Both must be versions. */
function compare(one: string, other: string): number {
	const [left, right] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
	const differing = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => (left[at] ?? 0) - (right[at] ?? 0))
	return differing.find((difference) => difference !== 0) ?? 0
}

/**
 * What a page carries. PHP: News::due().
 *
 * @param news the newest there are
 * @param read the version that the person has read about; null = none: the account is older than the news
 * @param language Nextcloud's code of the reader
 * @param guest whether it is an account of the guests app, which is left alone
 * @return null for nothing
 */
export function newsDue({ version, lines }: News, read: string | null, language: string, guest: boolean): Pending['news'] {
	const words = bestWords(lines, language) ?? anyWords(lines, 'en') ?? []
	if (guest || words.length === 0 || (read !== null && compare(version, read) <= 0)) {
		return null
	}
	return { version, lines: words.slice(0, MOST_LINES) }
}

/**
 * What to remember when a person has read what came with a page. The page may be older than the last update, and
 * nobody reads about what is not there yet. PHP: News::read().
 *
 * @param read the version that they had read about; null = none
 * @param version as it came with the page
 * @param now the newest there are
 */
export function newsRead(read: string | null, version: string, now: string): string | null {
	if (!/^\d{1,6}(\.\d{1,6})*$/.test(version)) {
		return read
	}
	const most = compare(version, now) > 0 ? now : version
	return read !== null && compare(read, most) > 0 ? read : most
}

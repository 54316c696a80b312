// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of who answered what as a file for spreadsheets, and what files are called. */

import type { MemberStatus } from '../../contract.ts'

import { toCsv } from '@ensemble/shared/csv'

/** The words of the file, in the reader's language. */
export interface CsvWords {
	/** Headings: name, account, standing, date, language, reason. */
	columns: readonly [string, string, string, string, string, string]
	/** A standing in words. */
	standing(standing: MemberStatus['standing']): string
	/** A moment in words; seconds since 1970. */
	date(at: number): string
}

/**
 * The list of who answered what as CSV.
 *
 * @param members the lines of the list
 * @param words in the reader's language
 */
export function statusCsv(members: readonly MemberStatus[], words: CsvWords): string {
	return toCsv([
		words.columns,
		...members.map(({ name, account, standing, at, language, reason }) => [name, account, words.standing(standing), at === null ? '' : words.date(at), language ?? '', reason]),
	])
}

/**
 * The name of a file with today's date in it: `charter-2026-11-22.csv`.
 *
 * @param name begins the name, as `charter`
 * @param ending `csv` or `json`
 * @param now the moment, in whose local day the file is named
 */
export function datedFileName(name: string, ending: string, now: Date): string {
	const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
	return `${name}-${day}.${ending}`
}

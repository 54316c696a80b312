// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Levels as rows of a table, and from which of them on something happens. */

import { t } from '../../l10n.ts'

/** As the contract's, which would bring its whole library into the page: more than any level, so never. */
export const NEVER = 101
/** At every level, also after the first one has been changed. */
const ALWAYS = 1

/** From which row on something happens. */
export interface Start {
	/** Index of the first row; the number of rows = at none. */
	row: number
	/** As it is stored: percent, or NEVER. */
	from: number
}

/** What the rows say, or what is wrong with them. */
export type LevelsReading = { levels: number[] } | { row: number, error: string }

/**
 * Where something starts.
 *
 * @param from percent, as it is stored
 * @param levels percentages, rising
 */
export function startOf(from: number, levels: readonly number[]): Start {
	const row = levels.findIndex((level) => level >= from)
	return { row: row === -1 ? levels.length : row, from }
}

/**
 * What is to be stored. As long as it comes to the same, that is what was stored before.
 *
 * @param start first row
 * @param levels the rows' percentages
 */
export function fromOf({ row, from }: Start, levels: readonly number[]): number {
	if (startOf(from, levels).row === Math.min(row, levels.length)) {
		return from
	}
	return row === 0 ? ALWAYS : levels[row] ?? NEVER
}

/**
 * Reads the rows. An empty field is a mistake, not a zero.
 *
 * @param rows what stands in the fields
 */
export function readLevels(rows: readonly string[]): LevelsReading {
	const levels: number[] = []
	for (const [row, written] of rows.entries()) {
		const text = written.trim().replace(/\s*%$/, '')
		const level = Number(text)
		if (!/^\d{1,3}$/.test(text) || level < 1 || level > 100) {
			return { row, error: t('Please write a whole number from 1 to 100.') }
		}
		if (level <= (levels.at(-1) ?? 0)) {
			return { row, error: t('This must be more than the level above it.') }
		}
		levels.push(level)
	}
	return { levels }
}

/**
 * A mark was set or taken away. What happens at a level happens at every higher one.
 *
 * @param row whose mark
 * @param on whether it was set
 * @return the first row that has the mark now
 */
export function rowAfterMark(row: number, on: boolean): number {
	return on ? row : row + 1
}

/**
 * A row was taken away.
 *
 * @param start where something starts
 * @param row which row is gone
 */
export function withoutRow(start: Start, row: number): Start {
	return { ...start, row: start.row > row ? start.row - 1 : start.row }
}

/**
 * A row was added at the end: something that happened at none still happens at none.
 *
 * @param start where something starts
 * @param rows number of rows before
 */
export function withRow(start: Start, rows: number): Start {
	return { ...start, row: start.row >= rows ? rows + 1 : start.row }
}

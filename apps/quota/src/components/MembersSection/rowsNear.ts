// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which rows of a long table are near the screen: pure arithmetic, so that it can be tested without one. */

/** Rows that are there, and the room of those that are not. */
export interface RowsNear {
	/** Index of the first row, and of the first one after the last. */
	from: number
	to: number
	/** Room for the rows above and below, pixels. */
	above: number
	below: number
}

/**
 * The rows of which some part is between two heights. There is always at least one.
 *
 * @param heights index → height in pixels; rows that are missing count as the mean of those that are known
 * @param count how many rows there are
 * @param guess height where none is known, pixels
 * @param range pixels below the top of the first row
 * @param range.top where it begins
 * @param range.bottom where it ends
 */
export function rowsNear(heights: readonly number[], count: number, guess: number, { top, bottom }: { top: number, bottom: number }): RowsNear {
	const known = heights.filter((height) => height > 0)
	const mean = known.length > 0 ? known.reduce((sum, height) => sum + height, 0) / known.length : guess
	const height = (row: number) => heights[row] ?? mean
	let from = 0
	let above = 0
	while (from < count - 1 && above + height(from) <= top) {
		above += height(from++)
	}
	let to = from
	let end = above
	while (to < count && (to === from || end < bottom)) {
		end += height(to++)
	}
	let below = 0
	for (let row = to; row < count; row++) {
		below += height(row)
	}
	return { from, to, above, below }
}

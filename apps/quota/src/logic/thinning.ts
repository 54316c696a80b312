// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which days of the history stay. PHP: Thinning. */

/** Every day stays so long. */
const DAILY = 60
/** After so many days nothing stays but what still held at their beginning. */
const KEPT = 400

/**
 * The days that stay of one account's history, or of the space's: all of the last 60 days; before that the newest of
 * each week, to 400 days; and of what is older still the newest one, since a row holds until the next one.
 *
 * @param days days since 1970, in any order
 * @param today days since 1970
 * @return those that stay, the oldest first
 */
export function staying(days: readonly number[], today: number): number[] {
	const sorted = days.toSorted((a, b) => a - b)
	const age = (day: number) => today - day
	const daily = sorted.filter((day) => age(day) <= DAILY)
	const between = sorted.filter((day) => age(day) > DAILY && age(day) <= KEPT)
	const weekly = between.filter((day, index) => week(between[index + 1]) !== week(day))
	return [...sorted.filter((day) => age(day) > KEPT).slice(-1), ...weekly, ...daily]
}

/** Weeks since 1970, from Monday on: the first of January 1970 was a Thursday. */
function week(day: number | undefined): number | null {
	return day === undefined ? null : Math.floor((day + 3) / 7)
}

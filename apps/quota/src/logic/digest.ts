// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the weekly mail to admins is due. PHP: Notices\Digest. */

import { localTime } from './localTime.ts'

/** Hour of the day. */
const HOUR = 8
/** After two days without a run it is given up: nobody is told of last week. */
const PATIENCE_DAYS = 2
const DAY = 86_400_000

/**
 * Which week's mail is due.
 *
 * @param now seconds since 1970
 * @param timezone of the space, IANA name
 * @param wanted 1 = Monday … 7 = Sunday; 0 = none
 * @return ISO year and week as 202647; null = none is due
 */
export function digestWeek(now: number, timezone: string, wanted: number): number | null {
	const local = localTime(now, timezone).getTime()
	const midnight = Math.floor(local / DAY) * DAY
	for (let back = 0; back <= PATIENCE_DAYS; back++) {
		const day = midnight - back * DAY
		if (weekday(day) === wanted) {
			const late = local - day - HOUR * 3_600_000
			return late >= 0 && late < PATIENCE_DAYS * DAY ? isoWeek(day) : null
		}
	}
	return null
}

/** 1 = Monday … 7 = Sunday; 1970 began on a Thursday. */
function weekday(midnight: number): number {
	return (midnight / DAY + 3) % 7 + 1
}

/** The week belongs to the year that its Thursday is in. */
function isoWeek(midnight: number): number {
	const thursday = midnight + (4 - weekday(midnight)) * DAY
	const year = new Date(thursday).getUTCFullYear()
	return year * 100 + Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The hours in which nobody is disturbed. PHP: Notices\QuietHours. */

import { localTime } from './localTime.ts'

/** Hours of the day, `from` included, `to` not. */
export interface QuietHours {
	from: number
	to: number
}

/**
 * Whether it is a quiet hour where the reader is.
 *
 * @param now seconds since 1970
 * @param timezone IANA name; one that is not known counts as UTC
 * @param hours null = none; the same hour twice = none; from > to goes over midnight
 */
export function isQuiet(now: number, timezone: string, hours: QuietHours | null): boolean {
	if (hours === null || hours.from === hours.to) {
		return false
	}
	const hour = localTime(now, timezone).getUTCHours()
	return hours.from < hours.to
		? hour >= hours.from && hour < hours.to
		: hour >= hours.from || hour < hours.to
}

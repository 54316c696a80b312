// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the ask comes back after "later". */

/** Hour of the day, local time: early enough for every morning, and no clock of today is put forward over it. */
const HOUR = 4

/**
 * 04:00 in the person's time zone on the n-th day after today. PHP: Later::until().
 *
 * @param now seconds since 1970
 * @param timezone IANA name; one that is not known counts as UTC
 * @param days 1 = tomorrow
 * @return seconds since 1970
 */
export function laterUntil(now: number, timezone: string, days: number): number {
	const { year, month, day } = localTime(now, timezone)
	const wanted = Date.UTC(year, month - 1, day + days, HOUR) / 1000
	// The offset at the wanted moment is only known once the moment is: two steps settle it on either side of a change.
	const first = wanted - offset(wanted, timezone)
	return wanted - offset(first, timezone)
}

/** Seconds that local time is ahead of UTC. */
function offset(at: number, timezone: string): number {
	const { year, month, day, hour, minute, second } = localTime(at, timezone)
	return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at
}

type LocalTime = Record<'day' | 'hour' | 'minute' | 'month' | 'second' | 'year', number>

function localTime(at: number, timezone: string): LocalTime {
	const parts = formatter(timezone).formatToParts(new Date(at * 1000))
	const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
	return { year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute'), second: number('second') }
}

function formatter(timezone: string): Intl.DateTimeFormat {
	const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' }
	try {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: timezone })
	} catch {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
	}
}

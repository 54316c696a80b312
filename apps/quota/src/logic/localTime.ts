// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What clock and calendar show somewhere. */

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Date and time in a time zone, as if that were UTC: good for hours, days and weeks, not for comparing two zones.
 *
 * @param now seconds since 1970
 * @param timezone IANA name; one that is not known counts as UTC
 */
export function localTime(now: number, timezone: string): Date {
	let formatter = formatters.get(timezone)
	if (formatter === undefined) {
		formatter = formatterOf(timezone)
		formatters.set(timezone, formatter)
	}
	const parts = formatter.formatToParts(now * 1000)
	const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
	return new Date(Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'), number('second')))
}

function formatterOf(timezone: string): Intl.DateTimeFormat {
	const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' }
	try {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: timezone })
	} catch {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
	}
}

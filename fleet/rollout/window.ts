// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The hours in which spaces may be touched. */

import type { WindowEntry } from '../inventory/schema.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** How finely the opening is looked for. */
const MINUTE = 60_000

/**
 * Whether the window is open. A window over midnight belongs to the day on which it opens; `from` equal to `to` is a whole day.
 *
 * @param window null for always
 * @param now in milliseconds
 */
export function isOpen(window: WindowEntry | null, now: number): boolean {
	if (window === null) {
		return true
	}
	const { day, minutes } = local(now, window.timezone)
	const from = minutesOf(window.from)
	const to = minutesOf(window.to)
	const on = (index: number) => window.days === undefined || window.days.includes(DAYS[(index + 7) % 7]!)
	return from < to
		? minutes >= from && minutes < to && on(day)
		: (minutes >= from && on(day)) || (minutes < to && on(day - 1))
}

/**
 * Milliseconds until the window opens; 0 where it is open.
 *
 * @param window null for always
 * @param now in milliseconds
 */
export function untilOpen(window: WindowEntry | null, now: number): number {
	if (isOpen(window, now)) {
		return 0
	}
	// Minute by minute over eight days: summer time and odd zones need no thought that way.
	for (let at = Math.floor(now / MINUTE + 1) * MINUTE; at <= now + 8 * 1440 * MINUTE; at += MINUTE) {
		if (isOpen(window, at)) {
			return at - now
		}
	}
	return 8 * 1440 * MINUTE
}

const formats = new Map<string, Intl.DateTimeFormat>()

function local(now: number, timeZone: string): { day: number, minutes: number } {
	const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
	formats.set(timeZone, format)
	const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
	return { day: DAYS.findIndex((name) => name === parts.weekday?.toLowerCase()), minutes: Number(parts.hour) * 60 + Number(parts.minute) }
}

function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

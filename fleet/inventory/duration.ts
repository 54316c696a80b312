// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Spans of time as people write them: `90s`, `10m`, `2h`, `1d`. */

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

/**
 * Seconds of a written span, or null where it is none (a number without a unit is none: nobody could know which).
 *
 * @param text for instance `10m`
 */
export function parseDuration(text: string): number | null {
	const [, number, unit] = /^(\d{1,6})\s*([smhd])$/.exec(text.trim()) ?? []
	return number === undefined ? null : Number(number) * UNITS[unit as keyof typeof UNITS]
}

/**
 * A span for people: `45 s`, `3 min 20 s`, `2 h 5 min`.
 *
 * @param seconds 0 or more
 */
export function sayDuration(seconds: number): string {
	const whole = Math.round(seconds)
	if (whole < 60) {
		return `${whole} s`
	}
	const [big, small, one, other] = whole < 3600 ? [Math.floor(whole / 60), whole % 60, 'min', 's'] : [Math.floor(whole / 3600), Math.floor(whole % 3600 / 60), 'h', 'min']
	return small === 0 ? `${big} ${one}` : `${big} ${one} ${small} ${other}`
}

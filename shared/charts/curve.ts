// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where the points of a line go, and which lines and labels stand behind it: pure arithmetic, so that it can be tested without a screen. */

/** A moment and an amount. */
export interface Point {
	/** Seconds since 1970. */
	x: number
	/** Amount, not negative. */
	y: number
}

/** A horizontal line behind the curve. */
export interface Rule {
	/** The amount it stands for. */
	value: number
	/** How high it is, in percent of the picture's height from below. */
	height: number
	/** Whether it is the limit. */
	limit: boolean
}

/** A laid-out curve. */
export interface Curve {
	/** In percent of the picture from the left and from above, in the order of time. */
	points: { left: number, top: number }[]
	/** From above to below. */
	rules: Rule[]
}

/** Labels nearer than this would lie on each other; percent of the picture's height. */
const APART = 18

/**
 * Lays out a curve that begins at zero and leaves room for the limit.
 *
 * @param points in the order of time
 * @param limit amount that should not be passed; null or undefined for none
 */
export function curve(points: readonly Point[], limit?: number | null): Curve {
	const from = points[0]?.x ?? 0
	const span = (points.at(-1)?.x ?? from) - from
	const highest = points.reduce((most, { y }) => Math.max(most, y), 0)
	const top = Math.max(highest, limit ?? 0) || 1
	const rules: Rule[] = typeof limit === 'number' ? [{ value: limit, height: limit / top * 100, limit: true }] : []
	for (const value of [top, top / 2]) {
		const height = value / top * 100
		if (highest > 0 && rules.every((rule) => Math.abs(rule.height - height) >= APART)) {
			rules.push({ value, height, limit: false })
		}
	}
	return {
		points: points.map(({ x, y }) => ({ left: span > 0 ? (x - from) / span * 100 : 50, top: 100 - y / top * 100 })),
		rules: rules.sort((a, b) => b.height - a.height),
	}
}

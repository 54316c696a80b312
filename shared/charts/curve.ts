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

/** What may come after the last point. */
export interface Ahead {
	/** What it is called. */
	name: string
	/** The likely course: from the last point on, in the order of time. */
	likely: Point[]
	/** The outline of what is possible. */
	range: Point[]
	/** What of it is worth saying, the latest first: as rows of the table. */
	rows: (Point & { label: string })[]
}

/** A place in the picture, in percent from the left and from above. */
export interface Place {
	left: number
	top: number
}

/** A laid-out curve. */
export interface Curve {
	/** In the order of time. */
	points: Place[]
	/** What may come. */
	likely: Place[]
	range: Place[]
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
 * @param ahead what may come; nothing of it is before the first point
 */
export function curve(points: readonly Point[], limit?: number | null, ahead?: Pick<Ahead, 'likely' | 'range'>): Curve {
	const { likely, range } = ahead ?? { likely: [], range: [] }
	const all = [...points, ...likely, ...range]
	const from = points[0]?.x ?? 0
	const span = all.reduce((last, { x }) => Math.max(last, x), from) - from
	const highest = all.reduce((most, { y }) => Math.max(most, y), 0)
	const top = Math.max(highest, limit ?? 0) || 1
	const rules: Rule[] = typeof limit === 'number' ? [{ value: limit, height: limit / top * 100, limit: true }] : []
	for (const value of [top, top / 2]) {
		const height = value / top * 100
		if (highest > 0 && rules.every((rule) => Math.abs(rule.height - height) >= APART)) {
			rules.push({ value, height, limit: false })
		}
	}
	const place = ({ x, y }: Point): Place => ({ left: span > 0 ? (x - from) / span * 100 : 50, top: 100 - y / top * 100 })
	return {
		points: points.map(place),
		likely: likely.map(place),
		range: range.map(place),
		rules: rules.sort((a, b) => b.height - a.height),
	}
}

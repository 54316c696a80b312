// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The Theil-Sen estimator: the median of the slopes between all pairs of points. One day on which somebody
 * uploads a film or empties a bin does not turn it, unlike least squares. PHP: Growth.
 */

/** What was in use on a day. */
export interface Point {
	/** Days since 1970. */
	day: number
	/** Bytes. */
	used: number
}

/** Fewer points, or points over fewer days, say nothing. */
const ENOUGH_POINTS = 7
const ENOUGH_DAYS = 7
/** So many points make 79,800 pairs, which takes milliseconds. */
const MOST_POINTS = 400

/**
 * The slopes between all pairs, the smallest first.
 *
 * @param points each day once, in any order; more than 400 are thinned evenly
 * @return bytes per day
 */
export function slopes(points: readonly Point[]): number[] {
	const some = thinned(points)
	const found: number[] = []
	for (const [index, one] of some.entries()) {
		for (const other of some.slice(index + 1)) {
			if (other.day !== one.day) {
				found.push((other.used - one.used) / (other.day - one.day))
			}
		}
	}
	return found.sort((a, b) => a - b)
}

/**
 * The value below which a share of the values lies, between neighbours in proportion.
 *
 * @param sorted rising, at least one
 * @param share 0 to 1; 0.5 = the median
 */
export function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share
	const low = sorted[Math.floor(place)] ?? 0
	const high = sorted[Math.ceil(place)] ?? low
	return low + (high - low) * (place - Math.floor(place))
}

/**
 * Whether points say anything: at least 7 of them, over at least 7 days.
 *
 * @param points in any order
 */
export function saysSomething(points: readonly Point[]): boolean {
	const days = points.map(({ day }) => day)
	return points.length >= ENOUGH_POINTS && Math.max(...days) - Math.min(...days) >= ENOUGH_DAYS
}

function thinned(points: readonly Point[]): readonly Point[] {
	const every = points.length / MOST_POINTS
	return every <= 1 ? points : Array.from({ length: MOST_POINTS }, (_, index) => points[Math.floor(index * every)]).filter((point) => point !== undefined)
}

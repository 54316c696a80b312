// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How fast the space grows, and when it will be full. PHP (growth only): Growth. */

import type { Point } from './theilSen.ts'

import { quantile, saysSomething, slopes } from './theilSen.ts'

/** Days of history that the forecast looks at. */
const FORECAST_DAYS = 90
/** Days of history that the growth looks at. */
const GROWTH_DAYS = 30
/** Steep and flat end of the range: of ten pairs of days, eight lie within. */
const STEEP = 0.9
const FLAT = 0.1

/** When the space will be full, or why that cannot be said. */
export type Forecast
	/** The size of the space is not known. */
	= { kind: 'no_pool' }
	/** Fewer than 7 days of history. */
		| { kind: 'too_early' }
	/** It is full already. */
		| { kind: 'full' }
	/** It stays as it is, or shrinks. */
		| { kind: 'not_growing', perDay: number }
		| {
			kind: 'growing'
			/** Bytes per day. */
			perDay: number
			/** Days since 1970: when it will be full, and the range. `latest` null = perhaps never. */
			day: number
			earliest: number
			latest: number | null
		}

/** A day of the space's history. */
export interface SpaceDay {
	day: number
	files: number
	trash: number
	versions: number
	team: number
	other: number
}

/**
 * What a day of the history takes of the pool.
 *
 * @return the day and its bytes
 */
export function pointOf({ day, files, trash, versions, team, other }: SpaceDay): Point {
	return { day, used: files + trash + versions + team + other }
}

/**
 * How many bytes the space grows by in a day: Theil-Sen over the last 30 days.
 *
 * @param points days of the history, in any order
 * @param today days since 1970
 * @return bytes per day, negative where it shrinks; null where there are fewer than 7 points or less than 7 days
 */
export function growthPerDay(points: readonly Point[], today: number): number | null {
	const recent = points.filter(({ day }) => day > today - GROWTH_DAYS - 1 && day <= today)
	return saysSomething(recent) ? quantile(slopes(recent), 0.5) : null
}

/**
 * When the space will be full: Theil-Sen over the last 90 days, counted from what is in use now.
 *
 * @param points days of the history, in any order; gaps are fine
 * @param now what is in use now, and the day (since 1970) that this is
 * @param pool bytes; null = not known
 */
export function forecast(points: readonly Point[], now: Point, pool: number | null): Forecast {
	if (pool === null || pool <= 0) {
		return { kind: 'no_pool' }
	}
	if (now.used >= pool) {
		return { kind: 'full' }
	}
	const recent = points.filter(({ day }) => day > now.day - FORECAST_DAYS - 1 && day <= now.day)
	if (!saysSomething(recent)) {
		return { kind: 'too_early' }
	}
	const rising = slopes(recent)
	const perDay = quantile(rising, 0.5)
	if (perDay <= 0) {
		return { kind: 'not_growing', perDay }
	}
	const fullOn = (speed: number) => now.day + Math.ceil((pool - now.used) / speed)
	const flat = quantile(rising, FLAT)
	return { kind: 'growing', perDay, day: fullOn(perDay), earliest: fullOn(quantile(rising, STEEP)), latest: flat > 0 ? fullOn(flat) : null }
}

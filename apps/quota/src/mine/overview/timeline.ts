// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was kept over time, made of the days that are stored: one only where something changed. */

import type { Point } from '@ensemble/shared/charts/curve'
import type { OwnDay } from '../../../contract.ts'

/** Seconds. */
const DAY = 86_400

/**
 * The points of a line over time. A day holds until the next one: before each change stands what was there until then.
 *
 * @param days as stored, the oldest first
 * @param now what is kept in files now, bytes, and when it was counted, seconds
 */
export function timeline(days: readonly OwnDay[], now: { files: number, countedAt: number }): Point[] {
	const points: Point[] = []
	const today = Math.floor(now.countedAt / DAY)
	let before: OwnDay | undefined
	for (const day of days.filter((one) => one.day < today)) {
		if (before && before.day < day.day - 1) {
			points.push({ x: (day.day - 1) * DAY, y: before.files })
		}
		points.push({ x: day.day * DAY, y: day.files })
		before = day
	}
	if (before && before.day < today - 1) {
		points.push({ x: (today - 1) * DAY, y: before.files })
	}
	return [...points, { x: now.countedAt, y: now.files }]
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Drives a clock through the notices of one reader, for tests: how full they are is drawn as lines between points. */

import type { NoticeInput, NoticeState, NoticeStep } from './notices.ts'
import type { QuietHours } from './quiet.ts'

import { calm, step } from './notices.ts'
import { isQuiet } from './quiet.ts'

const DAY = 86_400

/** How somebody's storage fills, and what decides when they are told. */
export interface Story extends Omit<NoticeInput, 'now' | 'percent' | 'quiet'> {
	/** [day, percent], straight lines between; none = no limit. */
	points: ReadonlyArray<readonly [day: number, percent: number]>
	timezone: string
	quietHours: QuietHours | null
}

/** One run of the check. */
export interface Run extends NoticeStep {
	now: number
	quiet: boolean
	percent: number | null
	before: NoticeState
}

/**
 * Runs the check at each of the moments.
 *
 * @param story whose
 * @param start seconds since 1970: day 0 of the points
 * @param moments seconds after the start, rising
 */
export function tell(story: Story, start: number, moments: readonly number[]): Run[] {
	let state = calm
	return moments.map((moment) => {
		const before = state
		const now = start + moment
		const given = { percent: percentAt(story.points, moment / DAY), now, quiet: isQuiet(now, story.timezone, story.quietHours) }
		const result = step(before, { ...story, ...given })
		state = result.state
		return { ...result, ...given, before }
	})
}

/** How full it is on a day; fractions of days count. */
function percentAt(points: Story['points'], day: number): number | null {
	for (const [index, [from, low]] of points.entries()) {
		const [to, high] = points[index + 1] ?? [from, low]
		if (day <= to || index === points.length - 1) {
			return to === from ? low : low + (high - low) * ((day - from) / (to - from))
		}
	}
	return null
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Growth by the case table (which the PHP is tested with too), and when the space will be full. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/growth.json' with { type: 'json' }
import { forecast, growthPerDay, pointOf } from './forecast.ts'

const GB = 1024 ** 3
const TODAY = 20_779
/** So many days up to today, growing evenly. */
const line = (days: number, perDay: number, last = 40 * GB) => Array.from({ length: days }, (_, index) => ({ day: TODAY - index, used: last - perDay * index }))

describe('growthPerDay', () => {
	it.each(table.cases)('$name', ({ points, perDay }) => {
		expect(growthPerDay(points, table.today)).toBe(perDay)
	})
})

describe('pointOf', () => {
	it('adds up what takes room in the pool', () => {
		expect(pointOf({ day: 3, files: 1, trash: 20, versions: 300, team: 4000, other: 50_000 })).toEqual({ day: 3, used: 54_321 })
	})
})

describe('forecast', () => {
	const now = { day: TODAY, used: 40 * GB }

	it.each([null, 0])('needs the size of the space (%s)', (pool) => {
		expect(forecast(line(30, GB), now, pool)).toEqual({ kind: 'no_pool' })
	})

	it.each([0, 1, 7])('says nothing after %i days', (days) => {
		expect(forecast(line(days, GB), now, 50 * GB)).toEqual({ kind: 'too_early' })
	})

	it('says a day after eight', () => {
		expect(forecast(line(8, GB), now, 50 * GB)).toEqual({ kind: 'growing', perDay: GB, day: TODAY + 10, earliest: TODAY + 10, latest: TODAY + 10 })
	})

	it('knows a full space', () => {
		expect(forecast(line(8, GB), { day: TODAY, used: 50 * GB }, 50 * GB)).toEqual({ kind: 'full' })
	})

	it.each([0, -GB / 10])('knows that it does not grow (%i)', (perDay) => {
		expect(forecast(line(30, perDay), now, 50 * GB)).toEqual({ kind: 'not_growing', perDay })
	})

	it('gives a range where growth is uneven', () => {
		// A tenth of a GB a day, and up and down by half a GB around it.
		const uneven = line(30, GB / 10).map(({ day, used }, index) => ({ day, used: used + [0.5, -0.5, 0.25][index % 3]! * GB }))
		const found = forecast(uneven, now, 50 * GB)
		expect(found.kind).toBe('growing')
		if (found.kind === 'growing') {
			expect(Math.abs(found.day - TODAY - 100)).toBeLessThan(8)
			expect(found.earliest).toBeLessThan(found.day)
			expect(found.latest === null || found.latest > found.day).toBe(true)
		}
	})

	it('may say that it is perhaps never', () => {
		const slow = line(30, GB / 1000).map(({ day, used }, index) => ({ day, used: used + (index % 2) * GB }))
		expect(forecast(slow, now, 50 * GB)).toMatchObject({ kind: 'growing', latest: null })
	})

	it('is not turned by a day on which a film came and went', () => {
		const days = line(60, GB / 10)
		expect(forecast(days.map((point, index) => index === 20 ? { ...point, used: point.used + 8 * GB } : point), now, 50 * GB))
			.toMatchObject({ kind: 'growing', day: TODAY + 100 })
	})

	it('looks at 90 days, gaps or not', () => {
		const old = Array.from({ length: 300 }, (_, index) => ({ day: TODAY - 91 - index, used: index * GB }))
		const sparse = line(91, GB / 10).filter((_, index) => index % 7 === 0)
		expect(forecast([...old, ...sparse], now, 50 * GB)).toMatchObject({ kind: 'growing', day: TODAY + 100 })
	})

	it('is the same in whatever order, and its range holds the day', () => {
		const points = fc.uniqueArray(fc.record({ day: fc.integer({ min: TODAY - 100, max: TODAY }), used: fc.integer({ min: 0, max: 40 * GB }) }), { selector: ({ day }) => day, maxLength: 40 })
		fc.assert(fc.property(points, (days) => {
			const found = forecast(days, now, 50 * GB)
			expect(forecast(days.toReversed(), now, 50 * GB)).toEqual(found)
			if (found.kind === 'growing') {
				expect(found.earliest).toBeGreaterThan(TODAY)
				expect(found.earliest).toBeLessThanOrEqual(found.day)
				expect(found.latest ?? Infinity).toBeGreaterThanOrEqual(found.day)
			}
		}))
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests where the points of a line go, and what stands behind it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curve } from './curve.ts'

describe('curve', () => {
	it('begins at zero and ends at the limit', () => {
		const { points, rules } = curve([{ x: 100, y: 0 }, { x: 150, y: 25 }, { x: 200, y: 50 }], 100)
		expect(points).toEqual([{ left: 0, top: 100 }, { left: 50, top: 75 }, { left: 100, top: 50 }])
		expect(rules).toEqual([{ value: 100, height: 100, limit: true }, { value: 50, height: 50, limit: false }])
	})

	it('goes up to the highest point where there is no limit, or where it was passed', () => {
		expect(curve([{ x: 0, y: 10 }, { x: 1, y: 40 }]).rules.map(({ value, limit }) => [value, limit])).toEqual([[40, false], [20, false]])
		// The half would lie on the limit.
		expect(curve([{ x: 0, y: 10 }, { x: 1, y: 40 }], 20).rules.map(({ value, height, limit }) => [value, height, limit])).toEqual([[40, 100, false], [20, 50, true]])
	})

	it('puts a single point in the middle, and makes nothing of nothing', () => {
		expect(curve([{ x: 7, y: 5 }], 10).points).toEqual([{ left: 50, top: 50 }])
		expect(curve([])).toEqual({ points: [], likely: [], range: [], rules: [] })
		expect(curve([{ x: 1, y: 0 }, { x: 2, y: 0 }])).toMatchObject({ points: [{ left: 0, top: 100 }, { left: 100, top: 100 }], rules: [] })
		expect(curve([{ x: 1, y: 0 }], 0).points).toEqual([{ left: 50, top: 100 }])
	})

	it('makes room for what may come', () => {
		const { points, likely, range } = curve([{ x: 0, y: 0 }, { x: 10, y: 50 }], 100, { likely: [{ x: 10, y: 50 }, { x: 20, y: 100 }], range: [{ x: 10, y: 50 }, { x: 40, y: 100 }] })
		expect(points.map(({ left }) => left)).toEqual([0, 25])
		expect(likely).toEqual([{ left: 25, top: 50 }, { left: 50, top: 0 }])
		expect(range.at(-1)).toEqual({ left: 100, top: 0 })
	})

	it('never leaves the picture', () => {
		const amount = fc.integer({ min: 0, max: 2 ** 50 })
		fc.assert(fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 2 ** 32 }), y: amount }), { maxLength: 20 }), fc.option(amount), (list, limit) => {
			const sorted = list.sort((a, b) => a.x - b.x)
			const { points, rules } = curve(sorted, limit)
			expect(points).toHaveLength(sorted.length)
			for (const number of [...points.flatMap(({ left, top }) => [left, top]), ...rules.map(({ height }) => height)]) {
				expect(number).toBeGreaterThanOrEqual(0)
				expect(number).toBeLessThanOrEqual(100)
			}
		}))
	})
})

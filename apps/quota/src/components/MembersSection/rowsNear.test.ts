// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which rows of a long table are near the screen. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsNear } from './rowsNear.ts'

describe('rowsNear', () => {
	it('are those that the screen shows a part of', () => {
		expect(rowsNear([], 5000, 50, { top: 0, bottom: 800 })).toEqual({ from: 0, to: 16, above: 0, below: 4984 * 50 })
		expect(rowsNear([], 5000, 50, { top: 1020, bottom: 1820 })).toEqual({ from: 20, to: 37, above: 1000, below: 4963 * 50 })
	})

	it('takes each row for as high as it was, and the others for the mean', () => {
		expect(rowsNear([100, 20], 4, 50, { top: 110, bottom: 130 })).toEqual({ from: 1, to: 3, above: 100, below: 60 })
	})

	it('has nothing of nothing', () => {
		expect(rowsNear([], 0, 50, { top: 0, bottom: 800 })).toEqual({ from: 0, to: 0, above: 0, below: 0 })
	})

	it('always covers the range, in as much room as all rows take', () => {
		fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: -2000, max: 20_000 }), fc.integer({ min: 0, max: 3000 }), (heights, top, screen) => {
			const bottom = top + screen
			const { from, to, above, below } = rowsNear(heights, heights.length, 50, { top, bottom })
			const sum = (rows: number[]) => rows.reduce((all, height) => all + height, 0)
			expect(to).toBeGreaterThan(from)
			expect([above, below]).toEqual([sum(heights.slice(0, from)), sum(heights.slice(to))])
			expect(from === 0 || above <= Math.max(top, 0)).toBe(true)
			expect(to === heights.length || above + sum(heights.slice(from, to)) >= bottom).toBe(true)
		}))
	})
})

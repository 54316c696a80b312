// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Slopes and what lies in their middle. */

import { describe, expect, it } from 'vitest'
import { quantile, saysSomething, slopes } from './theilSen.ts'

describe('slopes', () => {
	it('are those of all pairs, the smallest first', () => {
		expect(slopes([{ day: 3, used: 9 }, { day: 1, used: 0 }, { day: 2, used: 1 }])).toEqual([1, 4.5, 8])
	})

	it('are none of fewer than two points', () => {
		expect(slopes([])).toEqual([])
		expect(slopes([{ day: 3, used: 9 }])).toEqual([])
	})

	it('leave the same day twice aside', () => {
		expect(slopes([{ day: 3, used: 9 }, { day: 3, used: 1 }])).toEqual([])
	})

	it('are of at most 400 points', () => {
		expect(slopes(Array.from({ length: 4000 }, (_, day) => ({ day, used: day })))).toHaveLength(400 * 399 / 2)
	})
})

describe('quantile', () => {
	it.each([[[5], 0.5, 5], [[1, 2], 0.5, 1.5], [[1, 2, 3], 0.5, 2], [[0, 10], 0.1, 1], [[0, 10, 20], 0.9, 18], [[4, 7], 0, 4], [[4, 7], 1, 7]])('of %j at %d is %d', (sorted, share, expected) => {
		expect(quantile(sorted, share)).toBeCloseTo(expected, 12)
	})
})

describe('saysSomething', () => {
	const days = (...list: number[]) => list.map((day) => ({ day, used: 0 }))
	it.each([[days(), false], [days(0, 1, 2, 3, 4, 5, 6), false], [days(0, 1, 2, 3, 4, 5, 7), true], [days(0, 20, 40, 60, 80, 90), false]])('%#', (points, expected) => {
		expect(saysSomething(points)).toBe(expected)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests where the parts of a bar begin and end. */

import type { Part } from './layout.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut } from './layout.ts'

const parts = (...values: number[]): Part[] => values.map((value, i) => ({ id: `p${i}`, label: `Part ${i}`, value, look: 'solid' }))

describe('layOut', () => {
	it('puts parts side by side and adds what is left', () => {
		const { segments, limit } = layOut(parts(20, 5), 50, 'Free')
		expect(segments.map(({ id, start, width, share }) => [id, start, width, share])).toEqual([
			['p0', 0, 40, 40],
			['p1', 40, 10, 10],
			['rest', 50, 50, 50],
		])
		expect(limit).toBe(100)
	})

	it('takes the sum for the whole where the whole is not known', () => {
		const { segments } = layOut(parts(3, 1), null, 'Free')
		expect(segments.map(({ id, share }) => [id, share])).toEqual([['p0', 75], ['p1', 25]])
	})

	it('shows where the whole ends when the parts are more', () => {
		const { segments, limit } = layOut(parts(60, 40), 50, 'Free')
		expect(segments.map(({ id, width, share }) => [id, width, share])).toEqual([['p0', 60, 120], ['p1', 40, 80]])
		expect(limit).toBe(50)
	})

	it('draws nothing of nothing', () => {
		expect(layOut(parts(0, 0), null).segments.map(({ width, share }) => [width, share])).toEqual([[0, 0], [0, 0]])
	})

	it('always fills the picture exactly, without gap or overlap', () => {
		const amount = fc.integer({ min: 0, max: 2 ** 50 })
		fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 2 ** 50 }), (values, whole) => {
			const { segments, limit } = layOut(parts(...values), whole, 'Free')
			let end = 0
			for (const { start, width } of segments) {
				expect(start).toBeCloseTo(end, 6)
				end = start + width
			}
			expect(end).toBeCloseTo(100, 6)
			expect(limit).toBeGreaterThan(0)
			expect(limit).toBeLessThanOrEqual(100)
		}))
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests levels as rows, and from which of them on something happens. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEVER as AGREED } from '../../../contract.ts'
import { fromOf, NEVER, readLevels, rowAfterMark, startOf, withoutRow, withRow } from './levels.ts'

const levels = [80, 90, 95]

it('means by never what the contract means', () => {
	expect(NEVER).toBe(AGREED)
})

describe('startOf', () => {
	it.each([[1, 0], [80, 0], [81, 1], [90, 1], [95, 2], [96, 3], [101, 3]])('from %s begins in row %s', (from, row) => {
		expect(startOf(from, levels)).toEqual({ row, from })
	})
})

describe('fromOf', () => {
	it.each([
		[{ row: 0, from: 90 }, 1],
		[{ row: 1, from: 1 }, 90],
		[{ row: 2, from: 1 }, 95],
		[{ row: 3, from: 1 }, NEVER],
		[{ row: 1, from: 85 }, 85],
		[{ row: 3, from: 99 }, 99],
	])('%j is stored as %s', (start, from) => {
		expect(fromOf(start, levels)).toBe(from)
	})

	it('comes to the marks that are seen', () => {
		const rows = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }).map((list) => list.toSorted((a, b) => a - b))
		fc.assert(fc.property(rows, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 101 }), (list, row, from) => {
			const first = Math.min(row, list.length)
			expect(startOf(fromOf({ row: first, from }, list), list).row).toBe(first)
		}))
	})
})

describe('readLevels', () => {
	it('reads rising percentages', () => {
		expect(readLevels([' 70 ', '85 %', '100'])).toEqual({ levels: [70, 85, 100] })
	})

	it.each([[['', '90'], 0], [['80', ' '], 1], [['80', '80'], 1], [['90', '80'], 1], [['0'], 0], [['101'], 0], [['80.5'], 0], [['-8'], 0], [['many'], 0]])('finds what is wrong in %j', (rows, row) => {
		expect(readLevels(rows)).toMatchObject({ row, error: expect.stringMatching(/\.$/) })
	})
})

it('marks a row with all above it, or lets go of it with all below it', () => {
	expect([rowAfterMark(1, true), rowAfterMark(1, false), rowAfterMark(0, false)]).toEqual([1, 2, 1])
})

it('keeps the marks when rows come and go', () => {
	expect([0, 1, 2, 3].map((row) => withoutRow({ row, from: 1 }, 1).row)).toEqual([0, 1, 1, 2])
	expect([0, 2, 3].map((row) => withRow({ row, from: 1 }, 3).row)).toEqual([0, 2, 4])
})

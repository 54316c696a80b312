// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What two lists have in common. */

import type { Run } from './sequence.ts'

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commonRuns } from './sequence.ts'

const total = (runs: Run[]) => runs.reduce((sum, { length }) => sum + length, 0)

/**
 * The greatest number of items in common, the slow and plain way.
 *
 * @param a a list
 * @param b another
 */
function longest(a: number[], b: number[]): number {
	let row = Array<number>(b.length + 1).fill(0)
	for (const item of a) {
		const next = [0]
		b.forEach((other, j) => next.push(item === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)))
		row = next
	}
	return row.at(-1)!
}

const list = (variety: number, maxLength: number) => fc.array(fc.nat(variety), { maxLength })

it('finds as much as there is while the lists are short', () => {
	fc.assert(fc.property(list(4, 40), list(4, 40), (a, b) => {
		expect(total(commonRuns(a, b))).toBe(longest(a, b))
	}), { numRuns: 1000 })
})

it('gives equal items in the order of both lists, in as few runs as can be, however long the lists', () => {
	const lists = fc.oneof(fc.tuple(list(5, 60), list(5, 60)), fc.tuple(list(2000, 1500), list(2000, 1500)), fc.tuple(list(30, 1500), list(30, 1500)))
	fc.assert(fc.property(lists, ([a, b]) => {
		let end = { a: 0, b: 0 }
		for (const [index, run] of commonRuns(a, b).entries()) {
			expect(run.length).toBeGreaterThan(0)
			expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length))
			expect(Math.min(run.a - end.a, run.b - end.b)).toBeGreaterThanOrEqual(0)
			expect(index === 0 || run.a > end.a || run.b > end.b).toBe(true)
			end = { a: run.a + run.length, b: run.b + run.length }
		}
		expect(Math.max(end.a - a.length, end.b - b.length)).toBeLessThanOrEqual(0)
	}), { numRuns: 200 })
})

it('holds on to what occurs once where lists differ too much for an exact search', () => {
	const strange = (from: number) => Array.from({ length: 900 }, (_, i) => from + i)
	const a = [...strange(10_000), 1, ...strange(20_000), 2, ...strange(30_000)]
	const b = [...strange(40_000), 1, ...strange(50_000), 2, ...strange(60_000)]
	expect(commonRuns(a, b)).toEqual([{ a: 900, b: 900, length: 1 }, { a: 1801, b: 1801, length: 1 }])
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pairing paragraphs. */

import { expect, it } from 'vitest'
import { kindredRuns } from './kindred.ts'

it('pairs what has most in common, in order', () => {
	const before = ['We share our tools.', 'The garden is open.', 'Nothing like it.']
	const after = ['An entirely new beginning.', 'We share all our tools with you.', 'The garden is open on Sundays.']
	expect(kindredRuns(before, after)).toEqual([{ a: 0, b: 1, length: 1 }, { a: 1, b: 2, length: 1 }])
})

it('takes the best partner, not the first', () => {
	expect(kindredRuns(['The red house is old.'], ['The red car.', 'The red house is very old.'])).toEqual([{ a: 0, b: 1, length: 1 }])
})

it('pairs nothing that has nothing in common, and no signs without words', () => {
	expect(kindredRuns(['One.', '***'], ['Two.', '***'])).toEqual([])
	expect(kindredRuns([], ['Two.'])).toEqual([])
})

it('takes very many paragraphs as one', () => {
	expect(kindredRuns(Array(200).fill('a'), Array(101).fill('b'))).toEqual([{ a: 0, b: 0, length: 200 }])
})

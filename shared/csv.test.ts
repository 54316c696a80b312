// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests tables as files. */

import { describe, expect, it } from 'vitest'
import { plainCell, toCsv } from './csv.ts'

describe('toCsv', () => {
	it('quotes what has to be quoted', () => {
		expect(toCsv([['a', 'b "c"'], ['d,e', 'f\ng']])).toBe('\uFEFF"a","b ""c"""\r\n"d,e","f\ng"\r\n')
	})

	it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1'])('makes %j a plain text', (cell) => {
		expect(plainCell(cell)).toBe(`'${cell}`)
		expect(plainCell('a=1')).toBe('a=1')
	})
})

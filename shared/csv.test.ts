// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A table as a file can be read back, whatever people have written, and nothing in it is a formula. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCell, toCsv } from './csv.ts'

/** Reads CSV by the rules of RFC 4180, all cells quoted. */
function read(csv: string): string[][] {
	expect(csv.startsWith('\uFEFF')).toBe(true)
	const rows: string[][] = []
	let rest = csv.slice(1)
	let row: string[] = []
	while (rest !== '') {
		const [all, cell, end] = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest)!
		row.push(cell!.replaceAll('""', '"'))
		if (end === '\r\n') {
			rows.push(row)
			row = []
		}
		rest = rest.slice(all.length)
	}
	expect(row).toEqual([])
	return rows
}

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '\'', 'a', ' '), { maxLength: 6 }).map((list) => list.join('')))

describe('plainCell', () => {
	it.each(['=1+1', '+33 6 12', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://example.org";"x")', '=cmd|\' /C calc\'!A0'])('disarms %j', (text) => {
		expect(plainCell(text)).toBe(`'${text}`)
	})

	it.each(['', 'Odile', 'a=1', ' =1', 'Jean-Luc', '\'=1', '1-2'])('leaves %j as it is', (text) => {
		expect(plainCell(text)).toBe(text)
	})
})

describe('toCsv', () => {
	it('quotes every cell', () => {
		expect(toCsv([['a', 'b "c"'], ['d,e', 'f\ng']])).toBe('\uFEFF"a","b ""c"""\r\n"d,e","f\ng"\r\n')
	})

	it('says the same after reading, except for the apostrophe before what could be a formula', () => {
		fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 5 }), (rows) => {
			const found = read(toCsv(rows))
			expect(found).toEqual(rows.map((row) => row.map((text) => '=+-@\t\r'.includes(text.charAt(0) || ' ') ? `'${text}` : text)))
			expect(found.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([])
		}), { numRuns: 500 })
	})
})

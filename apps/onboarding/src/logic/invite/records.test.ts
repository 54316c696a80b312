// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests taking a list apart: quotes, line ends inside them, separators, and quotes that somebody forgot. */

import { describe, expect, it } from 'vitest'
import { linesOf, toRecords } from './records.ts'
import { separatorOf } from './separator.ts'

const fields = (text: string, separator: ',' | ';' = ',') => toRecords(linesOf(text), separator).map((record) => record.fields)

describe('linesOf', () => {
	it('knows the line ends of all systems', () => {
		expect(linesOf('a\r\nb\nc\rd\n\ne\n')).toEqual(['a', 'b', 'c', 'd', '', 'e'])
		expect(linesOf('')).toEqual([])
		expect(linesOf('\n')).toEqual([''])
	})
})

describe('toRecords', () => {
	it('takes fields in quotes as they are meant', () => {
		expect(fields('"Dupont, Anna",a@x.org\n"Anna ""Nana"" D" , a@x.org\n,"",')).toEqual([['Dupont, Anna', 'a@x.org'], ['Anna "Nana" D', ' a@x.org'], ['', '', '']])
	})

	it('leaves quotes alone that stand inside a field', () => {
		expect(fields('Jean "Jeannot" D,a@x.org\nd\'Arc,b@x.org')).toEqual([['Jean "Jeannot" D', 'a@x.org'], ['d\'Arc', 'b@x.org']])
	})

	it('takes line ends inside quotes', () => {
		expect(toRecords(linesOf('"Anna\nDupont",a@x.org\nBen,b@x.org'), ',')).toEqual([
			{ from: 1, to: 2, fields: ['Anna\nDupont', 'a@x.org'], broken: false },
			{ from: 3, to: 3, fields: ['Ben', 'b@x.org'], broken: false },
		])
	})

	it.each([
		['never closed', '"Anna,a@x.org\nBen,b@x.org'],
		['closed by that of somebody else', '"Anna,a@x.org\nBen,b@x.org\n"Carla",c@x.org'],
		['closed far too late', `"Anna,a@x.org\n${'Ben,b@x.org\n'.repeat(30)}x",y`],
		['closed in the middle of a field', '"Anna" D,a@x.org\nBen,b@x.org'],
	])('takes only its own line down where a quote is %s', (_, text) => {
		const [first, second] = toRecords(linesOf(text), ',')
		expect(first).toMatchObject({ from: 1, to: 1, broken: true })
		expect(second).toEqual({ from: 2, to: 2, fields: ['Ben', 'b@x.org'], broken: false })
	})

	it('stays quick with a quote on each of many lines', () => {
		const lines = Array.from({ length: 10_000 }, () => '"x,'.repeat(20))
		const begun = performance.now()
		expect(toRecords(lines, ',')).toHaveLength(10_000)
		expect(performance.now() - begun).toBeLessThan(3_000)
	})
})

describe('separatorOf', () => {
	it.each([
		['a;b\nc;d', ';'],
		['a\tb, c\nd\te', '\t'],
		['a|b|c', '|'],
		['Dupont, Anna;a@x.org\nBen;b@x.org', ';'],
		['"a;b",c\n"d",e', ','],
		['sep=|\na,b\nc,d', '|'],
		['a@x.org\nb@x.org', ','],
		['', ','],
	])('of %j is %j', (text, separator) => {
		expect(separatorOf(linesOf(text))).toBe(separator)
	})
})

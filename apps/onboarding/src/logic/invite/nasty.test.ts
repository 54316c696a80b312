// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Imports 500 nasty files: each line is in the result exactly once, with a person or a reason. And 300 decent ones, in
 * every encoding and every style of writing them: everybody comes back as they were written.
 */

import type { Separator } from './records.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { isLogin } from './login.ts'
import { isMail } from './mail.ts'
import { parseList } from './parse.ts'
import { linesOf } from './records.ts'

const ENCODINGS = ['utf-8', 'utf-8 with its mark', 'utf-16le', 'utf-16be', 'utf-16le without a mark', 'windows-1252'] as const
const WINDOWS: Record<string, number> = { '€': 0x80, œ: 0x9C, '’': 0x92 }

function encode(text: string, encoding: typeof ENCODINGS[number]): Uint8Array {
	const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
	switch (encoding) {
		case 'utf-8': return new TextEncoder().encode(text)
		case 'utf-8 with its mark': return new TextEncoder().encode(`\uFEFF${text}`)
		case 'utf-16le': return Uint8Array.from([0xFEFF, ...units].flatMap((unit) => [unit & 255, unit >> 8]))
		case 'utf-16be': return Uint8Array.from([0xFEFF, ...units].flatMap((unit) => [unit >> 8, unit & 255]))
		case 'utf-16le without a mark': return Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]))
		case 'windows-1252': return Uint8Array.from(Array.from(text), (sign) => WINDOWS[sign] ?? (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 63))
	}
}

const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const separator = fc.constantFrom<Separator>(',', ';', '\t', '|')

/** Fields that break things. */
const nastyField = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('', ' ', '"', '""', '"""', '"a', 'a"', '"a"b', '"a\nb"', '"a\r\n\r\nb"', '"x@y.org\n', '\u0000', '\uFEFF', '\uD800', '\u2028', 'sep=;', '=1+1', '@SUM(1)', '-2', '+3', '=cmd|\'/C calc\'!A0', '<script>', '; DROP TABLE', 'mail', 'Nom', 'none', '5 GB', 'anna@x.org', 'Anna <anna@x.org>', 'a@x.org, b@x.org', '<>', '@', '@@', 'a@b', '🙂', '\u202Eabc'),
	fc.emailAddress(),
)
const nastyLine = fc.oneof(
	{ weight: 4, arbitrary: fc.tuple(fc.array(nastyField, { maxLength: 7 }), separator).map(([fields, sign]) => fields.join(sign)) },
	{ weight: 1, arbitrary: fc.constantFrom('', '   ', ',,,', '"', '"""', ';', 'name,mail', 'Nom;Courriel', '\t\t') },
)
/** Some with thousands of lines: a few nasty ones again and again. */
const nastyText = fc.record({ lines: fc.array(nastyLine, { maxLength: 40 }), end: lineEnd, times: fc.oneof({ weight: 30, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 100, max: 400 }) }) })
	.map(({ lines, end, times }) => Array.from({ length: times }, () => lines.join(end)).join(end))
const nastyFile = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(nastyText, fc.constantFrom(...ENCODINGS)).map(([text, encoding]) => encode(text, encoding)) },
	{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) },
	{ weight: 1, arbitrary: fc.tuple(nastyText, fc.uint8Array({ maxLength: 6 })).map(([text, rubbish]) => Uint8Array.from([...encode(text, 'utf-8'), ...rubbish, ...encode(text, 'utf-16le')])) },
)

describe('500 nasty files', () => {
	it('lose no line, and invite nobody twice', () => {
		let lines = 0
		let people = 0
		fc.assert(fc.property(nastyFile, (file) => {
			const decoded = decode(file)
			if ('refused' in decoded) {
				return
			}
			const count = linesOf(decoded.text).length
			const { rows } = parseList(decoded.text)
			let next = 1
			for (const row of rows) {
				expect(row.from).toBe(next)
				expect(row.to).toBeGreaterThanOrEqual(row.from)
				expect(row.person === null).toBe(row.reason !== null)
				next = row.to + 1
			}
			expect(next - 1).toBe(count)
			const invited = rows.flatMap(({ person }) => person ?? [])
			for (const { mail, account, name, quota } of invited) {
				expect(isMail(mail)).toBe(true)
				expect(isLogin(account)).toBe(true)
				expect(name).not.toMatch(/[\r\n\t\0]/)
				expect(Array.from(name).length).toBeLessThanOrEqual(64)
				expect(quota).toMatch(/^(|none|[\d.]+ [KMGT]B)$/)
			}
			expect(new Set(invited.map(({ mail }) => mail)).size).toBe(invited.length)
			expect(new Set(invited.map(({ account }) => account.toLowerCase())).size).toBe(invited.length)
			lines += count
			people += invited.length
		}), { numRuns: 500 })
		// Not 500 empty ones.
		expect(lines).toBeGreaterThan(5_000)
		expect(people).toBeGreaterThan(100)
	})
})

/** Letters of which no two together are taken for another encoding. */
const name = fc.array(fc.constantFrom('a', 'B', 'él', 'ça', 'œu', '’a', 'ül', ' x', '-y', ', z', ' "N" w', '=1', '; q', '€a'), { minLength: 1, maxLength: 8 })
	.map((parts) => `N${parts.join('')}`)
const person = fc.record({ name, local: fc.stringMatching(/^[a-z]{1,8}$/), groups: fc.constantFrom('', 'board', 'board; music'), quota: fc.constantFrom('', '5 GB', '1,5 Go', 'none') })
const HEADERS = { en: ['Name', 'Mail', 'Groups', 'Quota'], fr: ['Nom', 'Courriel', 'Groupes', 'Quota'], none: null }

describe('decent files', () => {
	it('come back as they were written', () => {
		fc.assert(fc.property(
			fc.array(person, { minLength: 2, maxLength: 30 }),
			fc.record({ encoding: fc.constantFrom(...ENCODINGS), sign: separator, end: lineEnd, header: fc.constantFrom<keyof typeof HEADERS>('en', 'fr', 'none'), all: fc.boolean(), last: fc.boolean() }),
			(drawn, { encoding, sign, end, header, all, last }) => {
				const people = drawn.map((one, index) => ({ ...one, mail: `${one.local}${index}@x.org` }))
				const quote = (field: string) => all || /[,;|\t"]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
				const lines = people.map((one) => [one.name, one.mail, one.groups, one.quota].map(quote).join(sign))
				const text = [...HEADERS[header] ? [HEADERS[header].map(quote).join(sign)] : [], ...lines].join(end) + (last ? end : '')
				const decoded = decode(encode(text, encoding))
				expect(decoded).toMatchObject({ text })
				const { rows } = parseList(text)
				expect(rows.flatMap((row) => row.person ? [{ name: row.person.name, mail: row.person.mail }] : []))
					.toEqual(people.map((one) => ({ name: one.name, mail: one.mail })))
				expect(rows).toHaveLength(people.length + (header === 'none' ? 0 : 1))
			},
		), { numRuns: 300 })
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The checks agree with zod on every contract of the pack, and read bodies and path parameters as PHP does. */

import type { Contract } from './define.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { idInPath } from './fields.ts'
import { readBody, validate, validateParams } from './validate.ts'

const bodies = [charter, onboarding, quota].flatMap((contract: Contract): Array<[string, z.ZodObject]> => [
	[`${contract.app} settings`, contract.settings],
	...contract.host ? [[`${contract.app} host`, contract.host] as [string, z.ZodObject]] : [],
	...Object.entries(contract.files ?? {}).map(([name, file]): [string, z.ZodObject] => [`${contract.app} ${name}`, file]),
	...Object.entries(contract.endpoints).flatMap(([key, { body }]): Array<[string, z.ZodObject]> => body ? [[`${contract.app} ${key}`, body]] : []),
])

/** Values near the borders, under the names that contracts use and some that they do not. */
const anything = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 5, depthSize: 'small' }, fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 30, 31, 100, 101, 2 ** 53, '', 'fr', 'fr_CA', 'French', 'accepted', 'a'.repeat(64), 'a\u0000', 'x'.repeat(401), 'déjà'), fc.array(tie('value'), { maxLength: 4 }), tie('object')),
	object: fc.dictionary(fc.constantFrom('defaultLanguage', 'texts', 'after', 'fr', 'en', 'title', 'summary', 'body', 'version', 'language', 'textHash', 'choice', 'laterDays', 'levels', 'repeatDays', 'pool', 'contact', 'association', 'welcome', 'seen', 'level', 'other', 'membersChoose', 'quietHours', 'from', 'to', 'advice', 'mail', 'wanted', 'sentence', 'charter', 'name', 'kind', 'mode', 'deadlineDays', 'changeNote', 'format', 'answers'), tie('value'), { maxKeys: 6 }),
})).value

describe('validate', () => {
	it('takes a boolean or null, though zod writes that as a list of types', () => {
		const schema = z.strictObject({ on: z.boolean().nullable() })
		expect([true, false, null].map((on) => validate(schema, { on }).ok)).toEqual([true, true, true])
		expect(validate(schema, { on: 1 })).toEqual({ ok: false, keyword: 'type', field: 'on' })
	})

	it.each(bodies)('takes what zod takes and refuses what zod refuses: %s', (_, schema) => {
		fc.assert(fc.property(anything, (input) => {
			// An empty list or object is read as the one the schema means, so zod sees neither.
			fc.pre(!/\[\]|\{\}/.test(JSON.stringify(input)))
			expect(validate(schema, input).ok).toBe(schema.safeParse(input).success)
		}), { numRuns: 500 })
	})

	it('fills in defaults', () => {
		expect(validate(charter.settings, {})).toEqual({ ok: true, value: { laterDays: 1, publicPage: false, hostCharter: true } })
	})

	it('reads an empty list as an empty object', () => {
		expect(validate(onboarding.settings, { welcome: [] })).toEqual({ ok: true, value: onboarding.settings.parse({ welcome: {} }) })
	})

	it('tells keyword, limit and field', () => {
		expect(validate(quota.settings, { levels: [80, 101] })).toEqual({ ok: false, keyword: 'maximum', limit: 100, field: 'levels.1' })
	})

	it('throws at a rule that only zod knows, since PHP could not follow', () => {
		expect(() => validate(z.strictObject({ n: z.int().refine((n) => n % 2 === 0) }), { n: 3 })).toThrow(/does not tell/)
	})
})

describe('validateParams', () => {
	const params = z.strictObject({ id: idInPath })

	it('reads digits as a number', () => {
		expect(validateParams(params, { id: '12' })).toEqual({ ok: true, value: { id: 12 } })
	})

	it.each([['0', 'minimum'], ['99999999999999999999', 'maximum'], ['abc', 'type'], ['1e3', 'type'], ['0x10', 'type'], ['-1', 'type'], ['1.5', 'type'], [' 1', 'type'], ['', 'type'], ['1'.repeat(21), 'type']])('refuses %s', (raw, keyword) => {
		expect(validateParams(params, { id: raw })).toMatchObject({ ok: false, keyword, field: 'id' })
	})
})

describe('readBody', () => {
	const read = (text: string) => readBody(new TextEncoder().encode(text))

	it('reads an object', () => {
		expect(read('{"a": [1, {"b": "é😀"}]}')).toEqual({ a: [1, { b: 'é😀' }] })
		expect(read(`{"a": [${'0,'.repeat(400_000)}0]}`).a).toHaveLength(400_001)
	})

	it.each(['', '{', 'null', '5', '"a"', '[1, 2]', '{"a": "\\ud800"}', '{"\\udc00": 1}', '\uFEFF{"a": 1}', `{"a": ${'['.repeat(600)}${']'.repeat(600)}}`, '['.repeat(100_000)])('counts as an empty object: %#', (text) => {
		expect(read(text)).toEqual({})
	})

	it('takes no bytes that are not UTF-8', () => {
		expect(readBody(Uint8Array.of(0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D))).toEqual({})
	})
})

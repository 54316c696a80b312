// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The checks say what is wrong first, as the case table (which the PHP is tested with too) has it. */

import type { JsonSchema, Wrong } from './schema.ts'

import { describe, expect, it } from 'vitest'
import table from './cases.json' with { type: 'json' }
import { check, straighten } from './schema.ts'

const schemas = table.schemas as Record<string, JsonSchema>
const cases = table.cases as Array<{ name: string, schema: string, input: unknown, wrong: Wrong | null }>

describe('check', () => {
	it.each(cases)('$name', ({ schema, input, wrong }) => {
		expect(check(schemas[schema]!, input)).toEqual(wrong)
	})

	it('throws at a keyword that PHP would not know', () => {
		expect(() => check({ type: 'string', format: 'email' } as JsonSchema, 'x')).toThrow(/format/)
	})

	it('takes no number that is none', () => {
		expect(check({ type: 'number' }, Infinity)).toEqual({ keyword: 'type', field: '' })
		expect(check({ type: 'integer' }, NaN)).toEqual({ keyword: 'type', field: '' })
	})

	it('is not fooled by names that every object has', () => {
		const text: JsonSchema = { type: 'string' }
		const schema: JsonSchema = { type: 'object', properties: { toString: text }, required: ['toString'], additionalProperties: false }
		expect(check(schema, {})).toEqual({ keyword: 'required', field: 'toString' })
		expect(check(schemas.change!, JSON.parse('{"__proto__": {"levels": 1}}'))).toEqual({ keyword: 'additionalProperties', field: '__proto__' })
	})
})

describe('straighten', () => {
	it('turns empty lists and objects into what the schema means', () => {
		const schema: JsonSchema = { type: 'object', properties: { list: { anyOf: [{ type: 'array', items: { type: 'object' } }, { type: 'null' }] }, map: { type: 'object' } } }
		expect(straighten(schema, { list: {}, map: [] })).toEqual({ list: [], map: {} })
		expect(straighten(schema, { list: [[]] })).toEqual({ list: [{}] })
		expect(straighten(schema, { list: null })).toEqual({ list: null })
	})
})

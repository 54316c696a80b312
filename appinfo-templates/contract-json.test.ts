// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What PHP reads of a contract has every part that it checks, in words that its checks know. */

import type { JsonSchema } from '@ensemble/shared/contract/schema'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { check } from '@ensemble/shared/contract/schema'
import { describe, expect, it } from 'vitest'
import { contractJson } from './contract-json.ts'

interface Written {
	app: string
	endpoints: Record<string, { who: string, status: number, body: JsonSchema | null, params: JsonSchema | null, errors: object }>
	settings: JsonSchema
	host: JsonSchema | null
	files: Record<string, JsonSchema>
	messages: object
}

/** Every schema inside a schema, itself included. */
function all(schema: JsonSchema): JsonSchema[] {
	const { properties = {}, additionalProperties, propertyNames, items, anyOf = [] } = schema
	const inner = [...Object.values(properties), ...anyOf, additionalProperties, propertyNames, items].filter((one) => typeof one === 'object')
	return [schema, ...inner.flatMap(all)]
}

describe.each([charter, onboarding, quota])('the contract of $app', (contract) => {
	const written = JSON.parse(contractJson(contract)) as Written
	const schemas = [written.settings, written.host, ...Object.values(written.files), ...Object.values(written.endpoints).flatMap(({ body, params }) => [body, params])].filter((schema) => schema !== null)

	it('has every endpoint', () => {
		expect(Object.keys(written.endpoints)).toEqual(Object.keys(contract.endpoints))
		expect(written.app).toBe(contract.app)
	})

	it('has a default for every setting', () => {
		expect(Object.values(written.settings.properties!).filter((field) => !('default' in field))).toEqual([])
	})

	it('has no schema that the checks could not follow', () => {
		for (const schema of schemas.flatMap(all)) {
			expect(() => check(schema, null)).not.toThrow()
		}
	})
})

describe('what only some apps have', () => {
	it('is the part that the host decides alone, complete by default', () => {
		const { host } = JSON.parse(contractJson(charter)) as Written
		expect(Object.entries(host!.properties!).map(([name, field]) => [name, field.default])).toEqual([['charter', null]])
		expect((JSON.parse(contractJson(quota)) as Written).host).toBeNull()
	})

	it('is files that come from elsewhere', () => {
		const { files } = JSON.parse(contractJson(charter)) as Written
		expect(Object.keys(files)).toEqual(['migratedAnswers'])
		expect(check(files.migratedAnswers!, { format: 'ensemble-charter-answers 1', answers: [] })).toBeNull()
		expect(check(files.migratedAnswers!, { format: 'ensemble-charter-answers 2', answers: [] })).toEqual({ keyword: 'enum', field: 'format' })
		expect((JSON.parse(contractJson(onboarding)) as Written).files).toEqual({})
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Checks what came from outside against a contract's zod schema, with the same refusals as the PHP of the apps. */

import type { JsonSchema, Wrong } from './schema.ts'

import { z } from 'zod'
import { check, isObject, straighten } from './schema.ts'

/** A checked value, with defaults filled in, or the first thing that is wrong. */
export type Checked<T> = { ok: true, value: T } | ({ ok: false } & Wrong)

const schemas = new WeakMap<z.ZodType, JsonSchema>()

/**
 * The JSON Schema of what may come in, as it stands in lib/contract.json for PHP.
 *
 * @param schema a schema of a contract
 */
export function jsonSchema(schema: z.ZodType): JsonSchema {
	let json = schemas.get(schema)
	if (json === undefined) {
		json = oneTypeEach(z.toJSONSchema(schema, { io: 'input' }))
		schemas.set(schema, json)
	}
	return json
}

/** Zod writes a nullable boolean as one schema with two types; the checks know one type each, and branches. */
function oneTypeEach(json: object): JsonSchema {
	return JSON.parse(JSON.stringify(json), (_, value: unknown) => {
		if (!isObject(value) || !Array.isArray(value.type)) {
			return value
		}
		const { type, ...rest } = value
		return { ...rest, anyOf: type.map((one: unknown) => ({ type: one })) }
	}) as JsonSchema
}

/**
 * Checks a value. Zod's own issues come in another order than PHP can follow, so the first refusal is found with
 * the schema's JSON Schema (order of checks: see check() in schema.ts); zod then fills in the defaults.
 *
 * @param schema a schema of a contract
 * @param input the value, as JSON.parse gave it
 * @return the value as the schema types it, or keyword, limit and field of the first wrong thing
 * @throws Error if zod refuses what its JSON Schema takes: the contract then has a rule that PHP does not know
 */
export function validate<S extends z.ZodType>(schema: S, input: unknown): Checked<z.output<S>> {
	const json = jsonSchema(schema)
	const wrong = check(json, input)
	if (wrong !== null) {
		return { ok: false, ...wrong }
	}
	const parsed = schema.safeParse(straighten(json, input))
	if (!parsed.success) {
		throw new Error(`This schema has a rule that its JSON Schema does not tell: ${parsed.error.message}`)
	}
	return { ok: true, value: parsed.data }
}

/**
 * Checks path parameters, which arrive as strings: one made of 1 to 20 digits only is read as a number where the
 * schema wants one; every other string is left as it is and refused with `type`.
 *
 * @param schema the endpoint's `params`
 * @param input name → raw, decoded string
 */
export function validateParams<S extends z.ZodObject>(schema: S, input: Record<string, string>): Checked<z.output<S>> {
	const properties = jsonSchema(schema).properties ?? {}
	const read = Object.entries(input).map(([name, raw]) => [name, properties[name]?.type === 'integer' && /^[0-9]{1,20}$/.test(raw) ? Number(raw) : raw])
	return validate(schema, Object.fromEntries(read))
}

/**
 * Reads a JSON body as PHP does: what is not UTF-8, not JSON, holds half a surrogate pair, is nested too deeply or is
 * no object counts as an empty object.
 *
 * @param body the bytes of the request
 */
export function readBody(body: Uint8Array): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), refuseHalfPairs)
		return isObject(value) && depth(value) <= 512 ? value : {}
	} catch {
		return {}
	}
}

const HALF_PAIR = /\p{Surrogate}/u

function refuseHalfPairs(name: string, value: unknown): unknown {
	if (HALF_PAIR.test(name) || (typeof value === 'string' && HALF_PAIR.test(value))) {
		throw new SyntaxError('Half a surrogate pair')
	}
	return value
}

function depth(value: unknown): number {
	return typeof value === 'object' && value !== null ? 1 + Object.values(value).reduce<number>((deepest, item) => Math.max(deepest, depth(item)), 0) : 0
}

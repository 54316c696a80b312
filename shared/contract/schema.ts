// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Checks a value against JSON Schema, exactly as the PHP of the apps does (appinfo-templates: Schema.php); cases.json tests both. */

import type { Keyword } from './messages.ts'

/** The part of JSON Schema that contracts may use. Anything else makes check() throw, which a test over all contracts sees first. */
export interface JsonSchema {
	type?: 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string'
	properties?: Record<string, JsonSchema>
	required?: string[]
	additionalProperties?: boolean | JsonSchema
	propertyNames?: JsonSchema
	items?: JsonSchema
	minItems?: number
	maxItems?: number
	minLength?: number
	maxLength?: number
	pattern?: string
	minimum?: number
	maximum?: number
	enum?: unknown[]
	const?: unknown
	anyOf?: JsonSchema[]
	'x-ascending'?: boolean
	$schema?: string
	default?: unknown
}

const KNOWN = new Set(['type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'minItems', 'maxItems', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'enum', 'const', 'anyOf', 'x-ascending', '$schema', 'default'])

/** The first thing that is wrong with a value. */
export interface Wrong {
	keyword: Keyword
	/** The schema's number, for the keywords whose sentence says `{limit}`. */
	limit?: number
	/** Dotted path, as `texts.fr.title` or `levels.2`; empty for the value itself. */
	field: string
}

/** A value as JSON: an object with string keys. */
export type JsonObject = Record<string, unknown>

/** Whether a value is a JSON object (an array is not). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Finds the first wrong thing. The order of the checks, the same in PHP:
 *
 * 1. `anyOf`: null is fine where a branch is `null`; else the first branch that takes the value; else the refusal of
 *    the first branch whose `type` fits; else `type`.
 * 2. `type`. An integer is a number without a fraction: 3.0 is one. Infinity is no number.
 * 3. `const` and `enum`, both with the keyword `enum`.
 * 4. Strings: `minLength`, `maxLength` (UTF-16 units), `pattern`.
 * 5. Numbers: `minimum`, `maximum`.
 * 6. Arrays: `minItems`, `maxItems`, each item in order (the whole check of one before the next), `x-ascending`
 *    (the field is the array).
 * 7. Objects: each of `properties` in the schema's order (`required` if it is absent, else the whole check of its
 *    value); then the other fields in the order of the input, each one: `additionalProperties` where it is false, else
 *    `propertyNames` (the keyword is the one of that schema, the field is the name's), else the check of its value.
 *
 * An empty array counts as an empty object and the other way round, since PHP reads both alike.
 *
 * @param schema what the value should be
 * @param value the value, as JSON.parse gave it
 * @param field path of the value
 * @return what is wrong first, null if nothing is
 * @throws Error if the schema has a keyword that is not known here
 */
export function check(schema: JsonSchema, value: unknown, field = ''): Wrong | null {
	for (const keyword of Object.keys(schema)) {
		if (!KNOWN.has(keyword)) {
			throw new Error(`The JSON Schema keyword ${keyword} is not known to the checks`)
		}
	}
	if (schema.anyOf !== undefined) {
		return checkAnyOf(schema.anyOf, value, field)
	}
	if (schema.type !== undefined && !isOfType(schema.type, value)) {
		return { keyword: 'type', field }
	}
	if (('const' in schema && value !== schema.const) || (schema.enum !== undefined && !schema.enum.includes(value))) {
		return { keyword: 'enum', field }
	}
	switch (schema.type) {
		case 'string': return typeof value === 'string' ? checkString(schema, value, field) : null
		case 'integer':
		case 'number': return typeof value === 'number' ? checkNumber(schema, value, field) : null
		case 'array': return checkArray(schema, Array.isArray(value) ? value : [], field)
		case 'object': return checkObject(schema, isObject(value) ? value : {}, field)
		default: return null
	}
}

function isEmpty(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function isOfType(type: NonNullable<JsonSchema['type']>, value: unknown): boolean {
	switch (type) {
		case 'array': return Array.isArray(value) || isEmpty(value)
		case 'object': return isObject(value) || isEmpty(value)
		case 'integer': return Number.isInteger(value)
		case 'number': return Number.isFinite(value)
		case 'null': return value === null
		default: return typeof value === type
	}
}

function checkAnyOf(branches: JsonSchema[], value: unknown, field: string): Wrong | null {
	let refusal: Wrong | null = null
	for (const branch of branches) {
		const wrong = check(branch, value, field)
		if (wrong === null) {
			return null
		}
		if (refusal === null && !(wrong.keyword === 'type' && wrong.field === field)) {
			refusal = wrong
		}
	}
	return refusal ?? { keyword: 'type', field }
}

function checkString(schema: JsonSchema, value: string, field: string): Wrong | null {
	if (schema.minLength !== undefined && value.length < schema.minLength) {
		return { keyword: 'minLength', limit: schema.minLength, field }
	}
	if (schema.maxLength !== undefined && value.length > schema.maxLength) {
		return { keyword: 'maxLength', limit: schema.maxLength, field }
	}
	if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
		return { keyword: 'pattern', field }
	}
	return null
}

function checkNumber(schema: JsonSchema, value: number, field: string): Wrong | null {
	if (schema.minimum !== undefined && value < schema.minimum) {
		return { keyword: 'minimum', limit: schema.minimum, field }
	}
	if (schema.maximum !== undefined && value > schema.maximum) {
		return { keyword: 'maximum', limit: schema.maximum, field }
	}
	return null
}

function checkArray(schema: JsonSchema, value: unknown[], field: string): Wrong | null {
	if (schema.minItems !== undefined && value.length < schema.minItems) {
		return { keyword: 'minItems', limit: schema.minItems, field }
	}
	if (schema.maxItems !== undefined && value.length > schema.maxItems) {
		return { keyword: 'maxItems', limit: schema.maxItems, field }
	}
	if (schema.items !== undefined) {
		for (const [index, item] of value.entries()) {
			const wrong = check(schema.items, item, below(field, String(index)))
			if (wrong !== null) {
				return wrong
			}
		}
	}
	if (schema['x-ascending'] === true && !value.every((item, index) => index === 0 || Number(item) > Number(value[index - 1]))) {
		return { keyword: 'x-ascending', field }
	}
	return null
}

function checkObject(schema: JsonSchema, value: JsonObject, field: string): Wrong | null {
	const properties = schema.properties ?? {}
	for (const [name, property] of Object.entries(properties)) {
		if (!Object.hasOwn(value, name)) {
			if (schema.required?.includes(name) === true) {
				return { keyword: 'required', field: below(field, name) }
			}
			continue
		}
		const wrong = check(property, value[name], below(field, name))
		if (wrong !== null) {
			return wrong
		}
	}
	for (const name of Object.keys(value)) {
		if (Object.hasOwn(properties, name)) {
			continue
		}
		const wrong = checkOther(schema, name, value[name], below(field, name))
		if (wrong !== null) {
			return wrong
		}
	}
	return null
}

/** A field that `properties` does not name. */
function checkOther(schema: JsonSchema, name: string, value: unknown, field: string): Wrong | null {
	if (schema.additionalProperties === false) {
		return { keyword: 'additionalProperties', field }
	}
	if (schema.propertyNames !== undefined) {
		const wrong = check(schema.propertyNames, name, field)
		if (wrong !== null) {
			return wrong
		}
	}
	return typeof schema.additionalProperties === 'object' ? check(schema.additionalProperties, value, field) : null
}

function below(field: string, name: string): string {
	return field === '' ? name : `${field}.${name}`
}

/**
 * A copy of a value that check() took, with each empty array or object turned into the one that the schema means.
 *
 * @param schema what the value is
 * @param value the value
 */
export function straighten(schema: JsonSchema, value: unknown): unknown {
	if (schema.anyOf !== undefined) {
		const branch = schema.anyOf.find((one) => check(one, value) === null)
		return branch === undefined ? value : straighten(branch, value)
	}
	if (schema.type === 'array') {
		const items = schema.items
		return Array.isArray(value) ? value.map((item) => items === undefined ? item : straighten(items, item)) : []
	}
	if (schema.type !== 'object') {
		return value
	}
	const other = schema.additionalProperties
	return Object.fromEntries(Object.entries(isObject(value) ? value : {}).map(([name, item]) => {
		const inner = schema.properties?.[name] ?? (typeof other === 'object' ? other : undefined)
		return [name, inner === undefined ? item : straighten(inner, item)]
	}))
}

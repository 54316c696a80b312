// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The settings of the storage app under fire: a thousand random bodies, never a crash, never half of a change. */

import { contract, NEVER } from '@ensemble/quota/contract'
import { check } from '@ensemble/shared/contract/schema'
import { jsonSchema, readBody } from '@ensemble/shared/contract/validate'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const GET = 'GET /api/v1/settings'
const PUT = 'PUT /api/v1/settings'
const space = useSpace()
const names = Object.keys(contract.settings.shape)
const nothing = Object.fromEntries(names.map((name) => [name, null]))
afterEach(() => space.answer(contract, PUT, { as: space.admin, body: nothing }))

const get = () => space.answer(contract, GET, { as: space.admin })
const put = (body: object) => space.answer(contract, PUT, { as: space.admin, body })
const refused = (body: object) => space.refusal(contract, PUT, { as: space.admin, body })

describe('levels', () => {
	it.each(['levels', 'poolLevels'])('rise (%s)', async (field) => {
		for (const wrong of [[90, 80], [80, 80], [80, 95, 90], [], [0], [101], [80.5], ['80'], '', '80', 80, {}, { 0: 80 }, [80, null], Array.from({ length: 11 }, (_, index) => index + 1)]) {
			expect({ wrong, ...await refused({ [field]: wrong }) }).toMatchObject({ wrong, status: 400, error: 'invalid_request', field: expect.stringMatching(new RegExp(`^${field}`)) })
		}
		expect((await get()).values).toEqual(contract.settings.parse({}))
	})

	it('may be one, or ten', async () => {
		const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
		expect((await put({ levels: [100], poolLevels: ten })).values).toMatchObject({ levels: [100], poolLevels: ten })
	})
})

describe('an empty field', () => {
	it.each(names.filter((name) => name !== 'contact'))('is an error, not 0: %s', async (name) => {
		expect(await refused({ [name]: '' })).toMatchObject({ status: 400, error: 'invalid_request', field: name })
		expect((await get()).sources[name]).toBe('built-in')
	})

	it.each([['advice', { fr: '' }], ['quietHours', { from: '', to: 7 }], ['quietHours', { from: 21 }], ['levels', ['']]])('is an error inside of %s', async (name, value) => {
		expect(await refused({ [name]: value })).toMatchObject({ status: 400, error: 'invalid_request', field: expect.stringMatching(new RegExp(`^${name}\\.`)) })
	})
})

describe('a change of several fields', () => {
	it('is refused as a whole if one of them is wrong', async () => {
		const before = await put({ levels: [70, 85], repeatDays: 3, contact: 'le bureau' })
		expect(await refused({ levels: [60, 75], repeatDays: 0, contact: 'le jardin' })).toMatchObject({ field: 'repeatDays' })
		expect(await get()).toEqual(before)
	})

	it('is refused as a whole if one of them is locked', async () => {
		await space.configure(contract.app, 'fleet_policy', { locked: { pool: 50 * 1024 ** 3 } })
		const before = await get()
		expect(await refused({ levels: [60, 75], pool: 10, contact: 'le jardin' })).toMatchObject({ status: 403, error: 'locked', field: 'pool' })
		expect(await get()).toEqual(before)
		await space.configure(contract.app, 'fleet_policy', null)
	})
})

/** Values that a field may have, or nearly. */
const near = fc.oneof(
	fc.integer({ min: -1, max: 102 }),
	fc.constantFrom(null, true, false, 0, -0, 1.5, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e30, '', '80', 'fr', 'a\u0000b', '🌻', 'x'.repeat(201), 'x'.repeat(501), [], {}),
	fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }).map((list) => list.toSorted((a, b) => a - b)),
	fc.array(fc.oneof(fc.integer({ min: 0, max: 101 }), fc.string({ maxLength: 3 })), { maxLength: 11 }),
	fc.record({ from: fc.integer({ min: -1, max: 24 }), to: fc.integer({ min: 0, max: 23 }) }, { requiredKeys: ['to'] }),
	fc.dictionary(fc.constantFrom('fr', 'de_DE', 'French', '', '__proto__'), fc.string({ maxLength: 20 }), { maxKeys: 3 }),
	fc.jsonValue({ maxDepth: 3 }),
)
/** Fields as they are right, so that many bodies are taken. */
const right = fc.record({
	levels: fc.constantFrom([80, 90, 95], [50], [1, 100]),
	bannerFrom: fc.integer({ min: 1, max: 100 }),
	notificationFrom: fc.constantFrom(null, 80, 100, NEVER),
	mailFrom: fc.constantFrom(null, 90, NEVER),
	poolLevels: fc.constantFrom([85], [70, 80, 90]),
	repeatDays: fc.integer({ min: 1, max: 90 }),
	hysteresis: fc.integer({ min: 0, max: 20 }),
	quietHours: fc.constantFrom(null, { from: 22, to: 6 }, { from: 0, to: 0 }),
	digestDay: fc.integer({ min: 0, max: 7 }),
	membersChoose: fc.boolean(),
	requests: fc.boolean(),
	pool: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2 ** 53 - 1 })),
	accountCap: fc.constantFrom(null, 1, 60, 100_000),
	contact: fc.string({ unit: 'grapheme', maxLength: 60 }),
	advice: fc.constantFrom({}, { fr: 'Videz la corbeille.', en: 'Empty the bin.' }),
}, { requiredKeys: [] })
const wrong = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) }), near, { maxKeys: 5 })
const bodies = fc.oneof(
	{ weight: 4, arbitrary: right.map((body) => JSON.stringify(body)) },
	{ weight: 10, arbitrary: fc.tuple(right, wrong).map(([one, other]) => JSON.stringify({ ...one, ...other })) },
	{ weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

describe('a thousand random bodies', () => {
	it('are taken whole or refused whole, and never break anything', async () => {
		const schema = jsonSchema(contract.endpoints[PUT].body)
		const counts = { taken: 0, refused: 0 }
		let before = await get()
		for (const raw of fc.sample(bodies, { numRuns: 1000, seed: 20_261_122 })) {
			const body = readBody(new TextEncoder().encode(raw))
			const reply = await space.call(contract, PUT, { as: space.admin, raw })
			const right = check(schema, body) === null
			expect({ raw, status: reply.status }).toEqual({ raw, status: right ? 200 : 400 })
			const after = await get()
			if (right) {
				counts.taken++
				expect(changed(before.values, after.values, body)).toEqual([])
			} else {
				counts.refused++
				expect({ raw, after }).toEqual({ raw, after: before })
			}
			before = after
		}
		expect(counts.taken).toBeGreaterThan(200)
		expect(counts.refused).toBeGreaterThan(400)
	}, 900_000)
})

/** Fields that are not what the change says: what was sent, what was there, or the default where null was sent. */
function changed(before: Record<string, unknown>, after: Record<string, unknown>, body: Record<string, unknown>): string[] {
	const builtIn: Record<string, unknown> = contract.settings.parse({})
	return names.filter((name) => {
		const expected = !Object.hasOwn(body, name) ? before[name] : body[name] === null ? builtIn[name] : body[name]
		// PHP and JSON know no -0.
		return JSON.stringify(sorted(after[name])) !== JSON.stringify(sorted(expected))
	})
}

/** Objects with their fields in order; an empty list and an empty object are the same to PHP. */
function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
		return typeof value === 'object' && value !== null ? [] : value
	}
	return Array.isArray(value) ? value.map(sorted) : Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
}

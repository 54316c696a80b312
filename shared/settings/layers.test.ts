// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Each layer wins over the one below it, and what is invalid does not count. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ascending } from '../contract/fields.ts'
import { validate } from '../contract/validate.ts'
import { changeSettings, policySchema, resolveSettings } from './layers.ts'

const settings = z.strictObject({
	levels: ascending(z.int().min(1).max(100), 1, 5).default([80, 90]),
	days: z.int().min(1).max(90).default(7),
	pool: z.int().min(0).nullable().default(null),
	contact: z.string().max(20).default(''),
})
/** The host has a motto of its own, with days. */
const host = z.strictObject({ motto: z.strictObject({ words: z.string().max(9), days: z.int().default(3) }).nullable().default(null) })
const contract = { settings, host }
const builtIn = { levels: [80, 90], days: 7, pool: null, contact: '' }

const levels = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }).map((list) => list.toSorted((a, b) => a - b))
const layer = fc.record({ levels, days: fc.integer({ min: 1, max: 90 }), pool: fc.integer({ min: 0 }), contact: fc.string({ maxLength: 20 }) }, { requiredKeys: [] })
const mottos = fc.option(fc.record({ words: fc.string({ maxLength: 9 }), days: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: ['words'] }))
const policy = fc.record({ defaults: layer, locked: layer, host: fc.record({ motto: mottos }, { requiredKeys: [] }) }, { requiredKeys: [] })
const invalid = fc.constantFrom<unknown>(5, 'x', true, [1], { defaults: { days: 0 } }, { locked: { colour: 'blue' } }, { defaults: { days: 3 }, other: 1 }, { locked: { levels: [90, 80] } }, { defaults: null }, { host: { motto: 'x' } }, { host: { motto: null, days: 1 } }, { host: { motto: {} } }, { host: null }, { locked: { days: 3 }, host: { motto: { words: 'far too long' } } }, { host: { motto: { words: 'x' } }, locked: { days: 0 } })
const names = Object.keys(builtIn) as Array<keyof typeof builtIn>

describe('resolveSettings', () => {
	it('gives what is built in when nothing is stored', () => {
		expect(resolveSettings(contract, { policy: undefined, choice: undefined })).toEqual({
			values: builtIn,
			host: { motto: null },
			sources: { levels: 'built-in', days: 'built-in', pool: 'built-in', contact: 'built-in' },
			policy: null,
		})
	})

	it('takes each field from the highest layer that has it', () => {
		const resolved = resolveSettings(contract, {
			policy: { defaults: { days: 3, contact: 'host', levels: [70] }, locked: { pool: 50 } },
			choice: { days: 4, pool: 99 },
		})
		expect(resolved.values).toEqual({ levels: [70], days: 4, pool: 50, contact: 'host' })
		expect(resolved.sources).toEqual({ levels: 'fleet', days: 'space', pool: 'locked', contact: 'fleet' })
	})

	it('follows the order of the layers for any layers', () => {
		fc.assert(fc.property(policy, layer, (given, choice) => {
			const { values, sources } = resolveSettings(contract, { policy: given, choice })
			for (const name of names) {
				const expected = ([['locked', given.locked], ['space', choice], ['fleet', given.defaults]] as const)
					.find(([, values]) => values !== undefined && Object.hasOwn(values, name))
				expect(sources[name]).toBe(expected?.[0] ?? 'built-in')
				expect(values[name]).toEqual(expected?.[1]?.[name] ?? builtIn[name])
			}
		}))
	})

	it('refuses an invalid policy as a whole and keeps the last good one', () => {
		fc.assert(fc.property(invalid, policy, layer, (wrong, good, choice) => {
			expect(resolveSettings(contract, { policy: wrong, lastGoodPolicy: good, choice })).toEqual(resolveSettings(contract, { policy: good, choice }))
		}))
	})

	it('counts without a policy when neither is valid', () => {
		expect(resolveSettings(contract, { policy: { locked: { days: 0 } }, lastGoodPolicy: 'x', choice: { days: 9 } })).toMatchObject({ values: { days: 9 }, policy: null })
	})

	it.each([null, undefined, ''])('has no policy when the host has taken it away: %j', (taken) => {
		expect(resolveSettings(contract, { policy: taken, lastGoodPolicy: { locked: { days: 3 } }, choice: {} }).values.days).toBe(7)
	})

	it('ignores an invalid choice as a whole', () => {
		expect(resolveSettings(contract, { policy: null, choice: { days: 9, contact: 5 } })).toMatchObject({ values: builtIn, sources: { days: 'built-in' } })
	})

	it('knows that null can be a value', () => {
		expect(resolveSettings(contract, { policy: { defaults: { pool: 5 }, locked: { pool: null } }, choice: { pool: 7 } })).toMatchObject({ values: { pool: null }, sources: { pool: 'locked' } })
	})
})

describe('what the host decides alone', () => {
	it('comes complete, whatever else the layers hold', () => {
		fc.assert(fc.property(policy, layer, (given, choice) => {
			const motto = given.host?.motto ?? null
			expect(resolveSettings(contract, { policy: given, choice }).host).toEqual({ motto: motto && { days: 3, ...motto } })
		}))
	})

	it('changes no setting, and no choice of the space changes it', () => {
		fc.assert(fc.property(policy, layer, (given, choice) => {
			const { values, sources } = resolveSettings(contract, { policy: given, choice })
			const rest = Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'host'))
			expect(resolveSettings(contract, { policy: rest, choice })).toMatchObject({ values, sources })
			// A field of that name in what the space has stored is a wrong choice, which does not count.
			expect(resolveSettings(contract, { policy: given, choice: { ...choice, motto: { words: 'ours' } } }).host).toEqual(resolveSettings(contract, { policy: given, choice: {} }).host)
		}))
	})

	it('stays with the last good policy while the new one is wrong, and goes when the policy is taken away', () => {
		const lastGoodPolicy = { host: { motto: { words: 'Together' } } }
		expect(resolveSettings(contract, { policy: { ...lastGoodPolicy, defaults: { days: 0 } }, lastGoodPolicy, choice: {} })).toMatchObject({ host: { motto: { words: 'Together', days: 3 } } })
		expect(resolveSettings(contract, { policy: null, lastGoodPolicy, choice: {} }).host).toEqual({ motto: null })
	})

	it('gives the same again when the policy in force is stored and read, for any policy', () => {
		fc.assert(fc.property(policy, (given) => {
			const first = resolveSettings(contract, { policy: given, choice: {} })
			expect(resolveSettings(contract, { policy: first.policy, choice: {} })).toEqual(first)
		}))
	})

	it('is a wrong policy for an app where it decides nothing', () => {
		expect(validate(policySchema({ settings }), { host: {} })).toMatchObject({ ok: false, keyword: 'additionalProperties', field: 'host' })
		expect(resolveSettings({ settings }, { policy: { host: {}, locked: { days: 3 } }, choice: {} })).toMatchObject({ values: builtIn, host: {} })
	})
})

describe('changeSettings', () => {
	it('keeps what is left out, sets what is given and drops what is null', () => {
		expect(changeSettings(contract, { policy: null, choice: { days: 4, contact: 'Ada' } }, { days: null, levels: [50] })).toEqual({ ok: true, choice: { contact: 'Ada', levels: [50] } })
	})

	it('refuses the first locked field, whatever the value', () => {
		const layers = { policy: { locked: { contact: 'host', days: 3 } }, choice: {} }
		expect(changeSettings(contract, layers, { contact: 'host', days: 3, levels: [5] })).toEqual({ ok: false, error: 'locked', field: 'days' })
		expect(changeSettings(contract, layers, { contact: null })).toEqual({ ok: false, error: 'locked', field: 'contact' })
	})

	it('starts anew from an invalid choice', () => {
		expect(changeSettings(contract, { policy: null, choice: 'broken' }, { days: 5 })).toEqual({ ok: true, choice: { days: 5 } })
	})

	it('is in force at once, for any change', () => {
		fc.assert(fc.property(layer, layer, (choice, change) => {
			const changed = changeSettings(contract, { policy: undefined, choice }, change)
			expect(changed.ok && resolveSettings(contract, { policy: undefined, choice: changed.choice }).values).toMatchObject({ ...builtIn, ...choice, ...change })
		}))
	})

	it('goes back to the defaults when every field is null, for any choice', () => {
		fc.assert(fc.property(layer, (choice) => {
			expect(changeSettings(contract, { policy: undefined, choice }, { levels: null, days: null, pool: null, contact: null })).toEqual({ ok: true, choice: {} })
		}))
	})
})

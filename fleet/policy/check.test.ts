// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Policies are refused here exactly where the apps would refuse them. */

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { validate } from '@ensemble/shared/contract/validate'
import { policySchema } from '@ensemble/shared/settings/layers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPolicy, POLICY_APPS } from './check.ts'

const paths = (app: string, policy: unknown) => checkPolicy(app, policy).map(({ path, key }) => [...path, ...key === undefined ? [] : [key]].join('.'))

describe('checkPolicy', () => {
	it('takes nothing at all, defaults, locks', () => {
		POLICY_APPS.forEach((app) => expect(checkPolicy(app, {})).toEqual([]))
		expect(checkPolicy('ensemble_quota', { defaults: { levels: [75, 90, 95], contact: 'help@example.org' }, locked: { pool: 53687091200, accountCap: 60 } })).toEqual([])
	})

	it('names each wrong field', () => {
		expect(paths('ensemble_quota', { defaults: { levels: [] }, locked: { pool: -1, colour: 'red' }, host: {} })).toEqual(expect.arrayContaining(['defaults.levels', 'locked.pool', 'locked.colour', 'host']))
		expect(paths('ensemble_quota', { defaults: { levels: [90, 80] } })).toEqual(['defaults.levels'])
		expect(paths('ensemble_quota', 'much')).toEqual([''])
		expect(paths('ensemble_nothing', {})).toEqual([''])
		checkPolicy('ensemble_quota', { defaults: { levels: [] }, locked: { pool: 'much' } }).forEach(({ message }) => expect(message).toMatch(/^[A-Z].*\.$/))
	})

	it('wants a charter with a text in its main language', () => {
		const text = { title: 'T', summary: ['S'], body: 'B' }
		const host = (texts: object, defaultLanguage = 'en') => ({ host: { charter: { name: 'Host', defaultLanguage, texts, mode: 'ask', deadlineDays: null, changeNote: {} } } })
		expect(paths('ensemble_charter', host({ en: text }))).toEqual([])
		expect(paths('ensemble_charter', host({ fr: text }))).toEqual(['host.charter.defaultLanguage'])
		expect(paths('ensemble_charter', host({ en: { title: 'T', body: 'B' } }))).toEqual(['host.charter.texts.en.summary'])
	})

	it('agrees with the apps about every value, and never fails itself (2,000 cases)', () => {
		const contracts = [charter, onboarding, quota]
		const words = ['defaults', 'locked', 'host', 'charter', ...new Set(contracts.flatMap(({ settings }) => Object.keys(settings.shape))), 'texts', 'en', 'title', 'summary', 'body', 'name', 'mode', 'defaultLanguage', 'deadlineDays', 'changeNote', '__proto__', '']
		const leaf = fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom('en', 'ask', '', 'x'), fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }))
		const value = fc.letrec<{ node: unknown }>((tie) => ({ node: fc.oneof({ depthSize: 'small' }, leaf, fc.dictionary(fc.constantFrom(...words), tie('node'), { maxKeys: 4 }), fc.array(tie('node'), { maxLength: 3 })) })).node
		const shaped = fc.record({ defaults: fc.dictionary(fc.constantFrom(...words), value, { maxKeys: 3 }), locked: fc.dictionary(fc.constantFrom(...words), value, { maxKeys: 3 }) }, { requiredKeys: [] })
		fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.oneof(value, shaped), (index, policy) => {
			const contract = contracts[index]!
			const json: unknown = JSON.parse(JSON.stringify(policy))
			const faults = checkPolicy(contract.app, json)
			expect(faults.every(({ message }) => message.length > 0)).toBe(true)
			const app = validate(policySchema(contract), json).ok
			if (!app || faults.every(({ path }) => path.at(-1) !== 'defaultLanguage')) {
				expect(faults.length === 0).toBe(app)
			}
		}), { numRuns: 2000 })
	})
})

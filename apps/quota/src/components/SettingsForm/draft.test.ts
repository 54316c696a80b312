// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what the fields of the settings form mean. */

import type { Draft } from './draft.ts'

import { describe, expect, it } from 'vitest'
import { contract } from '../../../contract.ts'
import { GB, settings } from '../testing.ts'
import { readDraft, toDraft } from './draft.ts'

const before = toDraft(settings, 'en')
const read = (given: Partial<Draft>) => readDraft({ ...before, ...given }, before)

describe('toDraft', () => {
	it('writes amounts in GB, as the language does, and nothing for what is not known', () => {
		expect([before.pool, before.accountCap]).toEqual(['12', ''])
		expect(toDraft({ ...settings, pool: 1536.5 * GB, accountCap: 50 }, 'fr')).toMatchObject({ pool: '1536,5', accountCap: '50' })
		expect(toDraft({ ...settings, pool: null }, 'fr').pool).toBe('')
	})

	it('knows what is switched off, by null or by twice the same hour', () => {
		expect(toDraft({ ...settings, quietHours: null, digestDay: 0 }, 'en')).toMatchObject({ quietHours: { on: false, from: 21, to: 7 }, digestDay: 0 })
		expect(toDraft({ ...settings, quietHours: { from: 3, to: 3 } }, 'en')).toMatchObject({ quietHours: { on: false } })
	})

	it('always offers the languages of the pack', () => {
		expect(toDraft({ ...settings, advice: { br: 'Ya.' } }, 'en').advice).toEqual({ fr: '', en: '', br: 'Ya.' })
	})
})

describe('readDraft', () => {
	it.each([settings, { ...settings, bannerFrom: 101, mailFrom: 101, notificationFrom: 85, quietHours: null, digestDay: 0, accountCap: 9 }])('changes nothing where nothing was written', (stored) => {
		const draft = toDraft(stored, 'en')
		expect(readDraft(draft, draft)).toEqual({ changes: {}, errors: {} })
	})

	it('sends only what was changed', () => {
		expect(read({ repeatDays: ' 3 ', requests: false, contact: ' Amina ' })).toEqual({ changes: { repeatDays: 3, requests: false, contact: 'Amina' }, errors: {} })
	})

	it('switches off without null, which would be the default', () => {
		const { changes } = read({ quietHours: { on: false, from: 21, to: 7 }, digestDay: 0, mailFrom: { ...before.mailFrom, row: 3 } })
		expect(changes).toEqual({ quietHours: { from: 0, to: 0 }, digestDay: 0, mailFrom: 101 })
		expect(contract.settings.safeParse({ ...settings, ...changes }).success).toBe(true)
	})

	it('leaves alone where something starts when levels change around it', () => {
		expect(read({ levels: ['70', '90', '99'] }).changes).toEqual({ levels: [70, 90, 99] })
	})

	it('moves where something starts with its row', () => {
		expect(read({ levels: ['70', '85', '99'] }).changes).toEqual({ levels: [70, 85, 99], notificationFrom: 85 })
	})

	it('leaves out languages in which nothing is written', () => {
		expect(read({ advice: { fr: ' Oui. ', en: ' ', br: '' } }).changes).toEqual({ advice: { fr: 'Oui.' } })
	})

	it.each(['pool', 'accountCap'] as const)('takes an empty %s as not known, not as 0', (field) => {
		const stored = toDraft({ ...settings, accountCap: 50 }, 'en')
		expect(readDraft({ ...stored, [field]: ' ' }, stored)).toEqual({ changes: { [field]: null }, errors: {} })
	})

	it.each([
		['levels', ['', '90'], 'levels.0'],
		['levels', ['80', '79'], 'levels.1'],
		['poolLevels', ['x'], 'poolLevels.0'],
		['repeatDays', '', 'repeatDays'],
		['repeatDays', '1.5', 'repeatDays'],
		['repeatDays', '-1', 'repeatDays'],
		['repeatDays', '7e1', 'repeatDays'],
		['hysteresis', '', 'hysteresis'],
		['hysteresis', 'few', 'hysteresis'],
		['pool', '0', 'pool'],
		['pool', '1,000,000', 'pool'],
		['pool', '9'.repeat(400), 'pool'],
		['accountCap', 'many', 'accountCap'],
		['quietHours', { on: true, from: 5, to: 5 }, 'quietHours'],
	])('refuses %s %j with a sentence at the field', (field, value, path) => {
		const { changes, errors } = read({ [field]: value })
		expect(changes).toEqual({})
		expect(Object.keys(errors)).toEqual([path])
	})
})

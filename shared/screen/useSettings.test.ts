// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what a settings form learns from the server. */

import type { InForce, SettingsApi } from './useSettings.ts'

import { describe, expect, it, vi } from 'vitest'
import { OcsError } from '../ocs/error.ts'
import { errorAt, useSettings } from './useSettings.ts'

interface Values { days: number, levels: number[] }
const before: InForce<Values> = { values: { days: 7, levels: [80] }, sources: { days: 'built-in', levels: 'fleet' } }
const after: InForce<Values> = { values: { days: 3, levels: [80] }, sources: { days: 'space', levels: 'fleet' } }

function setUp() {
	const api = { load: vi.fn<SettingsApi<Values>['load']>(async () => before), save: vi.fn<SettingsApi<Values>['save']>(async () => after) }
	return { api, ...useSettings(api, 'demo') }
}

describe('useSettings', () => {
	it('takes what the server answers to a change', async () => {
		const { api, data, load, save } = setUp()
		await load()
		expect(await save({ days: 3 })).toBe(true)
		expect(api.save).toHaveBeenCalledExactlyOnceWith({ days: 3 })
		expect(data.value).toEqual(after)
	})

	it('puts an error at the field the server blames, and keeps the values', async () => {
		const { api, data, fieldErrors, saveError, load, save } = setUp()
		await load()
		api.save.mockRejectedValueOnce(new OcsError('invalid_request', 'Too large.', 400, 'levels.2'))
		expect(await save({ levels: [80, 90, 200] })).toBe(false)
		expect(fieldErrors.value).toEqual({ 'levels.2': 'Too large.' })
		expect(saveError.value).toBeNull()
		expect(data.value).toEqual(before)
		await save({ days: 3 })
		expect(fieldErrors.value).toEqual({})
	})

	it('keeps an error without a field apart', async () => {
		const { api, fieldErrors, saveError, saving, save } = setUp()
		api.save.mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		const saved = save({ days: 3 })
		expect(saving.value).toBe(true)
		expect(await saved).toBe(false)
		expect([saving.value, fieldErrors.value, saveError.value?.message]).toEqual([false, {}, 'No connection.'])
	})
})

describe('errorAt', () => {
	it('finds the sentence of a field and of its parts, not of a namesake', () => {
		expect(errorAt({ 'levels.2': 'Too large.' }, 'levels')).toBe('Too large.')
		expect(errorAt({ contact: 'Too long.' }, 'contact')).toBe('Too long.')
		expect(errorAt({ levelsOfAll: 'x' }, 'levels')).toBeUndefined()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what a settings form sends, keeps and says. */

import type { Changes, InForce } from './useSettings.ts'

import { describe, expect, it, vi } from 'vitest'
import { OcsError } from '../ocs/error.ts'
import { useSettings } from './useSettings.ts'
import { useSettingsForm } from './useSettingsForm.ts'

interface Values { days: number, name: string }
type Draft = Record<keyof Values, string>

async function setUp() {
	const stored: InForce<Values> = { values: { days: 7, name: 'A' }, sources: { days: 'fleet', name: 'space' } }
	const save = vi.fn(async (changes: Changes<Values>): Promise<InForce<Values>> => {
		stored.values = { days: changes.days === null ? 5 : changes.days ?? stored.values.days, name: changes.name ?? stored.values.name }
		return { ...stored }
	})
	const settings = useSettings<Values>({ load: async () => stored, save }, 'demo')
	const form = useSettingsForm(settings, {
		t: (text) => text,
		toDraft: ({ days, name }): Draft => ({ days: String(days), name }),
		read(draft: Draft, before: Draft) {
			const changes: Changes<Values> = {}
			const errors: Record<string, string> = {}
			if (draft.days === '') {
				errors.days = 'Empty.'
			} else if (draft.days !== before.days) {
				changes.days = Number(draft.days)
			}
			if (draft.name !== before.name) {
				changes.name = draft.name
			}
			return { changes, errors }
		},
	})
	await settings.load()
	return { ...settings, ...form, save }
}

describe('useSettingsForm', () => {
	it('fills the fields once the settings are there', async () => {
		expect((await setUp()).draft.value).toEqual({ days: '7', name: 'A' })
	})

	it('sends only what was changed, and says that it was saved', async () => {
		const { draft, message, save, submit } = await setUp()
		draft.value!.days = '3'
		expect(await submit()).toBe(true)
		expect(save).toHaveBeenCalledExactlyOnceWith({ days: 3 })
		expect([draft.value, message.value]).toEqual([{ days: '3', name: 'A' }, 'Saved.'])
	})

	it('sends nothing where nothing was changed', async () => {
		const { message, save, submit } = await setUp()
		expect(await submit()).toBe(true)
		expect(save).not.toHaveBeenCalled()
		expect(message.value).toBe('Nothing was changed.')
	})

	it('sends nothing while a field makes no sense', async () => {
		const { draft, errors, save, submit } = await setUp()
		draft.value!.days = ''
		draft.value!.name = 'B'
		expect(await submit()).toBe(false)
		expect(errors.value).toEqual({ days: 'Empty.' })
		expect(save).not.toHaveBeenCalled()
		draft.value!.days = '4'
		await submit()
		expect(errors.value).toEqual({})
	})

	it('keeps what is written when the server objects', async () => {
		const { draft, errors, message, save, submit } = await setUp()
		draft.value!.days = '900'
		save.mockRejectedValueOnce(new OcsError('invalid_request', 'Too large.', 400, 'days'))
		expect(await submit()).toBe(false)
		expect([draft.value?.days, errors.value, message.value]).toEqual(['900', { days: 'Too large.' }, ''])
	})

	it('goes back to the default of one field and leaves what is written in another', async () => {
		const { draft, save, reset } = await setUp()
		draft.value!.name = 'half writ'
		draft.value!.days = '3'
		expect(await reset('days')).toBe(true)
		expect(save).toHaveBeenCalledExactlyOnceWith({ days: null })
		expect(draft.value).toEqual({ days: '5', name: 'half writ' })
	})
})

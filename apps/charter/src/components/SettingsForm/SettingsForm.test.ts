// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The settings of the charter. */

import type { Source } from '@ensemble/shared/contract/settings'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import SettingsForm from './SettingsForm.vue'
import { fetchSettings, saveSettings } from '../../api/settings.ts'

vi.mock('../../api/settings.ts')

const inForce = (laterDays: number, source: Source) => ({ values: { laterDays }, sources: { laterDays: source } })

beforeEach(() => {
	vi.mocked(fetchSettings).mockReset().mockResolvedValue(inForce(2, 'fleet'))
	vi.mocked(saveSettings).mockReset().mockResolvedValue(inForce(5, 'space'))
})
afterEach(cleanup)

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^Days until/ })

async function write(value: string) {
	await userEvent.clear(await field())
	await userEvent.type(await field(), value)
	await userEvent.click(screen.getByRole('button', { name: 'Save' }))
}

it('says where the value comes from, and saves a choice', async () => {
	render(SettingsForm)
	expect((await field()).value).toBe('2')
	expect(screen.getByText('This is the default of your host.')).toBeTruthy()
	await write('5')
	expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ laterDays: 5 })
	expect(await screen.findByText('Saved.')).toBeTruthy()
	expect(screen.getByText('This is your own choice.')).toBeTruthy()
	vi.mocked(saveSettings).mockResolvedValueOnce(inForce(2, 'fleet'))
	await userEvent.click(screen.getByRole('button', { name: /^Back to the default/ }))
	expect(saveSettings).toHaveBeenLastCalledWith({ laterDays: null })
	await vi.waitFor(async () => expect((await field()).value).toBe('2'))
})

it('cannot be changed when the host has locked it', async () => {
	vi.mocked(fetchSettings).mockResolvedValue(inForce(7, 'locked'))
	render(SettingsForm)
	expect((await field()).disabled).toBe(true)
	expect(screen.getByText(/^Your host has set this for all spaces/)).toBeTruthy()
})

it('says at the field what is wrong with it, and keeps what was written', async () => {
	vi.mocked(saveSettings).mockRejectedValueOnce(new OcsError('invalid_request', 'This number is too large: 30 at most.', 400, 'laterDays'))
	render(SettingsForm)
	await write('99')
	expect(await screen.findByText(/too large: 30 at most/)).toBeTruthy()
	expect(document.activeElement).toBe(await field())
	expect((await field()).value).toBe('99')
	await write('soon')
	expect(await screen.findByText(/Please write a whole number/)).toBeTruthy()
	expect(saveSettings).toHaveBeenCalledTimes(1)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the lines about apps through the screen. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import HintsSection from './HintsSection.vue'
import { settings as schema } from '../../../contract.ts'
import { fetchIcons, fetchSettings, saveSettings } from '../../api/admin.ts'

vi.mock('../../api/admin.ts')

const icon = (app: string, name: string) => ({ id: app, app, name, url: '', pinned: 0, removable: true, groups: [] })
const inForce = { values: schema.parse({ hintTexts: { spreed: {} } }), sources: { hints: 'built-in' as const, hintTexts: 'fleet' as const } }

beforeEach(() => {
	document.body.innerHTML = ''
	vi.mocked(fetchIcons).mockReset().mockResolvedValue([icon('deck', 'Deck'), icon('spreed', 'Talk'), icon('recipes', 'Recipes')])
	vi.mocked(fetchSettings).mockReset().mockResolvedValue(inForce)
	vi.mocked(saveSettings).mockReset().mockResolvedValue(inForce)
})
afterEach(cleanup)

async function show() {
	render(HintsSection)
	await screen.findByRole('combobox', { name: 'Talk' })
	await waitFor(() => expect(screen.queryByRole('combobox', { name: 'files' })).toBeNull())
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

describe('the lines about apps', () => {
	it('are those of the apps that there are', async () => {
		await show()
		expect(screen.getByText(/^Deck: who does what/)).toBeTruthy()
		expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Talk' }).value).toBe('none')
		expect(screen.queryByText(/^Photos:/)).toBeNull()
	})

	it('can be one\'s own, for any app, and be switched off', async () => {
		await show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Talk' }), 'built-in')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Write about another app' }), 'recipes')
		await userEvent.click(screen.getByRole('button', { name: 'Add a line' }))
		await save()
		expect(screen.getByText('Please write a line, or choose the built-in one.')).toBeTruthy()
		expect(saveSettings).not.toHaveBeenCalled()
		const item = within(screen.getByRole('combobox', { name: 'Recipes' }).closest('li')!)
		await userEvent.type(item.getByRole('textbox', { name: 'English' }), 'What we cook.')
		await userEvent.click(screen.getByRole('checkbox', { name: 'Show such lines' }))
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ hints: false, hintTexts: { recipes: { en: 'What we cook.' } } }))
	})

	it('can be written without the names of apps', async () => {
		vi.mocked(fetchIcons).mockRejectedValue(new OcsError('network', 'No connection.'))
		render(HintsSection)
		expect(await screen.findByRole('combobox', { name: 'files' })).toBeTruthy()
	})
})

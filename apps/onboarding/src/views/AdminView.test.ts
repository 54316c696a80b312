// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests Association → First steps through the screen: the form, its preview, and what the server says. */

import type { InForce } from '@ensemble/shared/screen/useSettings'
import type { OnboardingSettings } from '../api/onboarding.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { fetchSettings, saveSettings } from '../api/onboarding.ts'

vi.mock('../api/onboarding.ts')

const settings: InForce<OnboardingSettings> = {
	values: { association: 'Les Amis', welcome: { fr: 'Bienvenue chez nous !' }, contact: '' },
	sources: { association: 'space', welcome: 'space', contact: 'built-in' },
}

beforeEach(() => {
	vi.mocked(fetchSettings).mockReset().mockResolvedValue(settings)
	vi.mocked(saveSettings).mockReset().mockResolvedValue(settings)
})

afterEach(cleanup)

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name })
const preview = () => screen.getByRole('region', { name: 'Preview' }).textContent
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

describe('the settings of the welcome', () => {
	it('come with a field for each language, at least French and English', async () => {
		render(AdminView)
		expect((await field('Français')).value).toBe('Bienvenue chez nous !')
		expect((await field('Français')).lang).toBe('fr')
		expect((await field('English')).value).toBe('')
	})

	it('say when they cannot be loaded, and try again', async () => {
		vi.mocked(fetchSettings).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		render(AdminView)
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await field('Name of the association')).toBeTruthy()
	})

	it('are shown as a newcomer will read them, while they are written', async () => {
		render(AdminView)
		await userEvent.type(await field('Français'), ' Prenez place.')
		expect(preview()).toContain('Welcome to Les Amis')
		expect(preview()).toContain('Bienvenue chez nous ! Prenez place.')
		await userEvent.type(await field('Whom newcomers can ask'), 'Amina')
		expect(preview()).toContain('Ask Amina.')
		await userEvent.click(await field('English'))
		expect(preview()).toContain('These are the built-in words')
		await userEvent.clear(await field('Name of the association'))
		expect(preview()).toContain('Welcome to your association')
	})

	it('can have words in another language', async () => {
		render(AdminView)
		const select = await screen.findByRole('combobox', { name: 'Another language' })
		expect(within(select).queryByRole('option', { name: 'Français' })).toBeNull()
		await userEvent.selectOptions(select, 'es')
		await userEvent.click(screen.getByRole('button', { name: 'Add this language' }))
		const spanish = await field('Español')
		await waitFor(() => expect(document.activeElement).toBe(spanish))
		await userEvent.type(spanish, '¡Hola!')
		expect(preview()).toContain('¡Hola!')
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ welcome: { es: '¡Hola!', fr: 'Bienvenue chez nous !' } }))
		expect(screen.getByText('Saved.')).toBeTruthy()
	})

	it('put what the server objects to at the language it speaks of', async () => {
		vi.mocked(saveSettings).mockRejectedValue(new OcsError('invalid_request', 'This text is too long: 600 characters at most.', 400, 'welcome.en'))
		render(AdminView)
		await userEvent.type(await field('English'), 'Hello')
		await save()
		await waitFor(async () => expect((await field('English')).getAttribute('aria-invalid')).toBe('true'))
		expect(document.activeElement).toBe(await field('English'))
		expect((await field('Français')).getAttribute('aria-invalid')).toBe('false')
		expect(screen.getByText('This text is too long: 600 characters at most.')).toBeTruthy()
	})

	it('cannot be written where the host has locked them', async () => {
		vi.mocked(fetchSettings).mockResolvedValue({ ...settings, sources: { association: 'locked', welcome: 'locked', contact: 'fleet' } })
		render(AdminView)
		expect((await field('Name of the association')).disabled).toBe(true)
		expect((await field('Français')).disabled).toBe(true)
		expect(screen.queryByRole('combobox')).toBeNull()
		expect((await field('Whom newcomers can ask')).disabled).toBe(false)
	})

	it('go back to the default', async () => {
		render(AdminView)
		await userEvent.click(await screen.findByRole('button', { name: 'Back to the default: Your words of welcome' }))
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ welcome: null }))
	})
})

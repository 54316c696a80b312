// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the steps and words through the screen: the form, its preview, and what the server says. */

import type { InForce } from '@ensemble/shared/screen/useSettings'
import type { OnboardingSettings } from '../../api/admin.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SettingsForm from './SettingsForm.vue'
import { settings as schema } from '../../../contract.ts'
import { fetchSettings, saveSettings } from '../../api/admin.ts'
import { fetchGroups } from '../../api/adminAccounts.ts'

vi.mock('../../api/admin.ts')
vi.mock('../../api/adminAccounts.ts')

let settings: InForce<OnboardingSettings>

beforeEach(() => {
	document.body.innerHTML = ''
	document.documentElement.lang = 'en'
	settings = {
		values: schema.parse({ association: 'Les Amis', welcome: { fr: 'Bienvenue chez nous !' } }),
		sources: { association: 'space', welcome: 'space', contact: 'built-in', contactUrl: 'built-in', steps: 'fleet', glossary: 'built-in' },
	}
	vi.mocked(fetchSettings).mockReset().mockImplementation(async () => settings)
	vi.mocked(saveSettings).mockReset().mockImplementation(async () => settings)
	vi.mocked(fetchGroups).mockReset().mockResolvedValue([{ id: 'board', name: 'Bureau' }])
})
afterEach(cleanup)

async function show() {
	render(SettingsForm)
	await screen.findByRole('form')
}
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const preview = () => within(screen.getByRole('region', { name: 'Preview' }))
const shownSteps = () => preview().queryAllByRole('listitem').map((item) => item.querySelector('strong')!.textContent)
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the words of welcome', () => {
	it('are shown as a newcomer will read them, while they are written', async () => {
		await show()
		await userEvent.type(field('Français'), ' Prenez place.')
		expect(preview().getByText('Welcome to Les Amis')).toBeTruthy()
		expect(preview().getByText('Bienvenue chez nous ! Prenez place.')).toBeTruthy()
		await userEvent.type(field('Whom newcomers can ask'), 'Amina')
		expect(preview().getByText(/Ask Amina\./)).toBeTruthy()
		await userEvent.click(field('English'))
		expect(preview().queryByText(/Bienvenue/)).toBeNull()
	})

	it('carry the name of the space where the association has given none, and are a whole sentence without any', async () => {
		vi.stubGlobal('_theme', { name: 'Espace du Lac' })
		await show()
		await userEvent.clear(field('Name of the association'))
		expect(preview().getByText('Welcome to Espace du Lac')).toBeTruthy()
		cleanup()
		vi.unstubAllGlobals()
		await show()
		await userEvent.clear(field('Name of the association'))
		expect(preview().getByText('Welcome')).toBeTruthy()
	})

	it('can have words in another language', async () => {
		await show()
		await userEvent.selectOptions(screen.getAllByRole('combobox', { name: 'Another language' })[0]!, 'es')
		await userEvent.click(screen.getAllByRole('button', { name: 'Add this language' })[0]!)
		await waitFor(() => expect(document.activeElement).toBe(field('Español')))
		await userEvent.type(field('Español'), '¡Hola!')
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ welcome: { es: '¡Hola!', fr: 'Bienvenue chez nous !' } }))
	})

	it('say what the server objects to at the language it speaks of', async () => {
		vi.mocked(saveSettings).mockRejectedValue(new OcsError('invalid_request', 'This text is too long.', 400, 'welcome.en'))
		await show()
		await userEvent.type(field('English'), 'Hello')
		await save()
		await waitFor(() => expect(field('English').getAttribute('aria-invalid')).toBe('true'))
		expect(document.activeElement).toBe(field('English'))
	})

	it('go back to the default, or cannot be written where the host has locked them', async () => {
		await show()
		await press('Back to the default: Your words of welcome')
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ welcome: null }))
		cleanup()
		settings.sources.welcome = 'locked'
		settings.sources.steps = 'locked'
		await show()
		expect(field('Français').disabled).toBe(true)
		expect(screen.queryByRole('button', { name: /^Move up/ })).toBeNull()
	})
})

describe('the steps', () => {
	const order = async () => {
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalled())
		return vi.mocked(saveSettings).mock.lastCall![0].steps?.map(({ id }) => id)
	}

	it('are moved by buttons and by arrow keys, the focus going with them', async () => {
		await show()
		await press('Move down: Choose a profile picture')
		expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Choose a profile picture')
		await userEvent.keyboard('{ArrowDown}')
		expect(screen.getByText(/“Choose a profile picture” is now number 3 of 8/)).toBeTruthy()
		expect((await order())?.slice(0, 3)).toEqual(['mail', 'upload', 'picture'])
	})

	it('are taken out and put in again', async () => {
		await show()
		await press('Take out: Read the charter')
		expect(shownSteps()).not.toContain('Read the charter')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Another step' }), 'charter')
		await press('Add this step')
		expect((await order())?.at(-1)).toBe('charter')
	})

	it('are seen as each kind of people sees them', async () => {
		await show()
		expect(shownSteps()).toHaveLength(7)
		await press('Change: Choose a profile picture')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'For whom' }), 'groups')
		await userEvent.click(screen.getByRole('checkbox', { name: 'Bureau' }))
		expect(shownSteps()).not.toContain('Choose a profile picture')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'As it is read by' }), 'A member of the group “Bureau”')
		expect(shownSteps()).toContain('Choose a profile picture')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'As it is read by' }), 'A guest')
		expect(shownSteps()).not.toContain('Read the charter')
	})

	it('can be one\'s own, with words that must be there', async () => {
		await show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Another step' }), 'own')
		await press('Add this step')
		await save()
		expect(saveSettings).not.toHaveBeenCalled()
		expect(screen.getByText('Please write what the step is, in one language at least.')).toBeTruthy()
		const fields = screen.getAllByRole<HTMLInputElement>('textbox', { name: /^(Title|What to do)/ })
		await userEvent.type(fields[0]!, 'Dire bonjour')
		await userEvent.type(fields[1]!, 'Au forum.')
		await userEvent.type(field('Where the link leads'), 'www.example.org')
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalled())
		const step = vi.mocked(saveSettings).mock.lastCall![0].steps!.at(-1)
		expect(step).toMatchObject({ id: expect.stringMatching(/^own-[a-z0-9]{1,20}$/), texts: { fr: { title: 'Dire bonjour', sentence: 'Au forum.' } }, url: 'https://www.example.org' })
		expect(schema.shape.steps.parse([step])).toBeTruthy()
	})
})

describe('the glossary', () => {
	it('gets words of one\'s own', async () => {
		await show()
		await press('Add a word')
		await waitFor(() => expect(document.activeElement).toBe(field('Word')))
		await userEvent.type(field('Word'), 'Shed')
		await userEvent.type(field('What it means here'), 'Where the tools are.')
		await save()
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ glossary: { en: [{ word: 'Shed', meaning: 'Where the tools are.' }] } }))
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the welcome through the screen: what it says, that each choice can be skipped, and that there is always a way out. */

import type { PendingWelcome } from '../../../contract.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import WelcomeDialog from './WelcomeDialog.vue'
import { markWelcomeSeen } from '../../api/onboarding.ts'
import { goTo, reload } from '../../navigate.ts'
import { saveFont, saveLanguage, saveMails, saveTheme } from './nextcloud.ts'

vi.mock('../../api/onboarding.ts')
vi.mock('../../navigate.ts')
vi.mock('./nextcloud.ts')

const calls = [markWelcomeSeen, goTo, reload, saveFont, saveLanguage, saveMails, saveTheme]

beforeEach(() => {
	calls.forEach((call) => vi.mocked(call).mockReset())
	vi.mocked(markWelcomeSeen).mockResolvedValue()
	Reflect.set(window, '_oc_appswebroots', { notifications: '/apps/notifications' })
})

afterEach(() => {
	cleanup()
	document.body.replaceChildren()
	for (const { name } of [...document.body.attributes]) {
		document.body.removeAttribute(name)
	}
})

function show(pending: Partial<PendingWelcome> = {}) {
	return render(WelcomeDialog, {
		props: { pending: { association: 'Les Amis', welcome: '', contact: '', contactUrl: '', community: null, logo: '', ...pending } },
	})
}
const never = () => new Promise<never>(() => undefined)
const refused = () => Promise.reject(new OcsError('refused', 'Not from here.', 403))
const appearance = () => within(screen.getByRole('group', { name: 'Appearance' }))

describe('what it says', () => {
	it('welcomes in the name of the association, with the built-in words', () => {
		show()
		expect(screen.getByRole('dialog', { name: 'Welcome to Les Amis' })).toBeTruthy()
		expect(screen.getByText(/keep files together/)).toBeTruthy()
		expect(document.querySelector('img')).toBeNull()
	})

	it('takes the association\'s own words, contact and logo, as plain text', () => {
		show({ welcome: 'Bonjour <b>à toutes</b> !', contact: 'Amina', contactUrl: 'mailto:amina@example.org', logo: '/logo.svg' })
		expect(screen.getByText('Bonjour <b>à toutes</b> !')).toBeTruthy()
		expect(screen.getByRole('link', { name: 'Any question? Ask Amina.' }).getAttribute('href')).toBe('mailto:amina@example.org')
		expect(document.querySelector('img')!.getAttribute('src')).toBe('/logo.svg')
		expect(screen.queryByText(/keep files together/)).toBeNull()
	})
})

describe('ways out', () => {
	it.each([
		['“Not now”', () => userEvent.click(screen.getByRole('button', { name: 'Not now' }))],
		['Escape', () => userEvent.keyboard('{Escape}')],
		['the cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
	])('is left by %s, saved as seen, and nothing was chosen', async (_, leave) => {
		const { emitted } = show()
		screen.getByRole('heading', { name: 'Welcome to Les Amis' }).focus()
		await leave()
		await waitFor(() => expect(markWelcomeSeen).toHaveBeenCalledOnce())
		expect(emitted('closed')).toHaveLength(1)
		for (const call of [goTo, reload, saveFont, saveLanguage, saveMails, saveTheme]) {
			expect(call).not.toHaveBeenCalled()
		}
	})

	it.each([['fails', () => Promise.reject(new OcsError('network', 'No connection.'))], ['never ends', never]])('is left at once when saving %s', async (_, saving) => {
		vi.mocked(markWelcomeSeen).mockImplementation(saving)
		const { emitted } = show()
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		expect(emitted('closed')).toHaveLength(1)
	})

	it('leads to the first steps, after it is saved as seen', async () => {
		let save = () => {}
		vi.mocked(markWelcomeSeen).mockReturnValue(new Promise((resolve) => {
			save = resolve
		}))
		const { emitted } = show()
		await userEvent.click(screen.getByRole('button', { name: 'Show me the first steps' }))
		expect(goTo).not.toHaveBeenCalled()
		save()
		await waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\/apps\/ensemble_onboarding\/$/)))
		expect(emitted('closed')).toHaveLength(1)
	})

	it('leads there even if saving never ends', async () => {
		vi.mocked(markWelcomeSeen).mockImplementation(never)
		show()
		await userEvent.click(screen.getByRole('button', { name: 'Show me the first steps' }))
		await waitFor(() => expect(goTo).toHaveBeenCalledOnce(), { timeout: 4000 })
	})
})

describe('language', () => {
	it('is saved after a pause, and the page is loaded in it when the dialog is left', async () => {
		show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Français')
		await screen.findByText('Saved.')
		expect(saveLanguage).toHaveBeenCalledExactlyOnceWith('fr')
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		await waitFor(() => expect(reload).toHaveBeenCalledOnce())
		expect(markWelcomeSeen).toHaveBeenCalledOnce()
	})

	it('is saved when the dialog is left at once', async () => {
		show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Français')
		await userEvent.click(screen.getByRole('button', { name: 'Show me the first steps' }))
		await waitFor(() => expect(goTo).toHaveBeenCalledOnce())
		expect(saveLanguage).toHaveBeenCalledExactlyOnceWith('fr')
	})

	it('can be read at once; the welcome comes again in it', async () => {
		show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Français')
		await userEvent.click(screen.getByRole('button', { name: 'Go on in this language: Français' }))
		await waitFor(() => expect(reload).toHaveBeenCalledOnce())
		expect(markWelcomeSeen).not.toHaveBeenCalled()
	})

	it('goes back to the old one where it cannot be saved, and says where to change it', async () => {
		vi.mocked(saveLanguage).mockImplementation(refused)
		show()
		const field = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' })
		await userEvent.selectOptions(field, 'Français')
		expect(await screen.findByText(/Not from here\./)).toBeTruthy()
		expect(field.value).toBe('en')
		expect(screen.getByRole('link', { name: 'To my settings' }).getAttribute('href')).toMatch(/\/settings\/user$/)
		expect(screen.queryByRole('button', { name: /Go on in this language/ })).toBeNull()
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		await waitFor(() => expect(markWelcomeSeen).toHaveBeenCalledOnce())
		expect(reload).not.toHaveBeenCalled()
	})
})

describe('appearance', () => {
	it('shows what the page has', () => {
		document.body.toggleAttribute('data-theme-dark', true)
		document.body.toggleAttribute('data-theme-opendyslexic', true)
		show()
		expect(appearance().getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true)
		expect(appearance().getByRole<HTMLInputElement>('checkbox').checked).toBe(true)
	})

	it('is seen at once and saved once, however many were tried', async () => {
		show()
		await userEvent.click(appearance().getByRole('radio', { name: 'Dark' }))
		expect(document.body.hasAttribute('data-theme-dark')).toBe(true)
		await userEvent.click(appearance().getByRole('radio', { name: 'High contrast' }))
		expect(document.body.dataset.themes).toBe('light-highcontrast')
		await screen.findByText('Saved.')
		expect(saveTheme).toHaveBeenCalledExactlyOnceWith('light-highcontrast')
	})

	it('looks as before where it cannot be saved', async () => {
		document.body.toggleAttribute('data-theme-light', true)
		vi.mocked(saveTheme).mockImplementation(refused)
		show()
		await userEvent.click(appearance().getByRole('radio', { name: 'Dark' }))
		await screen.findByText(/Not from here\./)
		expect(document.body.dataset.themes).toBe('light')
		expect(appearance().getByRole<HTMLInputElement>('radio', { name: 'Light' }).checked).toBe(true)
	})

	it('has letters for people with dyslexia, beside any colours', async () => {
		document.body.toggleAttribute('data-theme-dark', true)
		show()
		await userEvent.click(appearance().getByRole('checkbox', { name: /dyslexia/ }))
		expect(document.body.dataset.themes).toBe('dark,opendyslexic')
		await waitFor(() => expect(saveFont).toHaveBeenCalledExactlyOnceWith(true))
		expect(saveTheme).not.toHaveBeenCalled()
	})
})

describe('notifications by mail', () => {
	const mail = () => within(screen.getByRole('group', { name: 'Notifications by mail' }))

	it('stay as they are until something is chosen', async () => {
		show()
		expect(mail().getByRole<HTMLInputElement>('radio', { name: 'As it is set here' }).checked).toBe(true)
		await userEvent.click(mail().getByRole('radio', { name: 'Once a week' }))
		await screen.findByText('Saved.')
		expect(saveMails).toHaveBeenCalledExactlyOnceWith('weekly')
		// What was set before is not known any more.
		expect(mail().queryByRole('radio', { name: 'As it is set here' })).toBeNull()
	})

	it('are no choice where there are none', () => {
		Reflect.set(window, '_oc_appswebroots', { files: '/apps/files' })
		show()
		expect(screen.queryByRole('group', { name: 'Notifications by mail' })).toBeNull()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the welcome through the screen: what it says, and that there is always a way out. */

import type { Steps } from '../../api/onboarding.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import WelcomeDialog from './WelcomeDialog.vue'
import { fetchSteps, markWelcomeSeen } from '../../api/onboarding.ts'
import { goTo } from '../../navigate.ts'

vi.mock('../../api/onboarding.ts')
vi.mock('../../navigate.ts')

const answer: Steps = { association: 'Les Amis', contact: '', steps: [{ id: 'picture', done: true }, { id: 'upload', done: false }] }

beforeEach(() => {
	vi.mocked(fetchSteps).mockReset().mockResolvedValue(answer)
	vi.mocked(markWelcomeSeen).mockReset().mockResolvedValue()
	vi.mocked(goTo).mockReset()
})

afterEach(() => {
	cleanup()
	document.body.replaceChildren()
})

function show(props: { association?: string, welcome?: string, contact?: string } = {}) {
	return render(WelcomeDialog, {
		props: { association: 'Les Amis', welcome: '', contact: '', ...props },
	})
}
const never = () => new Promise<never>(() => undefined)

describe('WelcomeDialog', () => {
	it('welcomes in the name of the association, with the built-in words', () => {
		show()
		expect(screen.getByRole('dialog', { name: 'Welcome to Les Amis' })).toBeTruthy()
		expect(screen.getByText(/keep files together/)).toBeTruthy()
	})

	it('takes the association\'s own words and contact, as plain text', () => {
		show({ welcome: 'Bonjour <b>à toutes</b> !', contact: 'Amina' })
		expect(screen.getByText('Bonjour <b>à toutes</b> !')).toBeTruthy()
		expect(screen.getByText('Any question? Ask Amina.')).toBeTruthy()
		expect(screen.queryByText(/keep files together/)).toBeNull()
	})

	it('asks for the steps after it is seen, and ticks them', async () => {
		show()
		expect(fetchSteps).not.toHaveBeenCalled()
		expect(screen.getByText(/Looking which first steps/)).toBeTruthy()
		expect(await screen.findByText('1 of 2 done')).toBeTruthy()
		expect(fetchSteps).toHaveBeenCalledOnce()
	})

	it('says when the steps do not come, and tries again', async () => {
		vi.mocked(fetchSteps).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		show()
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await screen.findByText('1 of 2 done')).toBeTruthy()
	})

	it.each([
		['“Not now”', () => userEvent.click(screen.getByRole('button', { name: 'Not now' }))],
		['Escape', () => userEvent.keyboard('{Escape}')],
		['the cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
	])('is left by %s, and saved as seen', async (_, leave) => {
		const { emitted } = show()
		await leave()
		await waitFor(() => expect(emitted('closed')).toHaveLength(1))
		expect(markWelcomeSeen).toHaveBeenCalledOnce()
		expect(goTo).not.toHaveBeenCalled()
	})

	it.each([['fails', () => Promise.reject(new OcsError('network', 'No connection.'))], ['never ends', never]])('is left at once when saving %s', async (_, saving) => {
		vi.mocked(fetchSteps).mockImplementation(never)
		vi.mocked(markWelcomeSeen).mockImplementation(saving)
		const { emitted } = show()
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		expect(emitted('closed')).toHaveLength(1)
	})

	it('leads to the page of the first steps, after it is saved as seen', async () => {
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

	it('is saved as seen before a step\'s link is followed', async () => {
		show()
		await userEvent.click(await screen.findByRole('link', { name: 'Go to my files' }))
		await waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\/apps\/files\/$/)))
		expect(vi.mocked(markWelcomeSeen).mock.invocationCallOrder[0]).toBeLessThan(vi.mocked(goTo).mock.invocationCallOrder[0]!)
	})
})

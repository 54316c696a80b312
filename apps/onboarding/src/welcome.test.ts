// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the entry asks for attention only at a first login, and that the dialog leaves no trace. */

import { requestAttention } from '@ensemble/shared/attention/queue'
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('@ensemble/shared/attention/queue')
vi.mock('./api/onboarding.ts', () => ({
	fetchSteps: async () => ({ association: 'Les Amis', contact: '', steps: [] }),
	markWelcomeSeen: async () => undefined,
}))

beforeEach(() => {
	vi.resetModules()
	vi.mocked(requestAttention).mockReset()
	document.body.replaceChildren()
})

describe('the entry of the welcome', () => {
	it('does nothing on a page without a welcome', async () => {
		await import('./welcome.ts')
		expect(requestAttention).not.toHaveBeenCalled()
	})

	it('opens the dialog when it is its turn, and takes it away again', async () => {
		const state = { association: 'Les Amis', welcome: '', contact: '' }
		document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_onboarding-pending" value="${btoa(JSON.stringify(state))}">`
		await import('./welcome.ts')
		const [request] = vi.mocked(requestAttention).mock.calls[0]!
		expect(request).toMatchObject({ id: 'welcome', rank: 20 })
		const done = vi.fn()
		await request.show(done)
		await screen.findByRole('dialog', { name: 'Welcome to Les Amis' })
		expect(done).not.toHaveBeenCalled()
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		await waitFor(() => expect(done).toHaveBeenCalledOnce())
		expect(screen.queryByRole('dialog')).toBeNull()
		expect([...document.body.children].map(({ localName }) => localName)).toEqual(['input'])
	})
})

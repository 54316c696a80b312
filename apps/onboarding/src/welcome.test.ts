// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the entry asks for attention only where something is pending, for one thing a page, and leaves no trace. */

import type { Pending } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('@ensemble/shared/attention/queue')
vi.mock('./api/onboarding.ts', () => ({ markWelcomeSeen: async () => undefined }))

beforeEach(() => {
	vi.resetModules()
	vi.mocked(requestAttention).mockReset()
	document.body.replaceChildren()
	vi.stubGlobal('fetch', vi.fn(async () => new Response('{}')))
})

const welcome = { association: 'Les Amis', welcome: '', contact: '', contactUrl: '', community: null, logo: '' }
const news = { version: '0.2.0', lines: ['Something new.'] }
const hint = { app: 'deck', text: null }

/** Puts the initial state on the page and runs the entry; returns the requests. */
async function enter(pending: Partial<Pending>) {
	const state: Pending = { welcome: null, news: null, hint: null, ...pending }
	document.body.insertAdjacentHTML('beforeend', `<input type="hidden" id="initial-state-ensemble_onboarding-pending" value="${btoa(JSON.stringify(state))}">`)
	await import('./welcome.ts')
	return vi.mocked(requestAttention).mock.calls.map(([request]) => request)
}

describe('the entry', () => {
	it('does nothing on a page without anything pending', async () => {
		await import('./welcome.ts')
		expect(requestAttention).not.toHaveBeenCalled()
	})

	it('opens the welcome when it is its turn, and takes it away again', async () => {
		const [request] = await enter({ welcome })
		expect(request).toMatchObject({ id: 'welcome', rank: 20 })
		const done = vi.fn()
		await request!.show(done)
		await screen.findByRole('dialog', { name: 'Welcome to Les Amis' })
		expect(done).not.toHaveBeenCalled()
		await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
		await waitFor(() => expect(done).toHaveBeenCalledOnce())
		expect(screen.queryByRole('dialog')).toBeNull()
		expect([...document.body.children].map(({ localName }) => localName)).toEqual(['input'])
	})

	it.each([
		['welcome', 20, { welcome, news, hint }],
		['news', 40, { news, hint }],
		['hint', 50, { hint }],
	] as const)('asks for one thing a page: %s', async (id, rank, pending) => {
		const requests = await enter(pending)
		expect(requests.map((request) => [request.id, request.rank])).toEqual([[id, rank]])
	})

	it('shows a line, and takes it away again', async () => {
		const [request] = await enter({ news })
		const done = vi.fn()
		await request!.show(done)
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		expect(done).toHaveBeenCalledOnce()
		expect(screen.queryByRole('region')).toBeNull()
	})

	it('keeps a line for another page where the notice about the storage stands', async () => {
		document.body.innerHTML = '<section id="ensemble-quota"></section>'
		const [request] = await enter({ hint })
		const done = vi.fn()
		await request!.show(done)
		expect(done).toHaveBeenCalledOnce()
		expect(screen.queryByRole('region', { name: 'What this app is for' })).toBeNull()
		expect(fetch).not.toHaveBeenCalled()
	})
})

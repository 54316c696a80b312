// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the banner through the screen: what it says, where it leads, and that it can always be closed. */

import type { Told } from './told.ts'

import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showBanner } from './show.ts'

const GB = 2 ** 30
const mine = { level: 90, files: 4.6 * GB, trash: 0.5 * GB, versions: 0.1 * GB, quota: 5 * GB }
const space = { level: 95, used: 48 * GB, pool: 50 * GB }
const pending: Told = { mine, space: null, repeatDays: 7, contact: 'Amina, amina@example.org', advice: '' }

const send = vi.fn<typeof fetch>()
const done = vi.fn()

beforeEach(() => {
	window._oc_webroot = '/cloud'
	vi.stubGlobal('fetch', send)
})

afterEach(() => {
	document.body.replaceChildren()
	send.mockReset()
	done.mockReset()
	vi.unstubAllGlobals()
	window._oc_webroot = undefined
})

// What a banner still has to say comes a moment later; not when the page is gone.
afterAll(() => new Promise((resolve) => {
	setTimeout(resolve, 200)
}))

const banner = () => screen.getByRole('region', { name: 'Your storage' })
const widths = () => [...banner().querySelectorAll<HTMLElement>('.bar div')].map(({ style }) => Math.round(Number.parseFloat(style.inlineSize)))
const closeButton = () => screen.getByRole('button', { name: 'Close' })

describe('showBanner', () => {
	it('is a named region, no dialog, and announces politely how much of how much', async () => {
		showBanner(pending, done)
		expect(screen.queryByRole('dialog')).toBeNull()
		expect(document.activeElement).toBe(document.body)
		const [status] = within(banner()).getAllByRole('status')
		// Empty first: only what changes later is read out.
		expect(status?.textContent).toBe('')
		await screen.findByRole('heading', { name: 'Your storage is filling up' })
		expect(status?.textContent).toContain('You use 4.6 GB of 5 GB (92%).')
	})

	it('says what takes the room, and where one can do something about it', () => {
		showBanner(pending, done)
		expect(within(banner()).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Files 4.6 GB', 'Deleted files 512 MB', 'Old versions 102 MB'])
		expect(within(banner()).getAllByRole('link')).toHaveLength(1)
		expect(screen.getByRole('link', { name: 'My storage' }).getAttribute('href')).toBe('/cloud/index.php/apps/ensemble_quota/')
	})

	it('about the space only says nothing of one\'s own', async () => {
		showBanner({ ...pending, mine: null, space }, done)
		await screen.findByRole('heading', { name: 'The space that you share is almost full' })
		expect(banner().textContent).toContain('All of you together use 48 GB of 50 GB (96%).')
		expect(screen.queryByRole('listitem')).toBeNull()
		expect(widths()).toEqual([96])
	})

	it('about both has a sentence and a bar for each', async () => {
		showBanner({ ...pending, space }, done)
		await screen.findByRole('heading', { name: 'Your storage is filling up' })
		expect(banner().textContent).toContain('You use 4.6 GB of 5 GB (92%).')
		expect(banner().textContent).toContain('All of you together use 48 GB of 50 GB (96%).')
		expect(widths()).toEqual([92, 96])
	})

	it('gives the advice of the space, as plain text', () => {
		showBanner({ ...pending, advice: 'Photos belong on the <b>shared</b> drive.' }, done)
		expect(banner().textContent).toContain('Photos belong on the <b>shared</b> drive.')
	})

	it('says what helps where the space gives no advice of its own', () => {
		showBanner(pending, done)
		expect(within(banner()).getByText('“My storage” shows what is largest and helps you to make room.')).toBeTruthy()
	})

	it('names whom to ask, as plain text, and nobody where nobody is set', () => {
		showBanner({ ...pending, contact: '<img src=x onerror=alert(1)>' }, done)
		expect(banner().textContent).toContain('Ask <img src=x onerror=alert(1)>.')
		expect(banner().querySelector('img')).toBeNull()
		document.body.replaceChildren()
		showBanner({ ...pending, contact: '' }, done)
		expect(banner().textContent).not.toContain('Do you need more room?')
	})

	it.each([[4.9, 'soon', 98], [5, 'full', 100], [6.5, 'full', 100]])('at %d GB of 5 GB is %s, with a bar of %d %%', async (gigabytes, urgency, width) => {
		showBanner({ ...pending, mine: { ...mine, files: gigabytes * GB } }, done)
		await screen.findByRole('heading')
		expect(banner().className).toBe(urgency)
		expect(widths()).toEqual([width])
	})

	it('follows the numbers, and goes where there is nothing left to tell', async () => {
		const told = { ...pending }
		const write = showBanner(told, done)
		await screen.findByRole('heading')
		Object.assign(told, { mine: { ...mine, files: 1 * GB, trash: 4 * GB }, enough: true })
		write()
		await screen.findByRole('heading', { name: 'Your storage has room again' })
		expect(within(banner()).getAllByRole('listitem')[1]!.textContent).toBe('Deleted files 4 GB')
		expect(widths()).toEqual([20])
		Object.assign(told, { mine: null, space: null })
		write()
		expect(screen.queryByRole('region')).toBeNull()
		expect(done).toHaveBeenCalledOnce()
		write()
		expect(done).toHaveBeenCalledOnce()
	})

	it('is gone once closing is saved', async () => {
		send.mockResolvedValue(new Response('{}'))
		showBanner(pending, done)
		await userEvent.click(closeButton())
		await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
		expect(send.mock.calls.map(([, init]) => init?.body)).toEqual(['{"level":90,"about":"mine"}'])
		expect(done).toHaveBeenCalledOnce()
	})

	it('closes all that it spoke of', async () => {
		send.mockImplementation(async () => new Response('{}'))
		showBanner({ ...pending, space }, done)
		await userEvent.click(closeButton())
		await waitFor(() => expect(done).toHaveBeenCalledOnce())
		expect(send.mock.calls.map(([, init]) => init?.body)).toEqual(['{"level":90,"about":"mine"}', '{"level":95,"about":"space"}'])
	})

	it('stays closable when saving fails, and says so', async () => {
		send.mockRejectedValue(new TypeError('Failed to fetch'))
		showBanner(pending, done)
		await userEvent.click(closeButton())
		await screen.findByText(/could not be saved/)
		expect(done).not.toHaveBeenCalled()
		await userEvent.click(closeButton())
		expect(screen.queryByRole('region')).toBeNull()
		expect(done).toHaveBeenCalledOnce()
		expect(send).toHaveBeenCalledOnce()
	})

	it('works by keyboard and gives the focus back', async () => {
		send.mockResolvedValue(new Response('{}'))
		const outside = document.createElement('button')
		document.body.append(outside)
		outside.focus()
		showBanner(pending, done)
		for (let stops = 0; stops < 5 && document.activeElement !== closeButton(); stops++) {
			await userEvent.tab()
		}
		expect(document.activeElement).toBe(closeButton())
		await userEvent.keyboard('{Enter}')
		await waitFor(() => expect(done).toHaveBeenCalledOnce())
		expect(document.activeElement).toBe(outside)
	})
})

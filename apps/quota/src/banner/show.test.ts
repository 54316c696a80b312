// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the banner through the screen: what it says, where it leads, and that it can always be closed. */

import type { PendingQuota } from '../../contract.ts'

import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showBanner } from './show.ts'

const GB = 2 ** 30
const pending: PendingQuota = { level: 90, files: 4.6 * GB, trash: 0.5 * GB, versions: 0.1 * GB, quota: 5 * GB, repeatDays: 7, contact: 'Amina, amina@example.org' }

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

	it('says what takes the room and that deleted files and old versions do not count', () => {
		showBanner(pending, done)
		expect(within(banner()).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Files 4.6 GB', 'Deleted files 512 MB', 'Old versions 102 MB'])
		expect(banner().textContent).toContain('Only your files count towards your limit.')
	})

	it('says nothing of deleted files where there are none', () => {
		showBanner({ ...pending, trash: 0, versions: 0 }, done)
		expect(banner().textContent).not.toContain('Only your files count')
	})

	it('leads to the own files and to the deleted ones, below the folder Nextcloud lives in', () => {
		showBanner(pending, done)
		expect(screen.getByRole('link', { name: 'See my own files' }).getAttribute('href')).toBe('/cloud/index.php/apps/files/personal')
		expect(screen.getByRole('link', { name: 'See my deleted files' }).getAttribute('href')).toBe('/cloud/index.php/apps/files/trashbin')
	})

	it.each([[320, false], [1280, true]])('on a screen %d wide explains everything at once: %s', (width, open) => {
		vi.stubGlobal('innerWidth', width)
		showBanner(pending, done)
		expect(banner().querySelector('details')?.open).toBe(open)
		expect(closeButton().closest('details')).toBeNull()
	})

	it('names whom to ask, as plain text, and nobody where nobody is set', () => {
		showBanner({ ...pending, contact: '<img src=x onerror=alert(1)>' }, done)
		expect(banner().textContent).toContain('Ask <img src=x onerror=alert(1)>.')
		expect(banner().querySelector('img')).toBeNull()
		document.body.replaceChildren()
		showBanner({ ...pending, contact: '' }, done)
		expect(banner().textContent).not.toContain('Do you need more room?')
	})

	it.each([[4.9, 'soon', 98], [5, 'full', 100], [6.5, 'full', 100]])('at %d GB of 5 GB is %s, with a bar of %d %%', (gigabytes, urgency, width) => {
		showBanner({ ...pending, files: gigabytes * GB }, done)
		expect(banner().className).toBe(urgency)
		expect(Number.parseFloat(banner().querySelector<HTMLElement>('.bar div')!.style.inlineSize)).toBeCloseTo(width)
	})

	it('is gone once closing is saved', async () => {
		send.mockResolvedValue(new Response('{}'))
		showBanner(pending, done)
		await userEvent.click(closeButton())
		await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
		expect(send.mock.calls[0]?.[1]?.body).toBe('{"level":90}')
		expect(done).toHaveBeenCalledOnce()
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

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the notice that an upload will not fit. */

import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { explain } from './explain.ts'

const MB = 2 ** 20
const send = vi.fn<typeof fetch>()

/** Nextcloud's answer about a folder. */
function free(bytes: number) {
	send.mockResolvedValue(new Response(`<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:prop><d:quota-available-bytes>${bytes}</d:quota-available-bytes></d:prop></d:multistatus>`, { status: 207 }))
}

beforeEach(() => {
	vi.stubGlobal('fetch', send)
	document.head.dataset.user = 'odile'
	history.replaceState(null, '', '/apps/files/files/12?dir=/Photos/Été')
})

afterEach(() => {
	document.body.replaceChildren()
	send.mockReset()
	vi.unstubAllGlobals()
})

it('says how much is added and how much fits, politely, and can be closed', async () => {
	free(340 * MB)
	await explain(1.2 * 1024 * MB)
	expect(send.mock.calls[0]![0]).toBe('/remote.php/dav/files/odile/Photos/%C3%89t%C3%A9')
	const words = screen.getByRole('status')
	expect(words.textContent).toBe('')
	await screen.findByText('This will probably not fit')
	expect(words.textContent).toContain('You are adding 1.2 GB, but only 340 MB are free here.')
	expect(screen.getByRole('link', { name: 'My storage' })).toBeTruthy()
	expect(screen.queryByRole('dialog')).toBeNull()
	expect(document.activeElement).toBe(document.body)
	await userEvent.click(screen.getByRole('button', { name: 'Close' }))
	expect(screen.queryByRole('region')).toBeNull()
})

it('says nothing where it fits, and takes back what it said before', async () => {
	free(10)
	await explain(11)
	expect(screen.getByRole('region', { name: 'Not enough room' })).toBeTruthy()
	await explain(10)
	expect(screen.queryByRole('region')).toBeNull()
})

it.each([
	['there is no limit', async () => free(-3)],
	['it is not known', async () => void send.mockResolvedValue(new Response('', { status: 404 }))],
	['the network is broken', async () => void send.mockRejectedValue(new TypeError('Failed to fetch'))],
])('says nothing where %s', async (_, prepare) => {
	await prepare()
	await explain(2 ** 50)
	expect(screen.queryByRole('region')).toBeNull()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what is sent when the banner is closed, and what counts as done. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dismiss } from './dismiss.ts'

const send = vi.fn<typeof fetch>()

beforeEach(() => {
	window._oc_webroot = '/cloud'
	document.head.dataset.requesttoken = 'a-token'
	vi.stubGlobal('fetch', send)
})

afterEach(() => {
	send.mockReset()
	vi.unstubAllGlobals()
	window._oc_webroot = undefined
})

describe('dismiss', () => {
	it('sends the level with the token of the page', async () => {
		send.mockResolvedValue(new Response('{}'))
		expect(await dismiss({ level: 90, about: 'mine' })).toBe(true)
		expect(send).toHaveBeenCalledOnce()
		const [url, init] = send.mock.calls[0]!
		expect(url).toBe('/cloud/ocs/v2.php/apps/ensemble_quota/api/v1/dismissals')
		expect(init?.method).toBe('POST')
		expect(init?.body).toBe('{"level":90,"about":"mine"}')
		expect(new Headers(init?.headers).get('requesttoken')).toBe('a-token')
		expect(new Headers(init?.headers).get('OCS-APIRequest')).toBe('true')
	})

	it.each([[409, true], [400, false], [401, false], [412, false], [500, false]])('counts HTTP %d as %s', async (status, kept) => {
		send.mockResolvedValue(new Response('{}', { status }))
		expect(await dismiss({ level: 90, about: 'mine' })).toBe(kept)
	})

	it('counts a broken network as not done', async () => {
		send.mockRejectedValue(new TypeError('Failed to fetch'))
		expect(await dismiss({ level: 90, about: 'mine' })).toBe(false)
	})
})

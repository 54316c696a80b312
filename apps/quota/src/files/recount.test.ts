// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what becomes of newer numbers. */

import type { PendingQuota } from '../../contract.ts'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recount } from './recount.ts'

const send = vi.fn<typeof fetch>()
const own = { level: 90, files: 46, trash: 0, versions: 0, quota: 50 }
const told: PendingQuota = { mine: own, space: { level: 95, used: 96, pool: 100 }, repeatDays: 7, contact: '', advice: '' }

/** An answer of the server. */
function answer(changes: object, status = 200) {
	const data = { files: 48, trash: 3, versions: 1, quota: 50, percent: 96, level: 95, space: { used: 98, pool: 100, percent: 98, level: 95 }, ...changes }
	return new Response(JSON.stringify({ ocs: { data } }), { status })
}

beforeEach(() => {
	vi.stubGlobal('fetch', send)
})

afterEach(() => {
	send.mockReset()
	vi.unstubAllGlobals()
})

it('gives the numbers as they are now, at the levels the page was opened with', async () => {
	send.mockResolvedValue(answer({}))
	expect(await recount(told)).toEqual({ mine: { level: 90, files: 48, trash: 3, versions: 1, quota: 50 }, space: { level: 95, used: 98, pool: 100 }, enough: false })
	expect(send.mock.calls[0]![0]).toBe('/ocs/v2.php/apps/ensemble_quota/api/v1/mine')
})

it('tells only of what the page was told of', async () => {
	send.mockImplementation(async () => answer({}))
	expect(await recount({ ...told, space: null })).toMatchObject({ space: null })
	expect(await recount({ ...told, mine: null })).toMatchObject({ mine: null, space: { used: 98 } })
})

it('says when there is enough room again, and when there is no limit any more', async () => {
	send.mockResolvedValueOnce(answer({ files: 10, level: null })).mockResolvedValueOnce(answer({ quota: null, percent: null, level: null, space: null }))
	expect(await recount(told)).toMatchObject({ mine: { files: 10 }, enough: true })
	expect(await recount(told)).toMatchObject({ mine: null, space: null })
})

it.each([
	['a broken network', async () => Promise.reject(new TypeError('Failed to fetch'))],
	['an error', async () => answer({}, 500)],
	['nonsense', async () => new Response('<html>')],
])('says nothing after %s', async (_, how) => {
	send.mockImplementation(how)
	expect(await recount(told)).toBeNull()
})

it('drops what was overtaken', async () => {
	let slow: (answer: Response) => void = () => undefined
	send.mockImplementationOnce(() => new Promise((resolve) => {
		slow = resolve
	})).mockResolvedValueOnce(answer({ files: 49 }))
	const first = recount(told)
	expect(await recount(told)).toMatchObject({ mine: { files: 49 } })
	slow(answer({ files: 1 }))
	expect(await first).toBeNull()
})

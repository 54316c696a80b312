// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the entry of the Files page does something only where something is pending. */

import { beforeEach, expect, it, vi } from 'vitest'
import { followFiles } from './files/bus.ts'
import { recount } from './files/recount.ts'
import { watchUploads } from './files/uploads.ts'

vi.mock('./files/bus.ts')
vi.mock('./files/recount.ts')
vi.mock('./files/uploads.ts')

beforeEach(() => {
	vi.resetModules()
	document.body.replaceChildren()
})

it('does nothing without a notice', async () => {
	await import('./files.ts')
	expect(followFiles).not.toHaveBeenCalled()
	expect(watchUploads).not.toHaveBeenCalled()
})

it('tells the banner of newer numbers, if they come', async () => {
	const state = { mine: { level: 90, files: 46, trash: 0, versions: 0, quota: 50 }, space: null, repeatDays: 7, contact: '', advice: '' }
	document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_quota-pending" value="${btoa(JSON.stringify(state))}">`
	const heard = vi.fn()
	addEventListener('ensemble-quota', (event) => heard((event as CustomEvent).detail))
	const news = { mine: { ...state.mine, files: 10 }, space: null, enough: true }
	vi.mocked(recount).mockResolvedValueOnce(news)
	await import('./files.ts')
	expect(watchUploads).toHaveBeenCalledOnce()
	expect(recount).toHaveBeenLastCalledWith(state)
	// Room that was made before the page was opened: nothing to tell.
	await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ ...news, mine: null }))
	const [changed] = vi.mocked(followFiles).mock.calls[0]!
	vi.mocked(recount).mockResolvedValueOnce(null)
	await changed()
	expect(heard).toHaveBeenCalledTimes(1)
	vi.mocked(recount).mockResolvedValueOnce(news)
	await changed()
	expect(heard).toHaveBeenLastCalledWith(news)
})

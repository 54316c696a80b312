// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the entry asks for attention only where something is pending, and then waits for its turn. */

import { requestAttention } from '@ensemble/shared/attention/queue'
import { screen } from '@testing-library/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('@ensemble/shared/attention/queue')

beforeEach(() => {
	vi.resetModules()
	vi.mocked(requestAttention).mockReset()
	document.body.replaceChildren()
})

describe('the entry of the banner', () => {
	it('does nothing on a page without a notice', async () => {
		await import('./banner.ts')
		expect(requestAttention).not.toHaveBeenCalled()
		expect(document.body.childElementCount).toBe(0)
	})

	/** Puts the initial state on the page. */
	function state() {
		const value = { mine: { level: 90, files: 46, trash: 0, versions: 0, quota: 50 }, space: null, repeatDays: 7, contact: '', advice: '' }
		document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_quota-pending" value="${btoa(JSON.stringify(value))}">`
		return value
	}

	it('queues behind charter and welcome, and shows nothing before its turn', async () => {
		vi.useFakeTimers()
		const { mine } = state()
		await import('./banner.ts')
		expect(requestAttention).toHaveBeenCalledOnce()
		const [request] = vi.mocked(requestAttention).mock.calls[0]!
		expect(request).toMatchObject({ id: 'quota', rank: 30 })
		expect(screen.queryByRole('region')).toBeNull()
		// Numbers that change before it has its turn are not lost.
		dispatchEvent(new CustomEvent('ensemble-quota', { detail: { mine: { ...mine, files: 48 }, space: null, enough: false } }))
		request.show(() => undefined)
		vi.runAllTimers()
		expect(screen.getByRole('region', { name: 'Your storage' }).textContent).toContain('You use 48 bytes of 50 bytes (96%).')
		// Those that change later are shown as well.
		dispatchEvent(new CustomEvent('ensemble-quota', { detail: { mine: { ...mine, files: 50 }, space: null, enough: false } }))
		vi.runAllTimers()
		expect(screen.getByRole('heading', { name: 'Your storage is full' })).toBeTruthy()
		vi.useRealTimers()
	})

	it('has nothing to add on "My storage" itself', async () => {
		state()
		document.body.insertAdjacentHTML('beforeend', '<div id="ensemble_quota-page"></div>')
		await import('./banner.ts')
		expect(requestAttention).not.toHaveBeenCalled()
	})
})

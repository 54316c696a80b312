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

	it('queues behind charter and welcome, and shows nothing before its turn', async () => {
		vi.useFakeTimers()
		const state = { level: 90, files: 46, trash: 0, versions: 0, quota: 50, repeatDays: 7, contact: '' }
		document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_quota-pending" value="${btoa(JSON.stringify(state))}">`
		await import('./banner.ts')
		expect(requestAttention).toHaveBeenCalledOnce()
		const [request] = vi.mocked(requestAttention).mock.calls[0]!
		expect(request).toMatchObject({ id: 'quota', rank: 30 })
		expect(screen.queryByRole('region')).toBeNull()
		request.show(() => undefined)
		expect(screen.getByRole('region', { name: 'Your storage' })).toBeTruthy()
		vi.useRealTimers()
	})
})

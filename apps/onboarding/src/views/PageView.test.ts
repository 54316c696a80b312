// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the page of the first steps through the screen. */

import type { Steps } from '../api/onboarding.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchSteps } from '../api/onboarding.ts'

vi.mock('../api/onboarding.ts')

function answer(...done: boolean[]): Steps {
	return {
		association: 'Les Amis',
		contact: 'Amina',
		steps: (['picture', 'upload', 'charter'] as const).slice(0, done.length).map((id, i) => ({ id, done: done[i]! })),
	}
}

beforeEach(() => {
	vi.mocked(fetchSteps).mockReset().mockResolvedValue(answer(true, false, true))
})

afterEach(cleanup)

async function comeBack() {
	await fireEvent.blur(window)
	await fireEvent.focus(window)
}

describe('PageView', () => {
	it('says how far one is, in words, and whom to ask', async () => {
		render(PageView)
		expect(await screen.findByText('2 of 3 done')).toBeTruthy()
		expect(screen.getByText('Any question? Ask Amina.')).toBeTruthy()
		expect(screen.queryByText(/All done/)).toBeNull()
	})

	it('looks again when the person comes back, and ends with a quiet well done', async () => {
		render(PageView)
		await screen.findByText('2 of 3 done')
		vi.mocked(fetchSteps).mockResolvedValue(answer(true, true, true))
		await comeBack()
		expect(await screen.findByText('3 of 3 done')).toBeTruthy()
		expect(screen.getByText('All done. Make yourself at home in Les Amis.')).toBeTruthy()
	})

	it('does not look again for a focus that never left, nor after it is gone', async () => {
		const { unmount } = render(PageView)
		await screen.findByText('2 of 3 done')
		await fireEvent.focus(window)
		expect(fetchSteps).toHaveBeenCalledOnce()
		unmount()
		await comeBack()
		expect(fetchSteps).toHaveBeenCalledOnce()
	})

	it('keeps what it knows when looking again fails, and offers to try again', async () => {
		render(PageView)
		await screen.findByText('2 of 3 done')
		vi.mocked(fetchSteps).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		await comeBack()
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		expect(screen.getByText('2 of 3 done')).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
	})

	it('says so when there are no steps', async () => {
		vi.mocked(fetchSteps).mockResolvedValue(answer())
		render(PageView)
		expect(await screen.findByText('There is nothing to do here at the moment.')).toBeTruthy()
		expect(screen.queryByText(/All done/)).toBeNull()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the page of the first steps through the screen: the steps. */

import type { Step, StepState } from '../../contract.ts'
import type { Steps } from '../api/onboarding.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchSteps, saveClosed, saveStep } from '../api/onboarding.ts'

vi.mock('../api/onboarding.ts')

function steps(...states: StepState[]): Step[] {
	return (['picture', 'upload', 'charter'] as const).slice(0, states.length).map((id, i) => ({ id, state: states[i]!, texts: null, url: '' }))
}

function answer(...states: StepState[]): Steps {
	return { help: { association: 'Les Amis', contact: 'Amina', contactUrl: '', community: null }, steps: steps(...states), closed: false }
}

beforeEach(() => {
	history.replaceState(null, '', '#')
	vi.mocked(fetchSteps).mockReset().mockResolvedValue(answer('done', 'open', 'done'))
	vi.mocked(saveStep).mockReset()
	vi.mocked(saveClosed).mockReset().mockImplementation(async (closed) => closed)
})

afterEach(cleanup)

async function comeBack() {
	await fireEvent.blur(window)
	await fireEvent.focus(window)
}

describe('the steps', () => {
	it('says how far one is, in words, and whom to ask', async () => {
		render(PageView)
		expect(await screen.findByText('2 of 3 done')).toBeTruthy()
		expect(screen.getByText('Any question? Ask Amina.')).toBeTruthy()
		expect(screen.queryByText(/All done/)).toBeNull()
		expect(saveClosed).not.toHaveBeenCalled()
	})

	it('looks again when the person comes back, and ends with a quiet well done, after which the list goes away', async () => {
		render(PageView)
		await screen.findByText('2 of 3 done')
		vi.mocked(fetchSteps).mockResolvedValue(answer('done', 'done', 'done'))
		await comeBack()
		expect(await screen.findByText('3 of 3 done')).toBeTruthy()
		expect(screen.getByText('All done. Make yourself at home in Les Amis.')).toBeTruthy()
		await waitFor(() => expect(saveClosed).toHaveBeenCalledExactlyOnceWith(true))
		expect(screen.queryByRole('button', { name: 'Put this list away' })).toBeNull()
	})

	it('says nothing of a well done that could not be saved: the next visit does it', async () => {
		vi.mocked(saveClosed).mockRejectedValue(new OcsError('network', 'No connection.'))
		vi.mocked(fetchSteps).mockResolvedValue(answer('done'))
		render(PageView)
		await waitFor(() => expect(saveClosed).toHaveBeenCalledOnce())
		await screen.findByText(/All done/)
		expect(screen.queryByRole('alert')).toBeNull()
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

describe('what the person says', () => {
	it('puts a step aside, says so, and keeps the keyboard near', async () => {
		vi.mocked(saveStep).mockResolvedValue(steps('done', 'declined', 'done'))
		render(PageView)
		await userEvent.click(await screen.findByRole('button', { name: 'Not for me: Bring in a first file' }))
		expect(saveStep).toHaveBeenCalledExactlyOnceWith('upload', 'declined')
		const progress = await screen.findByText('2 of 2 done')
		await waitFor(() => expect(document.activeElement).toBe(progress))
		expect(screen.getByText('“Bring in a first file” is put aside.')).toBeTruthy()
		expect(screen.getByRole('button', { name: 'Take back: Bring in a first file' })).toBeTruthy()
	})

	it('says when that could not be saved, and changes nothing', async () => {
		vi.mocked(saveStep).mockRejectedValue(new OcsError('network', 'No connection.'))
		render(PageView)
		await userEvent.click(await screen.findByRole('button', { name: 'Not for me: Bring in a first file' }))
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		expect(screen.getByText('2 of 3 done')).toBeTruthy()
	})

	it('has another end where all was put aside', async () => {
		vi.mocked(fetchSteps).mockResolvedValue(answer('declined', 'declined'))
		render(PageView)
		expect(await screen.findByText(/Nothing is left on your list/)).toBeTruthy()
	})

	it('puts the whole list away and takes it out again', async () => {
		render(PageView)
		await userEvent.click(await screen.findByRole('button', { name: 'Put this list away' }))
		expect(await screen.findByText(/your dashboard does not show it any more/)).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'Show it on my dashboard again' }))
		expect(await screen.findByRole('button', { name: 'Put this list away' })).toBeTruthy()
		expect(vi.mocked(saveClosed).mock.calls).toEqual([[true], [false]])
	})
})

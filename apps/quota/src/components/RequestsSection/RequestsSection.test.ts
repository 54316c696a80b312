// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests requests for more room through the screen. */

import type { Request } from '../../../contract.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import RequestsSection from './RequestsSection.vue'
import { decideRequest, fetchRequests } from '../../api/storage.ts'
import { fakeQuotas, GB, requestOf, usageOf } from '../testing.ts'

vi.mock('../../api/storage.ts')

let requests: Request[]
const recount = vi.fn(async () => {})

beforeEach(() => {
	requests = [requestOf()]
	recount.mockClear()
	vi.mocked(fetchRequests).mockReset().mockImplementation(async () => requests)
	vi.mocked(decideRequest).mockReset().mockImplementation(async (id, decision, word) => {
		const decided = requestOf({ id, state: decision, word, granted: decision === 'approved' ? 6 * GB : null, decidedAt: 1_795_000_000, decidedBy: 'Amina' })
		requests = requests.map((request) => request.id === id ? decided : request)
		return decided
	})
})
afterEach(cleanup)

function show(pool = 12 * GB) {
	const quotas = fakeQuotas()
	return { quotas, ...render(RequestsSection, { props: { usage: usageOf({ total: { pool }, openRequests: 1 }), quotas, recount } }) }
}

const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }))
const said = (words: RegExp) => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words))

describe('an open request', () => {
	it('says who wants how much, why, and how it is now', async () => {
		show()
		const card = within(await screen.findByRole('article', { name: 'Bruno asks for 6 GB' }))
		expect(card.getByText('For the photos.')).toBeTruthy()
		expect(card.getByText(/^Now it is 5 GB, of which 4\.6 GB \(92%\) are used\./)).toBeTruthy()
	})

	it('is approved: the quota first, then the answer with its word', async () => {
		const { quotas } = show()
		await userEvent.type(await screen.findByRole('textbox', { name: /^A word for Bruno/ }), 'Of course!')
		await press('Approve 6 GB for Bruno')
		await said(/^Bruno may now keep 6 GB, and has been told\.$/)
		expect(quotas.run).toHaveBeenCalledExactlyOnceWith([{ account: 'bruno', name: 'Bruno', before: '5 GB', after: '6 GB' }])
		expect(decideRequest).toHaveBeenCalledExactlyOnceWith(7, 'approved', 'Of course!')
		expect(screen.getByText('Nobody asks for more room at the moment.')).toBeTruthy()
		expect(document.activeElement).toBe(screen.getByRole('status'))
		expect(recount).toHaveBeenCalledOnce()
		expect(screen.getByRole('row', { name: /Bruno.*Approved: 6 GB.*Of course!.*Amina/ })).toBeTruthy()
	})

	it('may get less', async () => {
		const { quotas } = show()
		await press('Approve another amount')
		const field = await screen.findByRole('textbox', { name: /Amount in GB/ })
		await userEvent.clear(field)
		await userEvent.type(field, '5.5')
		await userEvent.click(screen.getByText('Approve'))
		await waitFor(() => expect(decideRequest).toHaveBeenCalledExactlyOnceWith(7, 'approved', ''))
		expect(quotas.run.mock.lastCall![0][0]?.after).toBe('5.5 GB')
	})

	it('is looked at twice where it would promise more than there is', async () => {
		const { quotas } = show(10 * GB)
		await press('Approve 6 GB for Bruno')
		expect(quotas.run).not.toHaveBeenCalled()
		await userEvent.click(await screen.findByText('Approve'))
		expect((await screen.findByRole('alert')).textContent).toMatch(/more than the space has/)
		await userEvent.click(screen.getByText('Promise it all the same'))
		await said(/has been told/)
		expect(quotas.run).toHaveBeenCalledOnce()
	})

	it('does not lower a quota that was raised in the meantime', async () => {
		requests = [requestOf({ quota: 20 * GB })]
		const { quotas } = show()
		await press('Approve 6 GB for Bruno')
		await said(/has been told/)
		expect(quotas.run).not.toHaveBeenCalled()
	})

	it('is declined with a word, after a question', async () => {
		const { quotas } = show()
		await userEvent.type(await screen.findByRole('textbox', { name: /^A word for Bruno/ }), 'Not now.')
		await press('Decline')
		const dialog = within(screen.getByRole('dialog'))
		expect(dialog.getByText('Not now.')).toBeTruthy()
		expect(decideRequest).not.toHaveBeenCalled()
		await userEvent.click(dialog.getByText('Decline'))
		await said(/^Declined\. Bruno has been told\.$/)
		expect(decideRequest).toHaveBeenCalledExactlyOnceWith(7, 'declined', 'Not now.')
		expect(quotas.run).not.toHaveBeenCalled()
	})

	it('stays open when the quota cannot be set', async () => {
		const { quotas } = show()
		quotas.run.mockImplementation(async ([change]) => [{ change: change!, error: 'That is too much.' }])
		await press('Approve 6 GB for Bruno')
		expect((await screen.findByRole('alert')).textContent).toMatch(/stays open/)
		expect(decideRequest).not.toHaveBeenCalled()
	})

	it('that was taken back changes no quota', async () => {
		const { quotas } = show()
		await screen.findByRole('article')
		requests = []
		await press('Approve 6 GB for Bruno')
		expect((await screen.findByRole('alert')).textContent).toMatch(/no longer open/)
		expect(quotas.run).not.toHaveBeenCalled()
	})

	it('says what the server objects to: at the word, or above all', async () => {
		vi.mocked(decideRequest).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too long: 500 characters at most.', 400, 'word'))
		show()
		await press('Approve 6 GB for Bruno')
		const field = await screen.findByRole('textbox', { name: /^A word/ })
		await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
		vi.mocked(decideRequest).mockRejectedValueOnce(new OcsError('decided', 'Somebody else has decided this request in the meantime.', 409))
		await press('Approve 6 GB for Bruno')
		expect((await screen.findByRole('alert')).textContent).toMatch(/Somebody else has decided/)
	})
})

it('says so when nobody asks, and when the list cannot be loaded', async () => {
	requests = []
	show()
	expect(await screen.findByText('Nobody asks for more room at the moment.')).toBeTruthy()
	cleanup()
	vi.mocked(fetchRequests).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
	show()
	expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
	await press('Try again')
	expect(await screen.findByText('Nobody asks for more room at the moment.')).toBeTruthy()
})

it('lists what was decided', async () => {
	requests = [requestOf({ state: 'approved_less', granted: 5.5 * GB, decidedAt: 1_795_000_000, decidedBy: 'Amina' }), requestOf({ id: 8, name: 'Chloé', state: 'declined', word: 'Not now.' })]
	show()
	expect(await screen.findByRole('row', { name: /Bruno 6 GB Approved less: 5\.5 GB/ })).toBeTruthy()
	expect(screen.getByRole('row', { name: /Chloé.*Declined.*Not now\./ })).toBeTruthy()
})

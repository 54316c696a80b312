// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Asking for more room, through the screen. */

import type { Mine } from '../../../contract.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import MorePart from './MorePart.vue'
import { askForMore, takeBack } from '../../api/mine.ts'
import { GB, mine, NOW, prepare, press, request } from '../testing.ts'

vi.mock('../../api/dav.ts')
vi.mock('../../api/mine.ts')

beforeEach(() => {
	prepare()
	vi.mocked(askForMore).mockReset().mockResolvedValue(request)
	vi.mocked(takeBack).mockReset().mockResolvedValue({ ...request, state: 'withdrawn' })
})
afterEach(cleanup)

const show = (changes: Partial<Mine> = {}) => render(MorePart, { props: { mine: { ...mine, ...changes } } })
const why = () => screen.getByRole('textbox', { name: 'What do you need it for?' })

describe('asking', () => {
	it('takes one of the amounts offered and a sentence', async () => {
		const { emitted } = show()
		expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ labels }) => labels?.[0]?.textContent)).toEqual(['10 GB', '15 GB', '20 GB', 'Another amount'])
		await userEvent.click(screen.getByRole('radio', { name: '15 GB' }))
		await userEvent.type(why(), '  The photos of the summer party. ')
		await press('Ask')
		expect(askForMore).toHaveBeenCalledExactlyOnceWith({ wanted: 15 * GB, sentence: 'The photos of the summer party.' })
		expect(await screen.findByText(/^Thank you\./)).toBeTruthy()
		expect(emitted('changed')).toHaveLength(1)
	})

	it('takes any other amount, as people write it', async () => {
		show()
		await userEvent.click(screen.getByRole('radio', { name: 'Another amount' }))
		await userEvent.type(screen.getByRole('textbox', { name: 'Gigabytes (GB)' }), '7,5')
		await userEvent.type(why(), 'Photos.{Enter}')
		await press('Ask')
		expect(vi.mocked(askForMore).mock.lastCall![0].wanted).toBe(7.5 * GB)
	})

	it.each([['', /number of gigabytes/], ['much', /number of gigabytes/], ['5', /not more than you have now/], ['0', /number of gigabytes/]])('refuses the amount %j kindly, and leads there', async (amount, message) => {
		show()
		await userEvent.click(screen.getByRole('radio', { name: 'Another amount' }))
		const field = screen.getByRole('textbox', { name: 'Gigabytes (GB)' })
		if (amount) {
			await userEvent.type(field, amount)
		}
		await userEvent.type(why(), 'Photos.')
		await press('Ask')
		expect(screen.getByText(message)).toBeTruthy()
		await waitFor(() => expect(document.activeElement).toBe(field))
		expect(askForMore).not.toHaveBeenCalled()
	})

	it('wants a sentence', async () => {
		show()
		await press('Ask')
		expect(screen.getByText('Please say in a sentence what you need it for.')).toBeTruthy()
		expect(why().getAttribute('aria-invalid')).toBe('true')
		await waitFor(() => expect(document.activeElement).toBe(why()))
		expect(askForMore).not.toHaveBeenCalled()
	})

	it('says what the server has against it, at the field or below', async () => {
		vi.mocked(askForMore)
			.mockRejectedValueOnce(new OcsError('not_more', 'That is not more than you have now.', 400, 'wanted'))
			.mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		show()
		await userEvent.type(why(), 'Photos.')
		await press('Ask')
		expect(await screen.findByText('That is not more than you have now.')).toBeTruthy()
		expect(screen.queryByRole('alert')).toBeNull()
		await press('Ask')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect((why() as HTMLTextAreaElement).value).toBe('Photos.')
	})

	it.each([
		['there is no limit', { quota: null, mayAsk: false }, /^Your storage has no limit/],
		['requests are not taken', { mayAsk: false }, 'Requests for more room are not taken here. Please ask Amina, amina@example.org.'],
		['nobody is named either', { mayAsk: false, contact: '' }, /Please ask those who look after this space\.$/],
	])('is not offered where %s', (_, changes, sentence) => {
		show(changes)
		expect(screen.getByText(sentence)).toBeTruthy()
		expect(screen.queryByRole('button')).toBeNull()
	})
})

describe('a request', () => {
	it('that is open says so and can be taken back', async () => {
		const { emitted } = show({ request, mayAsk: false })
		expect(screen.getByRole('group', { name: 'Your request' }).textContent).toMatch(/you asked for 10 GB\.\s*Nobody has decided yet\.\s*The photos of the summer party\./)
		expect(screen.queryByText(/not taken here/)).toBeNull()
		await press('Take the request back')
		expect(takeBack).toHaveBeenCalledExactlyOnceWith(3)
		expect(await screen.findByText('You have taken your request back.')).toBeTruthy()
		expect(emitted('changed')).toHaveLength(1)
	})

	it('that was decided meanwhile says what went wrong', async () => {
		vi.mocked(takeBack).mockRejectedValue(new OcsError('decided', 'This request has been decided in the meantime.', 409))
		show({ request, mayAsk: false })
		await press('Take the request back')
		expect((await screen.findByRole('alert')).textContent).toContain('decided in the meantime')
	})

	it.each([
		['approved', { state: 'approved' as const, granted: 10 * GB, decidedAt: NOW }, /^Yes: you have 10 GB since/],
		['approved in part', { state: 'approved_less' as const, granted: 7 * GB, decidedAt: NOW }, /^Not all of it, but you have 7 GB since/],
		['declined', { state: 'declined' as const, word: 'Please tidy up first.', decidedAt: NOW }, /^It was declined on/],
		['taken back', { state: 'withdrawn' as const }, /^You took it back/],
	])('that was %s says so, with the word that came along; one may ask anew', (_, changes, words) => {
		show({ request: { ...request, ...changes } })
		const [, said = ''] = /you asked for 10 GB\.\s*(.*)/s.exec(screen.getByRole('group', { name: 'Your request' }).textContent ?? '') ?? []
		expect(said).toMatch(words)
		expect(said.includes('Please tidy up first.')).toBe('word' in changes)
		expect(screen.queryByRole('button', { name: 'Take the request back' })).toBeNull()
		expect(screen.getByRole('button', { name: 'Ask' })).toBeTruthy()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Declining, the deadline, and the way out after it. */

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, screen } from '@testing-library/vue'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { logOut } from '../../composables/logOut.ts'
import { decline, HASH, newer, prepare, press, show } from './testing.ts'

vi.mock('../../api/charter.ts')
vi.mock('../../api/versions.ts')
vi.mock('../../composables/logOut.ts')
repairForDOMPurify()

// What comes late must not come later than a test waits.
beforeAll(() => import('../TextDiff/TextDiff.vue'))
beforeEach(prepare)
afterEach(cleanup)

describe('declining', () => {
	const why = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Why? (only those who look after the space see it)' })

	it('asks why, once, and only if one likes to say so', async () => {
		show()
		await press('Decline')
		expect(document.activeElement).toBe(why())
		expect(why().maxLength).toBe(500)
		expect(screen.getByText(/need not give a reason/)).toBeTruthy()
		expect(sendAnswer).not.toHaveBeenCalled()
		await userEvent.type(why(), '  Too\u0007 long.{Enter}Sorry. ')
		await press('Decline')
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'en', textHash: HASH.en, choice: 'declined', after: 0, reason: 'Too long.\nSorry.' })
		expect(await screen.findByText(/^Thank you for your answer/)).toBeTruthy()
		expect(screen.queryByRole('textbox')).toBeNull()
	})

	it.each([
		['the button', () => press('Back')],
		['Escape', () => userEvent.keyboard('{Escape}')],
	])('can be thought over: %s leads back, to where one was', async (_name, back) => {
		const { emitted } = show()
		await press('Decline')
		await back()
		expect(screen.getByText('Our one.')).toBeTruthy()
		await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Decline'))
		await new Promise((resolve) => setTimeout(resolve, 400))
		expect(emitted('closed')).toBeUndefined()
		expect(sendAnswer).not.toHaveBeenCalled()
	})

	it('that does not arrive keeps what was written', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		show()
		await press('Decline')
		await userEvent.type(why(), 'Too long.')
		await press('Decline')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(why().value).toBe('Too long.')
	})

	it('a charter that was replaced shows the new one', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('replaced', 'The charter has been replaced.', 409))
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'en', answer: null, asked: true }, host: null })
		show()
		await decline()
		expect(await screen.findByText('New one.')).toBeTruthy()
		expect(screen.queryByRole('textbox')).toBeNull()
	})
})

describe('the deadline', () => {
	const now = () => Math.floor(Date.now() / 1000)
	const DAY = 86_400

	it.each([
		[3 * DAY + 60, true, /^Please answer by .+: 3 days are left\.$/],
		[DAY + 60, true, /^Please answer by .+: one day is left\.$/],
		[600, true, /^Please answer by .+\d:\d\d.*\.$/],
		[-DAY, true, /^An answer was asked for by .+ You can still give it\.$/],
		[-DAY, false, /^An answer was asked for by .+, so it cannot be put off any more\. You are still free to accept or to decline\.$/],
	])('%s seconds away, is said in plain words', (left, canWait, words) => {
		show({ deadline: now() + left, canWait })
		expect(screen.getByText(words)).toBeTruthy()
		cleanup()
		show({ deadline: now() + left, canWait, before: 2 })
		expect(screen.getByText(words)).toBeTruthy()
	})

	it('is not spoken of where there is none', () => {
		show()
		expect(screen.queryByText(/answer by|asked for by/)).toBeNull()
	})
})

describe('once it cannot be put off any more', () => {
	const over = { canWait: false, deadline: 1_760_000_000 }

	it('there is no "later", no cross, and Escape does nothing', async () => {
		const { emitted } = show(over)
		expect(screen.queryByRole('button', { name: 'Later' })).toBeNull()
		expect(screen.queryByText(/With “Later”/)).toBeNull()
		expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
		await userEvent.keyboard('{Escape}')
		await new Promise((resolve) => setTimeout(resolve, 400))
		expect(emitted('closed')).toBeUndefined()
		expect(screen.getByRole('dialog', { name: 'Our charter' })).toBeTruthy()
		expect(putOff).not.toHaveBeenCalled()
	})

	it('one can decline and log out, with or without a reason', async () => {
		const { emitted } = show(over)
		await press('Decline and log out')
		await userEvent.type(screen.getByRole('textbox'), 'Not mine.')
		expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull()
		await press('Decline and log out')
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ choice: 'declined', reason: 'Not mine.' }))
		expect(await screen.findByText(/^Your answer is kept. You are being logged out/)).toBeTruthy()
		expect(logOut).toHaveBeenCalledTimes(1)
		expect(emitted('closed')).toBeUndefined()
	})

	it('nobody is logged out whose answer was not kept, nor held up by that', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('server', 'Something went wrong on the server.', 500))
		const { emitted } = show(over)
		await press('Decline and log out')
		await press('Decline and log out')
		expect((await screen.findByRole('alert')).textContent).toContain('went wrong')
		expect(logOut).not.toHaveBeenCalled()
		await userEvent.click(screen.getByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
		expect(putOff).not.toHaveBeenCalled()
	})

	it('one can decline and stay, or accept', async () => {
		show(over)
		await decline()
		expect(await screen.findByText(/^Thank you for your answer/)).toBeTruthy()
		expect(logOut).not.toHaveBeenCalled()
	})

	it('a newer charter that can wait gives "later" back', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'en', answer: null, asked: true }, host: null })
		show(over)
		await press('Read the whole text')
		expect(await screen.findByRole('button', { name: 'Later' })).toBeTruthy()
	})

	it('a newer one that cannot, does not', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: { ...newer, mode: 'require', deadline: 1_760_000_000 }, language: 'en', answer: null, asked: true }, host: null })
		show()
		await press('Read the whole text')
		expect(await screen.findByRole('button', { name: 'Decline and log out' })).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Later' })).toBeNull()
	})
})

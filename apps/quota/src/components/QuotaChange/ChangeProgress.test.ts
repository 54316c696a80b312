// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what is said about changing quotas, and the dialog for the password. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ChangeProgress from './ChangeProgress.vue'
import { fakeQuotas } from '../testing.ts'

afterEach(cleanup)

const change = (account: string) => ({ account, name: account, before: 'default', after: '10 GB' })

function show(prepare: (quotas: ReturnType<typeof fakeQuotas>) => void = () => {}) {
	const quotas = fakeQuotas()
	prepare(quotas)
	return { quotas, ...render(ChangeProgress, { props: { quotas, defaultQuota: '5 GB' } }) }
}

const said = () => screen.getByRole('status').textContent?.trim()

describe('ChangeProgress', () => {
	it('says nothing before anything has been changed', () => {
		show()
		expect(said()).toBe('')
		expect(screen.queryByRole('button')).toBeNull()
	})

	it('shows how far it is, and can be stopped', async () => {
		const { quotas } = show((fake) => {
			fake.running.value = true
			fake.total.value = 40
			fake.results.value = [{ change: change('amina'), error: null }]
		})
		expect(said()).toBe('40 quotas are being changed.')
		const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: '1 of 40' })
		expect([bar.value, bar.max]).toEqual([1, 40])
		await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
		expect(quotas.stop).toHaveBeenCalledOnce()
	})

	it.each([
		['too_many', new Date(2026, 10, 22, 14, 32).getTime(), /takes 50 changes in ten minutes.* goes on by itself at 2:32\sPM/],
		['too_many', null, /within ten minutes/],
		['network', null, /cannot be reached.* nothing is lost/],
		['maintenance', null, /being looked after.* nothing is lost/],
	] as const)('says why it does not go on for now: %s, %s', (why, until, words) => {
		show((fake) => {
			fake.running.value = true
			fake.total.value = 120
			fake.waiting.value = { why, until }
		})
		expect(said()).toMatch(words)
		expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy()
	})

	it('sums up, lists each result, and leads back', async () => {
		const { quotas } = show((fake) => {
			fake.total.value = 4
			fake.results.value = [{ change: change('amina'), error: null }, { change: change('bruno'), error: 'That is too much.' }]
			fake.rest.value = [change('chloe'), change('denis')]
			fake.ended.value = 'You have stopped this.'
			fake.undoable.value = [change('amina')]
		})
		expect(said()).toBe('You have stopped this. One quota was changed. One quota could not be changed. 2 accounts were left as they were.')
		expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['bruno: That is too much.'])
		const details = screen.getByText('Show each result').closest('details')!
		details.open = true
		details.dispatchEvent(new Event('toggle'))
		await nextTick()
		expect(within(details).getAllByRole('listitem').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual(['amina: now 10 GB, before default (5 GB)', 'bruno: That is too much.'])
		await userEvent.click(screen.getByRole('button', { name: 'Go on with the 2 that are left' }))
		expect(quotas.goOn).toHaveBeenCalledOnce()
		await userEvent.click(screen.getByRole('button', { name: 'Undo: put the earlier quota back' }))
		expect(quotas.undo).toHaveBeenCalledOnce()
		await userEvent.click(screen.getByRole('button', { name: 'Close this message' }))
		expect(quotas.clear).toHaveBeenCalledOnce()
		expect(document.activeElement).toBe(screen.getByRole('status'))
	})

	it('asks for the password', async () => {
		const { quotas } = show()
		quotas.question.value = 'Nextcloud wants to be sure that it is you.'
		await nextTick()
		const field = screen.getByLabelText<HTMLInputElement>('Your password')
		expect([document.activeElement, field.type, field.autocomplete]).toEqual([field, 'password', 'current-password'])
		await userEvent.type(field, 'nope{Enter}')
		expect(quotas.answer).toHaveBeenLastCalledWith('nope')
		quotas.checking.value = true
		await nextTick()
		await userEvent.keyboard('{Enter}')
		expect(quotas.answer).toHaveBeenCalledTimes(1)
		quotas.question.value = 'That was not the right password. Please try again.'
		quotas.checking.value = false
		await nextTick()
		expect((await screen.findByRole('alert')).textContent).toMatch(/not the right password/)
		expect(field.getAttribute('aria-invalid')).toBe('true')
		await userEvent.click(screen.getByText('Cancel'))
		expect(quotas.answer).toHaveBeenLastCalledWith(null)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the dialog in which an amount is chosen. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import QuotaDialog from './QuotaDialog.vue'
import { GB, usageOf } from '../testing.ts'

afterEach(cleanup)

type Props = InstanceType<typeof QuotaDialog>['$props']
const show = (props: Partial<Props> = {}) => render(QuotaDialog, { props: { name: 'Quota of Bruno', usage: usageOf(), whose: new Set(['bruno']), action: 'Set the quota', ...props } })
const radio = (name: string) => screen.getByRole('radio', { name })
const set = (name = 'Set the quota') => userEvent.click(screen.getByText(name))

describe('QuotaDialog', () => {
	it('sends what was chosen as Nextcloud stores it', async () => {
		const { emitted } = show()
		await userEvent.click(radio('2 GB'))
		await set()
		expect(emitted('choose')).toEqual([['2 GB']])
	})

	it.each([['default (5 GB)', 'default'], ['no limit', 'none']])('has %s', async (name, value) => {
		const { emitted } = show({ usage: usageOf({ total: { pool: null } }) })
		await userEvent.click(radio(name))
		await set()
		expect(emitted('choose')).toEqual([[value]])
	})

	it('does not offer the default as the default', () => {
		show({ whose: 'default' })
		expect(screen.queryByRole('radio', { name: /default/ })).toBeNull()
	})

	it('takes any amount, and says what it becomes', async () => {
		const { emitted } = show()
		await userEvent.click(radio('Another amount'))
		await userEvent.type(screen.getByRole('textbox', { name: /Amount in GB/ }), '5,27')
		expect(screen.getByText('That is 5.3 GB.')).toBeTruthy()
		await set()
		expect(emitted('choose')).toEqual([['5.3 GB']])
	})

	it('asks for a choice, and for a number', async () => {
		const { emitted } = show()
		await set()
		expect(screen.getByText('Please choose one of these.')).toBeTruthy()
		await userEvent.click(radio('Another amount'))
		await set()
		const field = screen.getByRole('textbox', { name: /Amount in GB/ })
		expect(field.getAttribute('aria-invalid')).toBe('true')
		expect(document.activeElement).toBe(field)
		expect(emitted('choose')).toBeUndefined()
	})

	it('says what would be promised, and asks again before it is more than there is', async () => {
		const { emitted } = show()
		await userEvent.click(radio('10 GB'))
		expect(screen.getByText('All quotas together would be 15 GB; the space has 12 GB.')).toBeTruthy()
		await set()
		expect(screen.getByRole('alert').textContent).toMatch(/more than the space has/)
		expect(emitted('choose')).toBeUndefined()
		await set('Promise it all the same')
		expect(emitted('choose')).toEqual([['10 GB']])
	})

	it('asks anew when something else is chosen meanwhile', async () => {
		const { emitted } = show()
		await userEvent.click(radio('10 GB'))
		await set()
		await userEvent.click(radio('20 GB'))
		expect(screen.queryByRole('alert')).toBeNull()
		await set()
		expect(screen.getByRole('alert')).toBeTruthy()
		expect(emitted('choose')).toBeUndefined()
	})

	it('says who would keep more than that', async () => {
		show()
		await userEvent.click(radio('2 GB'))
		expect(screen.getByText(/^One account keeps more than that already/)).toBeTruthy()
	})

	it.each([[50, null], [51, '10 minutes'], [500, '90 minutes'], [501, '2 hours'], [5000, '17 hours']])('says how long %s take: %s', (many, duration) => {
		show({ whose: new Set(Array.from({ length: many }, (_, index) => `member${index}`)) })
		expect(screen.queryByText(/50 changes in ten minutes/)?.textContent?.includes(`takes about ${duration}.`)).toBe(duration === null ? undefined : true)
	})

	it('begins with the amount that was asked for, and takes only more than there is now', async () => {
		const { emitted } = show({ amount: 6 * GB, above: 5 * GB, action: 'Approve' })
		const field = screen.getByRole<HTMLInputElement>('textbox', { name: /Amount in GB/ })
		expect(field.value).toBe('6')
		expect(screen.queryByRole('radio')).toBeNull()
		await userEvent.clear(field)
		await userEvent.type(field, '5')
		await set('Approve')
		expect(screen.getByText('Please write more than the 5 GB of now.')).toBeTruthy()
		await userEvent.type(field, '.5')
		await set('Approve')
		expect(emitted('choose')).toEqual([['5.5 GB']])
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the members' section: what is listed, who is selected, and what is changed. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import MembersSection from './MembersSection.vue'
import { amina, bruno, fakeQuotas, member, usageOf } from '../testing.ts'

afterEach(cleanup)

function show(usage = usageOf()) {
	const quotas = fakeQuotas()
	return { quotas, ...render(MembersSection, { props: { usage, quotas } }) }
}

const press = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }))
const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent?.trim().split(/\s/)[0])
const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim())
const select = (label: string, option: string) => userEvent.selectOptions(screen.getByRole('combobox', { name: label }), option)

async function choose(amount: string) {
	await userEvent.click(screen.getByRole('radio', { name: amount }))
	await userEvent.click(screen.getByText('Set the quota'))
}

describe('the list', () => {
	it('begins with the fullest, and follows what is looked for', async () => {
		show()
		expect(names()).toEqual(['Bruno', 'Amina', 'Chloé'])
		await userEvent.type(screen.getByRole('searchbox', { name: 'Search by name' }), 'chloe')
		expect(names()).toEqual(['Chloé'])
		expect(statuses()).toContain('One account is listed.')
		await userEvent.clear(screen.getByRole('searchbox'))
		await select('Show', '90% or more is used')
		expect(names()).toEqual(['Bruno'])
		await select('Show', 'All members')
		await select('Group', 'Shared garden')
		expect(names()).toEqual(['Bruno'])
		await select('Show', 'Without a limit')
		expect(screen.queryByRole('table')).toBeNull()
		expect(statuses()).toContain('Nobody is listed here.')
	})

	it('can be ordered without its headers', async () => {
		show()
		await select('Order by', 'Name')
		expect(names()).toEqual(['Amina', 'Bruno', 'Chloé'])
		await select('Order by', 'Files')
		expect(names()).toEqual(['Bruno', 'Chloé', 'Amina'])
	})

	it('says so when there is nobody', () => {
		show(usageOf({ members: [] }))
		expect(screen.getByText('There are no accounts yet.')).toBeTruthy()
	})

	it('of 5,000 can be searched and selected', async () => {
		const members = Array.from({ length: 5000 }, (_, index) => member(`member${index}`, { percent: index / 50 }))
		show(usageOf({ members }))
		expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001')
		expect(names()[0]).toBe('Member4999')
		expect(statuses()).toContain('5,000 accounts are listed.')
		await userEvent.type(screen.getByRole('searchbox'), 'member17')
		expect(statuses()).toContain('111 accounts are listed.')
		await userEvent.clear(screen.getByRole('searchbox'))
		await press('Select all 5,000 that are listed')
		expect(statuses()).toContain('5,000 accounts are selected.')
	})
})

describe('a quota', () => {
	it('is set for one', async () => {
		const { quotas } = show()
		await press('Change the quota of Bruno')
		expect(screen.getByRole('heading', { name: 'Quota of Bruno', hidden: true })).toBeTruthy()
		await choose('2 GB')
		expect(quotas.run).toHaveBeenCalledExactlyOnceWith([{ account: 'bruno', name: 'Bruno', before: '5 GB', after: '2 GB' }])
	})

	it('is set for all of a group', async () => {
		const { quotas } = show()
		await select('Group', 'Board')
		await press('Select all 2 that are listed')
		await press('Set a quota for those selected')
		await choose('1 GB')
		expect(quotas.run.mock.lastCall![0].map(({ account, before, after }) => [account, before, after])).toEqual([['amina', 'default', '1 GB'], ['bruno', '5 GB', '1 GB']])
		expect(statuses()).toContain('Nobody is selected.')
	})

	it('that could not be set leaves its account selected, and whoever was not reached', async () => {
		const { quotas } = show()
		quotas.run.mockImplementation(async ([first, second]) => {
			quotas.results.value = [{ change: first!, error: null }, { change: second!, error: 'That is too much.' }]
			return quotas.results.value
		})
		await press('Select all 3 that are listed')
		await press('Set a quota for those selected')
		await choose('1 GB')
		expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => [box.getAttribute('aria-label'), box.checked])).toEqual([['Select Bruno', true], ['Select Amina', false], ['Select Chloé', true]])
	})

	it('that is set later than the others is let go then', async () => {
		const { quotas } = show()
		await press('Select all 3 that are listed')
		const results = [amina, bruno].map(({ account, name }) => ({ change: { account, name, before: 'default', after: '1 GB' }, error: null }))
		quotas.results.value = results.slice(0, 1)
		await nextTick()
		await userEvent.click(screen.getByRole('checkbox', { name: 'Select Amina' }))
		quotas.results.value = results
		await nextTick()
		expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => [box.getAttribute('aria-label'), box.checked])).toEqual([['Select Bruno', false], ['Select Amina', true], ['Select Chloé', true]])
	})

	it('is set for who is selected, also where somebody else is listed', async () => {
		const { quotas } = show()
		await userEvent.click(screen.getByRole('checkbox', { name: 'Select Amina' }))
		await userEvent.type(screen.getByRole('searchbox'), 'bruno')
		expect(statuses()).toContain('One account is selected. One of them is not in this list.')
		await press('Select the one that is listed')
		await press('Select none of those listed')
		await press('Set a quota for those selected')
		await choose('1 GB')
		expect(quotas.run.mock.lastCall![0].map(({ account }) => account)).toEqual(['amina'])
	})

	it('is set for all who come', async () => {
		const { quotas } = show()
		expect(screen.getByText('Newcomers, and everybody who has no quota of their own, may keep: 5 GB.')).toBeTruthy()
		await press('Change the default')
		expect(screen.getByText(/^This counts for one account/)).toBeTruthy()
		await choose('2 GB')
		expect(quotas.run).toHaveBeenCalledExactlyOnceWith([{ account: null, name: 'Default quota', before: '5 GB', after: '2 GB' }])
	})

	it('is not asked for while others are changed, or for nobody', async () => {
		const { quotas } = show()
		await press('Set a quota for those selected')
		expect(screen.queryByRole('dialog')).toBeNull()
		quotas.running.value = true
		await press('Change the quota of Bruno')
		await press('Change the default')
		expect(screen.queryByRole('dialog')).toBeNull()
	})
})

it('forgets who is gone', async () => {
	const { rerender } = show()
	await press('Select all 3 that are listed')
	await rerender({ usage: usageOf({ members: [member('amina')] }) })
	expect(statuses()).toContain('One account is selected.')
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests inviting through the screen: nothing is made before it was looked at and confirmed, and each line has its result. */

import type { Check } from '../../api/admin.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InviteSection from './InviteSection.vue'
import { checkInvitations } from '../../api/admin.ts'
import { createAccount, createGroup, fetchAccount, fetchGroups, fetchQuotaRules } from '../../api/adminAccounts.ts'

vi.mock('../../api/admin.ts')
vi.mock('../../api/adminAccounts.ts')

const LIST = 'Anna Dupont, anna@example.org, board, 5 GB\nBen, ben@example.org, choir\nCarla, carla@example\nDan, dan@example.org'
let check: Check

beforeEach(() => {
	document.body.innerHTML = ''
	check = { takenAccounts: [], takenMails: [], room: null, mails: true }
	vi.mocked(checkInvitations).mockReset().mockImplementation(async () => check)
	vi.mocked(fetchGroups).mockReset().mockResolvedValue([{ id: 'board', name: 'Board' }])
	vi.mocked(fetchQuotaRules).mockReset().mockResolvedValue({ unlimited: true, most: null })
	vi.mocked(fetchAccount).mockReset().mockResolvedValue(null)
	vi.mocked(createAccount).mockReset().mockResolvedValue()
	vi.mocked(createGroup).mockReset().mockResolvedValue()
})
afterEach(cleanup)

const press = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }))
async function look(text = LIST) {
	render(InviteSection)
	await userEvent.click(screen.getByRole('textbox', { name: 'The list' }))
	await userEvent.paste(text)
	await press('Check the list')
	await screen.findByRole('table')
}
const states = () => within(screen.getByRole('table')).getAllByRole('row').slice(1).map((row) => row.querySelector('.line-table__state strong')!.textContent)

describe('a list', () => {
	it('is looked at first: nothing is made', async () => {
		await look()
		expect(states()).toEqual(['Can be invited', 'Left out', 'Left out', 'Can be invited'])
		expect(screen.getByText('2 people can be invited.')).toBeTruthy()
		expect(screen.getByText('There is no such group: choir')).toBeTruthy()
		await waitFor(() => expect(document.activeElement?.textContent).toContain('What would become'))
		expect(createAccount).not.toHaveBeenCalled()
	})

	it('is invited, with a result for each line', async () => {
		await look()
		vi.mocked(createAccount).mockImplementation(async ({ account }) => {
			if (account === 'dan') {
				throw new OcsError('refused', 'Not this one', 400)
			}
		})
		await press('Invite 2 people')
		expect(await screen.findByText(/One person was invited\. One person could not be invited/)).toBeTruthy()
		expect(states()).toEqual(['Invited', 'Left out', 'Left out', 'Not invited'])
		expect(screen.getByText('Not this one')).toBeTruthy()
		await press('Another list')
		expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list' }).value).toBe('')
	})

	it('can have groups that are made, and a language', async () => {
		await look()
		await userEvent.click(screen.getByRole('checkbox', { name: 'Make the groups that there are not yet' }))
		await userEvent.selectOptions(screen.getByRole('combobox', { name: /Language of the invitation/ }), 'fr')
		await waitFor(() => expect(screen.getByRole('button', { name: 'Invite 3 people' })).toBeTruthy())
		await waitFor(() => expect(screen.queryByText('Checking the list')).toBeNull())
		await press('Invite 3 people')
		await screen.findByText('3 people were invited.')
		expect(vi.mocked(createGroup).mock.calls).toEqual([['choir']])
		expect(vi.mocked(createAccount).mock.calls.map(([{ account, groups, quota, language }]) => [account, groups, quota, language])).toEqual([
			['anna.dupont', ['board'], '5 GB', 'fr'],
			['ben', ['choir'], '', 'fr'],
			['dan', [], '', 'fr'],
		])
	})

	it('is not invited where mails cannot be sent, unless that is wanted', async () => {
		check.mails = false
		await look()
		await press('Invite 2 people')
		expect(screen.getByRole('alert').textContent).toContain('tick the box')
		expect(createAccount).not.toHaveBeenCalled()
		await userEvent.click(screen.getByRole('checkbox', { name: /I will tell the people myself/ }))
		await press('Invite 2 people')
		await screen.findByText('2 people were invited.')
	})

	it('finds no more room than there is', async () => {
		check.room = 1
		await look()
		expect(screen.getByText(/There is room for one more account\./).textContent).toContain('One person on the list finds none.')
		expect(screen.getByRole('button', { name: 'Invite one person' })).toBeTruthy()
	})

	it('can be told what its columns are', async () => {
		await look('board,Anna,anna@example.org\nboard,Ben,ben@example.org')
		expect(screen.getByText('board Anna')).toBeTruthy()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Column 1/, hidden: true }), 'groups')
		await waitFor(() => expect(screen.queryByText('board Anna')).toBeNull())
	})

	it('of a mail program is put on lines', async () => {
		render(InviteSection)
		await userEvent.click(screen.getByRole('textbox', { name: 'The list' }))
		await userEvent.paste('Anna <anna@example.org>, Ben <ben@example.org>')
		await press('Put each mail address on a line of its own')
		expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list' }).value).toBe('Anna <anna@example.org>\nBen <ben@example.org>')
	})

	it('comes from a file, but not from a workbook', async () => {
		const { container } = render(InviteSection)
		const picker = container.querySelector<HTMLInputElement>('input[type=file]')!
		await userEvent.upload(picker, new File([Uint8Array.from([0x5A, 0x6F, 0xE9])], 'liste.csv', { type: 'text/csv' }))
		await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list' }).value).toBe('Zoé'))
		await userEvent.upload(picker, new File(['PK\u0003\u0004'], 'liste.csv', { type: 'text/csv' }))
		expect((await screen.findByRole('alert')).textContent).toContain('save it as “CSV”')
	})

	it('stays when the server cannot be asked', async () => {
		vi.mocked(checkInvitations).mockRejectedValue(new OcsError('network', 'No connection.'))
		render(InviteSection)
		await userEvent.click(screen.getByRole('textbox', { name: 'The list' }))
		await userEvent.paste(LIST)
		await press('Check the list')
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list' }).value).toBe(LIST)
	})
})

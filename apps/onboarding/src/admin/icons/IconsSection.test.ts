// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests taking icons away: by Nextcloud's own means, asked first, with the password, and back again. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { confirmPassword, PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, KeepAlive } from 'vue'
import IconsSection from './IconsSection.vue'
import { fetchIcons } from '../../api/admin.ts'
import { fetchGroups } from '../../api/adminAccounts.ts'
import { switchOff, switchOn } from '../../api/adminApps.ts'

vi.mock('../../api/admin.ts')
vi.mock('../../api/adminAccounts.ts')
vi.mock('../../api/adminApps.ts')
vi.mock('@ensemble/shared/ocs/nextcloud', async (original) => ({ ...await original<object>(), confirmPassword: vi.fn() }))

const icon = (id: string, rest = {}) => ({ id, app: id, name: id[0]!.toUpperCase() + id.slice(1), url: `/apps/${id}`, pinned: 0, removable: true, groups: [] as string[], ...rest })

beforeEach(() => {
	document.body.innerHTML = ''
	vi.mocked(fetchIcons).mockReset().mockResolvedValue([icon('files', { removable: false }), icon('deck', { pinned: 2 }), icon('polls', { groups: ['board'] })])
	vi.mocked(fetchGroups).mockReset().mockResolvedValue([{ id: 'board', name: 'Bureau' }])
	vi.mocked(switchOff).mockReset().mockResolvedValue()
	vi.mocked(switchOn).mockReset().mockResolvedValue()
	vi.mocked(confirmPassword).mockReset().mockResolvedValue(true)
})
afterEach(cleanup)

async function show() {
	render(defineComponent({ render: () => h(KeepAlive, () => h(IconsSection)) }))
	await screen.findByText('Deck')
}
const press = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }))
const dialog = () => within(screen.getByRole('dialog'))
async function givePassword() {
	await userEvent.type(await screen.findByLabelText('Your password'), 'demo')
	await press('Confirm')
}

describe('an icon', () => {
	it('says who has it, who wants it, and whether it can be taken away', async () => {
		await show()
		expect(screen.getByText('2 people have it in an order of their own.')).toBeTruthy()
		expect(screen.getByText('Only for: Bureau')).toBeTruthy()
		expect(screen.getByText(/belongs to Nextcloud itself/)).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Switch off: Files' })).toBeNull()
	})

	it('is switched off after a question, and can be switched on again', async () => {
		vi.mocked(switchOff).mockRejectedValueOnce(new OcsError(PASSWORD_NEEDED, '', 403))
		await show()
		await press('Switch off: Deck')
		expect(dialog().getByText(/2 people have put it into an order of their own/)).toBeTruthy()
		expect(switchOff).not.toHaveBeenCalled()
		await userEvent.click(dialog().getByRole('button', { name: 'Switch off' }))
		await givePassword()
		expect(await screen.findByText('Deck is switched off.')).toBeTruthy()
		expect(switchOff).toHaveBeenCalledTimes(2)
		await press('Switch on again: Deck')
		await givePassword()
		await waitFor(() => expect(switchOn).toHaveBeenCalledExactlyOnceWith('deck', [], 'demo'))
		expect(await screen.findByText('Everybody has Deck now.')).toBeTruthy()
	})

	it('is given to some groups only', async () => {
		await show()
		await press('Only for some groups: Deck')
		await userEvent.click(dialog().getByRole('button', { name: 'Only for these groups' }))
		expect(dialog().getByText('Please choose a group.')).toBeTruthy()
		await userEvent.click(dialog().getByRole('checkbox', { name: 'Bureau' }))
		await userEvent.click(dialog().getByRole('button', { name: 'Only for these groups' }))
		await givePassword()
		await waitFor(() => expect(switchOn).toHaveBeenCalledExactlyOnceWith('deck', ['board'], 'demo'))
	})

	it('stays where nobody gives the password, or Nextcloud refuses', async () => {
		await show()
		await press('For everybody: Polls')
		await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
		expect(switchOn).not.toHaveBeenCalled()
		vi.mocked(switchOff).mockRejectedValue(new OcsError('server', 'Something went wrong.'))
		await press('Switch off: Polls')
		await userEvent.click(dialog().getByRole('button', { name: 'Switch off' }))
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests Association → First steps through the screen: its sections, and the list of what to set up. */

import type { Tasks } from '../api/admin.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { taskId } from '../../contract.ts'
import { fetchTasks, setTask } from '../api/admin.ts'

vi.mock('../api/admin.ts')
vi.mock('../api/adminAccounts.ts')

/** The list with some of it done. */
function tasks(states: Partial<Record<Tasks[number]['id'], Tasks[number]['state']>> = {}): Tasks {
	return taskId.options.map((id) => ({ id, state: states[id] ?? 'open', count: ['colleague', 'people', 'waiting', 'groups'].includes(id) ? 1 : null }))
}

beforeEach(() => {
	document.body.innerHTML = ''
	history.replaceState(null, '', '#')
	vi.mocked(fetchTasks).mockReset().mockResolvedValue(tasks({ look: 'done', start: 'declined' }))
	vi.mocked(setTask).mockReset().mockImplementation(async (id, state) => tasks({ look: 'done', start: 'declined', [id]: state }))
})
afterEach(cleanup)

const item = async (name: string) => within((await screen.findByRole('heading', { name: new RegExp(`^${name}`), level: 3 })).closest('li')!)

describe('what there is to set up', () => {
	it('is ticked by what the space shows, and counted in the tab', async () => {
		render(AdminView)
		expect((await item('Give the space its name')).getByText('Done')).toBeTruthy()
		expect((await item('Be at least two admins')).getByText('There is one admin.')).toBeTruthy()
		expect(screen.getByText('1 of 10 done')).toBeTruthy()
		await waitFor(() => expect(screen.getByRole('tab', { name: /^To set up/ }).textContent).toContain('9 open'))
	})

	it('has a link for each, and no button to tick what the space can show itself', async () => {
		render(AdminView)
		const mail = await item('See to it that mails can be sent')
		expect(mail.getByRole('link').getAttribute('href')).toContain('/settings/admin/server')
		expect(mail.queryByRole('button', { name: /^Done/ })).toBeNull()
	})

	it('can be put aside and taken back', async () => {
		render(AdminView)
		await userEvent.click(await screen.findByRole('button', { name: 'Not for us: Make groups' }))
		expect(setTask).toHaveBeenLastCalledWith('groups', 'declined')
		const button = await screen.findByRole('button', { name: 'Take it back: Make groups' })
		await waitFor(() => expect(document.activeElement?.textContent).toContain('Make groups'))
		await userEvent.click(button)
		expect(setTask).toHaveBeenLastCalledWith('groups', 'open')
	})

	it('is said by hand where the space cannot show it, and tells how to hand over', async () => {
		render(AdminView)
		expect((await item('Agree on how')).getByText(/Transfer ownership/)).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'Done: Agree on how to hand over' }))
		expect(setTask).toHaveBeenLastCalledWith('handover', 'done')
		expect(await screen.findByRole('button', { name: 'Not done after all: Agree on how to hand over' })).toBeTruthy()
	})

	it('leads to sections of this page', async () => {
		render(AdminView)
		await userEvent.click((await item('Invite people')).getByRole('button', { name: 'Invite people' }))
		expect(screen.getByRole('tab', { selected: true }).textContent).toContain('Invite people')
		expect(location.hash).toBe('#first-steps/invite')
		expect(await screen.findByRole('textbox', { name: 'The list' })).toBeTruthy()
	})

	it('says when it cannot be loaded or changed', async () => {
		vi.mocked(fetchTasks).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		render(AdminView)
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		vi.mocked(setTask).mockRejectedValue(new OcsError('network', 'Still none.'))
		await userEvent.click(await screen.findByRole('button', { name: 'Not for us: Make groups' }))
		expect((await screen.findByRole('alert')).textContent).toContain('Still none.')
	})
})

describe('the page', () => {
	it('says which other apps welcome people, too', () => {
		document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_onboarding-neighbours" value="${btoa('["firstrunwizard"]')}">`
		render(AdminView)
		expect(screen.getByRole('note').textContent).toContain('First run wizard')
	})
})

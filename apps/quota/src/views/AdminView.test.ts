// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests Association → Storage through the screen: its sections, their address, and the ways between them. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { storeQuota } from '../api/quotas.ts'
import { fetchHistory, fetchRequests, fetchSettings, fetchUsage, saveSettings } from '../api/storage.ts'
import { GB, member, requestOf, settings, usageOf } from '../components/testing.ts'

vi.mock('../api/storage.ts')
vi.mock('../api/quotas.ts')

beforeEach(() => {
	location.hash = '#storage'
	vi.mocked(fetchUsage).mockReset().mockResolvedValue(usageOf({ openRequests: 1 }))
	vi.mocked(fetchHistory).mockReset().mockResolvedValue([])
	vi.mocked(fetchRequests).mockReset().mockResolvedValue([requestOf()])
	vi.mocked(fetchSettings).mockReset().mockResolvedValue({ values: settings, sources: {} })
	vi.mocked(saveSettings).mockReset().mockResolvedValue({ values: settings, sources: {} })
	vi.mocked(storeQuota).mockReset().mockResolvedValue()
})
afterEach(cleanup)

const tab = (name: RegExp) => screen.getByRole('tab', { name })
const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }))

describe('the sections', () => {
	it('begin with the overview, and first of all with who asks', async () => {
		render(AdminView)
		expect(screen.getByText('Counting what everybody keeps')).toBeTruthy()
		await press('See the requests')
		expect(await screen.findByRole('article', { name: /Bruno asks for 6 GB/ })).toBeTruthy()
		expect(tab(/^Requests/).getAttribute('aria-selected')).toBe('true')
		expect(location.hash).toBe('#storage/requests')
	})

	it('say how many requests are open', async () => {
		render(AdminView)
		await screen.findByText(/of 12 GB are in use/)
		expect(tab(/^Requests/).textContent?.replaceAll(/\s+/g, ' ').trim()).toMatch(/^Requests ?1 ?1 open$/)
	})

	it.each([['members', /Amina/], ['requests', /Bruno asks/], ['settings', /Save/]])('open by address: %s', async (section, words) => {
		location.hash = `#storage/${section}`
		render(AdminView)
		expect((await screen.findAllByText(words)).length).toBeGreaterThan(0)
	})

	it('keep who is selected while somebody looks elsewhere', async () => {
		render(AdminView)
		await userEvent.click(tab(/^Members/))
		await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Amina' }))
		await userEvent.click(tab(/^Overview/))
		await userEvent.click(tab(/^Members/))
		expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Amina' }).checked).toBe(true)
	})
})

describe('the address of a request', () => {
	it('opens the dialog of an answer, once', async () => {
		location.hash = '#storage/requests/7/approve'
		render(AdminView)
		expect(await screen.findByRole('heading', { name: 'Room for Bruno', hidden: true })).toBeTruthy()
		expect(location.hash).toBe('#storage/requests')
		await userEvent.click(screen.getByText('Cancel'))
		await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Bruno asks for 6 GB/))
	})

	it('leads from another section to the request, which is loaded anew', async () => {
		vi.mocked(fetchRequests).mockResolvedValueOnce([])
		location.hash = '#storage/requests'
		render(AdminView)
		await screen.findByText('Nobody asks for more room at the moment.')
		await userEvent.click(tab(/^Overview/))
		location.hash = '#storage/requests/7'
		window.dispatchEvent(new Event('hashchange'))
		await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Bruno asks for 6 GB/))
		expect(screen.queryByRole('dialog')).toBeNull()
		location.hash = '#storage/requests/7/decline'
		window.dispatchEvent(new Event('hashchange'))
		expect(await screen.findByRole('heading', { name: 'Decline the request of Bruno?', hidden: true })).toBeTruthy()
	})

	it('says so where it is answered already', async () => {
		location.hash = '#storage/requests/8/approve'
		render(AdminView)
		expect(await screen.findByText('That request is no longer open: it has been answered, or taken back.')).toBeTruthy()
		expect(screen.queryByRole('dialog')).toBeNull()
	})
})

describe('what everybody keeps', () => {
	it('is said to be missing when it cannot be counted, and tried again; settings come all the same', async () => {
		vi.mocked(fetchUsage).mockRejectedValueOnce(new OcsError('server', 'Something went wrong on the server.', 500))
		render(AdminView)
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
		await userEvent.click(tab(/^Settings/))
		expect(await screen.findByRole('form')).toBeTruthy()
		await userEvent.click(tab(/^Overview/))
		await press('Try again')
		expect(await screen.findByText(/of 12 GB are in use/)).toBeTruthy()
	})

	it('can be counted again, and is after the settings have changed', async () => {
		render(AdminView)
		await press('Count again')
		expect(fetchUsage).toHaveBeenCalledTimes(2)
		await userEvent.click(tab(/^Settings/))
		const field = await screen.findByRole('textbox', { name: /^Size of the whole space/ })
		await userEvent.clear(field)
		await userEvent.type(field, '50')
		await press('Save')
		await waitFor(() => expect(fetchUsage).toHaveBeenCalledTimes(3))
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ pool: 50 * GB })
	})
})

it('changes a quota and puts it back, wherever one looks meanwhile', async () => {
	location.hash = '#storage/members'
	render(AdminView)
	await press('Change the quota of Amina')
	await userEvent.click(screen.getByRole('radio', { name: '2 GB' }))
	vi.mocked(storeQuota).mockImplementationOnce(async () => {
		vi.mocked(fetchUsage).mockResolvedValue(usageOf({ members: [member('amina', { stored: '2 GB', quota: 2 * GB })] }))
	})
	await userEvent.click(screen.getByText('Set the quota'))
	await userEvent.click(tab(/^Overview/))
	await press('Undo: put the earlier quota back')
	await waitFor(() => expect(vi.mocked(storeQuota).mock.calls).toEqual([['amina', '2 GB'], ['amina', 'default']]))
	expect(await screen.findByText('One earlier quota was put back.')).toBeTruthy()
})

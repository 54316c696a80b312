// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests Association → Storage through the screen: numbers, states, and the settings form. */

import type { InForce } from '@ensemble/shared/screen/useSettings'
import type { QuotaSettings, Usage } from '../api/storage.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { fetchSettings, fetchUsage, saveSettings } from '../api/storage.ts'

vi.mock('../api/storage.ts')

const GB = 2 ** 30
const usage: Usage = {
	countedAt: 1_795_000_000,
	total: { pool: null, files: 2 * GB, trash: GB, versions: 0, promised: 5 * GB },
	members: [{ account: 'amina', name: 'Amina', enabled: true, files: 2 * GB, trash: GB, versions: 0, quota: 5 * GB, percent: 40, level: null }],
}
const settings: InForce<QuotaSettings> = {
	values: { levels: [80, 90, 95], repeatDays: 7, pool: null, contact: '' },
	sources: { levels: 'fleet', repeatDays: 'built-in', pool: 'space', contact: 'locked' },
}

beforeEach(() => {
	vi.mocked(fetchUsage).mockReset().mockResolvedValue(usage)
	vi.mocked(fetchSettings).mockReset().mockResolvedValue(settings)
	vi.mocked(saveSettings).mockReset().mockResolvedValue(settings)
})

afterEach(cleanup)

const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

async function write(name: RegExp, text: string) {
	const input = await field(name)
	await userEvent.clear(input)
	if (text) {
		await userEvent.type(input, text)
	}
	return input
}

describe('what everybody keeps', () => {
	it('is counted, then shown as a sentence, a picture and a table', async () => {
		render(AdminView)
		expect(screen.getByText('Counting what everybody keeps')).toBeTruthy()
		expect(await screen.findByText('All members together use 3 GB.')).toBeTruthy()
		expect(screen.getByRole('img', { name: /What takes room/ })).toBeTruthy()
		expect(screen.getByRole('rowheader', { name: 'Amina' })).toBeTruthy()
	})

	it('says when it cannot be counted, and tries again', async () => {
		vi.mocked(fetchUsage).mockRejectedValueOnce(new OcsError('server', 'Something went wrong on the server.', 500))
		render(AdminView)
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on the server.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await screen.findByRole('rowheader', { name: 'Amina' })).toBeTruthy()
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('can be counted again', async () => {
		render(AdminView)
		await userEvent.click(await screen.findByRole('button', { name: 'Count again' }))
		expect(fetchUsage).toHaveBeenCalledTimes(2)
	})

	it('says so when there is nobody', async () => {
		vi.mocked(fetchUsage).mockResolvedValue({ ...usage, members: [] })
		render(AdminView)
		expect(await screen.findByText('There are no accounts yet.')).toBeTruthy()
	})
})

describe('the settings', () => {
	it('show where each value comes from, and what the host has locked', async () => {
		render(AdminView)
		expect((await field(/Warn members/)).value).toBe('80, 90, 95')
		expect(screen.getByText('This is the default of your host.')).toBeTruthy()
		const contact = await field(/Whom to ask/)
		expect(contact.disabled).toBe(true)
		expect(screen.getByText(/Your host has set this for all spaces/)).toBeTruthy()
	})

	it('are saved, announced, and what everybody keeps is counted again', async () => {
		vi.mocked(saveSettings).mockResolvedValue({ ...settings, values: { ...settings.values, pool: 50 * GB } })
		render(AdminView)
		await write(/Size of the whole space/, '50')
		await save()
		await waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent?.trim())).toContain('Saved.'))
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ pool: 50 * GB })
		expect(fetchUsage).toHaveBeenCalledTimes(2)
	})

	it.each([[/Warn members/, /whole numbers with commas/], [/Days until/, /number of days/]])('takes an empty field %s as a mistake, not as 0', async (name, sentence) => {
		render(AdminView)
		const input = await write(name, '')
		await save()
		expect(await screen.findByText(sentence)).toBeTruthy()
		expect(document.activeElement).toBe(input)
		expect(saveSettings).not.toHaveBeenCalled()
	})

	it('put what the server objects to at its field', async () => {
		vi.mocked(saveSettings).mockRejectedValue(new OcsError('invalid_request', 'This number is too large: 100 at most.', 400, 'levels.1'))
		render(AdminView)
		const input = await write(/Warn members/, '80, 101')
		await save()
		await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
		expect(screen.getByText('This number is too large: 100 at most.')).toBeTruthy()
		expect(input.value).toBe('80, 101')
		expect(document.activeElement).toBe(input)
	})

	it('say what went wrong where no field is to blame', async () => {
		vi.mocked(saveSettings).mockRejectedValue(new OcsError('network', 'No connection.'))
		render(AdminView)
		await write(/Days until/, '3')
		await save()
		expect((await screen.findByRole('alert')).textContent?.trim()).toBe('No connection.')
	})

	it('go back to the default', async () => {
		render(AdminView)
		await userEvent.click(await screen.findByRole('button', { name: /Back to the default: Size/ }))
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ pool: null }))
	})
})

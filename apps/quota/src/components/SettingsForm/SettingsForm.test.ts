// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the settings through the screen: levels and their marks, hours and days, sources and locks. */

import type { InForce } from '@ensemble/shared/screen/useSettings'
import type { QuotaSettings } from '../../api/storage.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SettingsForm from './SettingsForm.vue'
import { fetchSettings, saveSettings } from '../../api/storage.ts'
import { GB, settings } from '../testing.ts'

vi.mock('../../api/storage.ts')

let inForce: InForce<QuotaSettings>

beforeEach(() => {
	document.body.innerHTML = ''
	inForce = { values: settings, sources: Object.fromEntries(Object.keys(settings).map((field) => [field, 'built-in'])) }
	vi.mocked(fetchSettings).mockReset().mockImplementation(async () => inForce)
	vi.mocked(saveSettings).mockReset().mockImplementation(async () => inForce)
})
afterEach(cleanup)

async function show() {
	const view = render(SettingsForm)
	await screen.findByRole('form')
	return view
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))
async function saved() {
	await save()
	await waitFor(() => expect(saveSettings).toHaveBeenCalledOnce())
	return vi.mocked(saveSettings).mock.lastCall![0]
}
const own = () => within(screen.getByRole('table', { name: /own storage/ }))
const marks = (name: RegExp) => own().getAllByRole<HTMLInputElement>('checkbox', { name }).map(({ checked }) => checked)
const check = (name: string) => userEvent.click(own().getByRole('checkbox', { name }))
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })

async function write(input: HTMLInputElement, text: string) {
	await userEvent.clear(input)
	if (text) {
		await userEvent.type(input, text)
	}
}

describe('the levels', () => {
	it('have a mark for each way at each level, which holds for every higher one', async () => {
		await show()
		expect([marks(/^Banner/), marks(/^Notification/), marks(/^Mail/)]).toEqual([[true, true, true], [false, true, true], [false, false, true]])
		await check('Mail at 80 %')
		expect(marks(/^Mail/)).toEqual([true, true, true])
		await check('Notification at 90 %')
		expect(marks(/^Notification/)).toEqual([false, false, true])
		await check('Banner at 95 %')
		expect(marks(/^Banner/)).toEqual([false, false, false])
		expect(await saved()).toEqual({ mailFrom: 1, notificationFrom: 95, bannerFrom: 101 })
	})

	it('can be more, or fewer', async () => {
		await show()
		await userEvent.click(screen.getAllByRole('button', { name: 'Add a level' })[0]!)
		const last = own().getByRole<HTMLInputElement>('textbox', { name: 'Level 4, in percent' })
		expect(document.activeElement).toBe(last)
		expect(marks(/^Mail/)).toEqual([false, false, true, true])
		await userEvent.type(last, '99')
		await userEvent.click(own().getByRole('button', { name: 'Take level 1 away' }))
		expect(await saved()).toEqual({ levels: [90, 95, 99] })
	})

	it.each([['', /whole number from 1 to 100/], ['80', /more than the level above/]])('must rise, and an empty one is a mistake: %j', async (text, sentence) => {
		await show()
		const field = own().getByRole<HTMLInputElement>('textbox', { name: 'Level 2, in percent' })
		await write(field, text)
		await save()
		expect(await screen.findByText(sentence)).toBeTruthy()
		expect([field.getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', field])
		expect(saveSettings).not.toHaveBeenCalled()
	})

	it('carry what the server objects to', async () => {
		vi.mocked(saveSettings).mockRejectedValue(new OcsError('invalid_request', 'This number is too large: 100 at most.', 400, 'levels.2'))
		await show()
		await write(own().getByRole('textbox', { name: 'Level 3, in percent' }), '96')
		await save()
		await waitFor(() => expect(own().getByRole('textbox', { name: 'Level 3, in percent' }).getAttribute('aria-invalid')).toBe('true'))
	})

	it('of the space have their own marks', async () => {
		await show()
		const space = within(screen.getByRole('table', { name: /whole space/ }))
		await userEvent.click(space.getByRole('checkbox', { name: 'Everybody at 95 %' }))
		await userEvent.click(space.getByRole('checkbox', { name: 'Administrators at 80 %' }))
		expect(await saved()).toEqual({ poolEveryoneFrom: 101, poolAdminsFrom: 1 })
	})
})

describe('the others', () => {
	it('are hours, days, numbers, words', async () => {
		await show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Until' }), '8:00 AM')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Day' }), 'Friday')
		await userEvent.click(screen.getByRole('checkbox', { name: /^Members may ask/ }))
		await write(box(/^Size of the whole space/), '49,5')
		await write(box(/^How many accounts/), '50')
		await write(box(/^Percent that use/), '0')
		await userEvent.type(screen.getByRole('textbox', { name: 'English' }), 'Empty the bin.')
		expect(await saved()).toEqual({ quietHours: { from: 21, to: 8 }, digestDay: 5, requests: false, pool: 49.5 * GB, accountCap: 50, hysteresis: 0, advice: { en: 'Empty the bin.' } })
	})

	it('can be switched off', async () => {
		await show()
		await userEvent.click(screen.getByRole('checkbox', { name: /^No notifications and no mails/ }))
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Day' }), 'No such mail')
		expect(await saved()).toEqual({ quietHours: { from: 0, to: 0 }, digestDay: 0 })
	})

	it('say when they are left empty', async () => {
		await show()
		const field = box(/^Days until/)
		await write(field, '')
		await save()
		expect(await screen.findByText(/number of days/)).toBeTruthy()
		expect(document.activeElement).toBe(field)
	})

	it('can be written in another language', async () => {
		await show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Another language' }), 'de')
		await userEvent.click(screen.getByRole('button', { name: 'Add this language' }))
		const field = await screen.findByRole('textbox', { name: 'Deutsch' })
		expect(document.activeElement).toBe(field)
		await userEvent.type(field, 'Leeren.')
		expect(await saved()).toEqual({ advice: { de: 'Leeren.' } })
	})
})

describe('where they come from', () => {
	it('is said of each, and what the host has locked cannot be changed', async () => {
		inForce.sources = { ...inForce.sources, levels: 'locked', mailFrom: 'locked', quietHours: 'locked', requests: 'locked', contact: 'locked', advice: 'locked', pool: 'fleet' }
		await show()
		expect(screen.getAllByText(/Your host has set this for all spaces/)).toHaveLength(6)
		expect(own().getByRole<HTMLInputElement>('textbox', { name: 'Level 1, in percent' }).disabled).toBe(true)
		expect(own().queryByRole('button')).toBeNull()
		expect(own().getByRole<HTMLInputElement>('checkbox', { name: 'Mail at 80 %' }).disabled).toBe(true)
		expect(own().getByRole<HTMLInputElement>('checkbox', { name: 'Banner at 80 %' }).disabled).toBe(false)
		expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Members may ask/ }).disabled).toBe(true)
		expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^No notifications/ }).disabled).toBe(true)
		expect(box(/^Whom to ask/).disabled).toBe(true)
		expect(box(/^English/).disabled).toBe(true)
	})

	it('can be the default again, one by one', async () => {
		inForce.sources = { ...inForce.sources, mailFrom: 'space' }
		const { emitted } = await show()
		await userEvent.click(screen.getByRole('button', { name: 'Back to the default: Mail' }))
		await waitFor(() => expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ mailFrom: null }))
		await waitFor(() => expect(emitted('changed')).toHaveLength(1))
	})
})

describe('beside another app', () => {
	it('that warns too, the settings say so', async () => {
		document.body.innerHTML = `<input type="hidden" id="initial-state-ensemble_quota-neighbours" value="${btoa('["quota_warning"]')}">`
		await show()
		expect(screen.getByText(/“Quota warning” is switched on, too/)).toBeTruthy()
	})

	it('that does not, they say nothing', async () => {
		await show()
		expect(screen.queryByText(/Quota warning/)).toBeNull()
	})
})

it('says when they cannot be loaded, and tries again', async () => {
	vi.mocked(fetchSettings).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
	render(SettingsForm)
	expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(await screen.findByRole('form')).toBeTruthy()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The settings of the charter. */

import type { Source } from '@ensemble/shared/contract/settings'
import type { CharterSettings } from '../../api/settings.ts'
import type { ListedVersion } from '../../api/versions.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SettingsForm from './SettingsForm.vue'
import { fetchSettings, saveSettings } from '../../api/settings.ts'
import { fetchVersions } from '../../api/versions.ts'

vi.mock('../../api/settings.ts')
vi.mock('../../api/versions.ts')

function inForce(values: Partial<CharterSettings> = {}, sources: Partial<Record<keyof CharterSettings, Source>> = {}) {
	return {
		values: { laterDays: 1, publicPage: false, hostCharter: true, ...values },
		sources: { laterDays: 'built-in', publicPage: 'built-in', hostCharter: 'built-in', ...sources } as const,
	}
}

const ours: ListedVersion = { id: 3, owner: 'association', ownerName: '', inForce: true, number: 1, title: 'Charter', publishedAt: 1, accepted: 2, declined: 1 }
const hosts: ListedVersion = { ...ours, id: 9, owner: 'host', ownerName: 'Libre Toit' }

beforeEach(() => {
	vi.mocked(fetchSettings).mockReset().mockResolvedValue(inForce({ laterDays: 2 }, { laterDays: 'fleet' }))
	vi.mocked(saveSettings).mockReset().mockResolvedValue(inForce({ laterDays: 5 }, { laterDays: 'space' }))
	vi.mocked(fetchVersions).mockReset().mockResolvedValue([ours])
})
afterEach(cleanup)

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^Days until/ })
const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

async function write(value: string) {
	await userEvent.clear(await field())
	await userEvent.type(await field(), value)
	await save()
}

describe('days', () => {
	it('say where the value comes from, and keep a choice', async () => {
		render(SettingsForm)
		expect((await field()).value).toBe('2')
		expect(screen.getByText('This is the default of your host.')).toBeTruthy()
		await write('5')
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ laterDays: 5 })
		expect(await screen.findByText('Saved.')).toBeTruthy()
		expect(screen.getByText('This is your own choice.')).toBeTruthy()
		vi.mocked(saveSettings).mockResolvedValueOnce(inForce({ laterDays: 2 }, { laterDays: 'fleet' }))
		await userEvent.click(screen.getByRole('button', { name: /^Back to the default/ }))
		expect(saveSettings).toHaveBeenLastCalledWith({ laterDays: null })
		await vi.waitFor(async () => expect((await field()).value).toBe('2'))
	})

	it('cannot be changed when the host has locked them', async () => {
		vi.mocked(fetchSettings).mockResolvedValue(inForce({ laterDays: 7 }, { laterDays: 'locked' }))
		render(SettingsForm)
		expect((await field()).disabled).toBe(true)
		expect(screen.getByText(/^Your host has set this for all spaces/)).toBeTruthy()
	})

	it('say at the field what is wrong, and keep what was written', async () => {
		vi.mocked(saveSettings).mockRejectedValueOnce(new OcsError('invalid_request', 'This number is too large: 30 at most.', 400, 'laterDays'))
		render(SettingsForm)
		await write('99')
		expect(await screen.findByText(/too large: 30 at most/)).toBeTruthy()
		expect(document.activeElement).toBe(await field())
		expect((await field()).value).toBe('99')
		await write('soon')
		expect(await screen.findByText(/Please write a whole number/)).toBeTruthy()
		expect(saveSettings).toHaveBeenCalledTimes(1)
	})
})

describe('the page for everybody', () => {
	const address = /^http:\/\/.+\/index\.php\/apps\/ensemble_charter\/public$/
	const open = () => vi.mocked(fetchSettings).mockResolvedValue(inForce({ publicPage: true }, { publicPage: 'space' }))
	const allowCopying = (writeText: (text: string) => Promise<void>) => vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText)
	afterEach(() => vi.restoreAllMocks())

	it('is switched on, and then has an address', async () => {
		vi.mocked(saveSettings).mockResolvedValue(inForce({ publicPage: true }, { publicPage: 'space' }))
		render(SettingsForm)
		expect((await box('Anyone can read the charter')).checked).toBe(false)
		expect(screen.queryByRole('link')).toBeNull()
		await userEvent.click(await box('Anyone can read the charter'))
		expect(screen.getByText('The address stands here once it is saved.')).toBeTruthy()
		await save()
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ publicPage: true })
		const link = await screen.findByRole('link', { name: address })
		expect(link.getAttribute('href')).toMatch(address)
		expect(screen.getByText('Anyone can read it here:')).toBeTruthy()
	})

	it('says that there is nothing to read yet', async () => {
		open()
		vi.mocked(fetchVersions).mockResolvedValue([hosts])
		render(SettingsForm)
		expect(await screen.findByText(/^As soon as your association has published a charter/)).toBeTruthy()
	})

	it('has an address to copy', async () => {
		open()
		const written = allowCopying(async () => {})
		render(SettingsForm)
		await userEvent.click(await screen.findByRole('button', { name: 'Copy the address' }))
		expect(written).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(address))
		expect((await screen.findByText('The address was copied.')).getAttribute('role')).toBe('status')
		expect(saveSettings).not.toHaveBeenCalled()
	})

	it('helps where the browser does not copy', async () => {
		open()
		allowCopying(() => Promise.reject(new Error('not allowed')))
		render(SettingsForm)
		await userEvent.click(await screen.findByRole('button', { name: 'Copy the address' }))
		expect(await screen.findByText(/^Your browser does not allow copying from here\. The address is selected/)).toBeTruthy()
		expect(getSelection()?.toString()).toMatch(address)
	})
})

describe('the host\'s charter', () => {
	const name = 'Show the charter of our host'

	it('is no matter where there is none', async () => {
		render(SettingsForm)
		await field()
		expect(screen.queryByRole('checkbox', { name })).toBeNull()
	})

	it('can be switched off, and back to the default', async () => {
		vi.mocked(fetchVersions).mockResolvedValue([hosts, ours])
		vi.mocked(saveSettings).mockResolvedValue(inForce({ hostCharter: false }, { hostCharter: 'space' }))
		render(SettingsForm)
		await userEvent.click(await box(name))
		await save()
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ hostCharter: false })
		await userEvent.click(await screen.findByRole('button', { name: `Back to the default: ${name}` }))
		expect(saveSettings).toHaveBeenLastCalledWith({ hostCharter: null })
	})

	it('can be switched on again where it is off, whoever switched it off', async () => {
		vi.mocked(fetchSettings).mockResolvedValue(inForce({ hostCharter: false }, { hostCharter: 'fleet' }))
		render(SettingsForm)
		expect((await box(name)).checked).toBe(false)
	})

	it('stays where the host has locked it', async () => {
		vi.mocked(fetchSettings).mockResolvedValue(inForce({}, { hostCharter: 'locked' }))
		render(SettingsForm)
		const locked = await box(name)
		expect([locked.disabled, locked.checked]).toEqual([true, true])
		const described = locked.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')
		expect(described).toContain('Your host has set this for all spaces')
	})
})

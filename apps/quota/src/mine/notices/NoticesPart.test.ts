// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** How one is told, through the screen. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import NoticesPart from './NoticesPart.vue'
import { fetchPreferences, savePreferences } from '../../api/mine.ts'
import { prepare, press } from '../testing.ts'

vi.mock('../../api/dav.ts')
vi.mock('../../api/mine.ts')

beforeEach(prepare)
afterEach(cleanup)

const stored = { mail: true, from: null, levels: [80, 90, 95], mayChoose: true }
const levels = () => screen.getAllByRole<HTMLOptionElement>('option').map(({ textContent, selected }) => [textContent?.trim(), selected])

it('shows what is chosen, and saves what is changed', async () => {
	render(NoticesPart)
	const mail = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Send me mails about my storage' })
	expect(mail.checked).toBe(true)
	expect(levels()).toEqual([['80% or more (as usual here)', true], ['90% or more', false], ['95% or more', false]])
	await userEvent.click(mail)
	await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Tell me when/ }), '95% or more')
	await press('Save')
	expect(savePreferences).toHaveBeenCalledExactlyOnceWith({ mail: false, from: 95 })
	expect(await screen.findByText('Saved.')).toBeTruthy()
	await userEvent.click(mail)
	expect(screen.queryByText('Saved.')).toBeNull()
})

it('keeps a choice from when there were other levels', async () => {
	vi.mocked(fetchPreferences).mockResolvedValue({ ...stored, from: 85 })
	render(NoticesPart)
	await screen.findByRole('combobox')
	expect(levels()).toEqual([['80% or more (as usual here)', false], ['85% or more', true], ['90% or more', false], ['95% or more', false]])
})

it('takes a choice below the first level for the first', async () => {
	vi.mocked(fetchPreferences).mockResolvedValue({ ...stored, from: 70 })
	render(NoticesPart)
	await screen.findByRole('combobox')
	expect(levels()[0]).toEqual(['80% or more (as usual here)', true])
})

it('says where others decide', async () => {
	vi.mocked(fetchPreferences).mockResolvedValue({ ...stored, mayChoose: false })
	render(NoticesPart)
	expect(await screen.findByText('Those who look after this space have decided this for everybody.')).toBeTruthy()
	expect(screen.queryByRole('checkbox')).toBeNull()
})

it('says what went wrong, when loading and when saving', async () => {
	const broken = new OcsError('network', 'The server cannot be reached.')
	vi.mocked(fetchPreferences).mockRejectedValueOnce(broken)
	vi.mocked(savePreferences).mockRejectedValueOnce(broken)
	render(NoticesPart)
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await press('Try again')
	await press('Save')
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	expect(screen.queryByText('Saved.')).toBeNull()
	await press('Save')
	expect(await screen.findByText('Saved.')).toBeTruthy()
})

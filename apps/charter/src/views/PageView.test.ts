// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The charter's own page. */

import type { Answer, Version } from '../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchCharter, sendAnswer } from '../api/charter.ts'

vi.mock('../api/charter.ts')
repairForDOMPurify()

const HASH = { fr: 'a'.repeat(64), en: 'b'.repeat(64) }
const version: Version = {
	id: 3,
	number: 1,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: '# But' }, en: { title: 'Charter', summary: ['One.'], body: '# Aim' } },
	hashes: HASH,
	publishedAt: 1_760_000_000,
}
const accepted: Answer = { id: 11, version: 3, language: 'fr', textHash: HASH.fr, choice: 'accepted', at: 1_760_000_000, hash: 'd'.repeat(64) }

beforeEach(() => {
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ version, language: 'fr', answer: accepted })
	vi.mocked(sendAnswer).mockReset().mockImplementation(async (sent) => ({ ...accepted, ...sent, id: 12 }))
})
afterEach(cleanup)

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

it('shows the charter in force and one\'s answer', async () => {
	render(PageView)
	expect(await screen.findByRole('heading', { level: 2, name: 'Charte' })).toBeTruthy()
	expect(screen.getByText(/^In force since /)).toBeTruthy()
	expect(screen.getByText(/^You accepted the charter on /)).toBeTruthy()
	expect(await screen.findByRole('heading', { level: 3, name: 'But' })).toBeTruthy()
	expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull()
})

it('says kindly that there is none', async () => {
	vi.mocked(fetchCharter).mockResolvedValue({ version: null, language: null, answer: null })
	render(PageView)
	expect(await screen.findByRole('heading', { name: 'There is no charter yet' })).toBeTruthy()
})

it('says what went wrong, and tries again', async () => {
	vi.mocked(fetchCharter).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
	render(PageView)
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await press('Try again')
	expect(await screen.findByRole('heading', { name: 'Charte' })).toBeTruthy()
})

describe('one\'s answer', () => {
	it('can be changed, after the one before, to the text that is shown', async () => {
		render(PageView)
		await userEvent.selectOptions(await screen.findByRole('combobox'), 'en')
		expect(await screen.findByRole('heading', { level: 2, name: 'Charter' })).toBeTruthy()
		await press('Decline from now on')
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'en', textHash: HASH.en, choice: 'declined', after: 11 })
		expect(await screen.findByText(/^You declined the charter on /)).toBeTruthy()
		expect(screen.getByText(/^Thank you/)).toBeTruthy()
		await press('Accept from now on')
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ choice: 'accepted', after: 12 })
	})

	it('can be given for the first time', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ version, language: 'fr', answer: null })
		render(PageView)
		expect(await screen.findByText('You have not answered yet.')).toBeTruthy()
		await press('Accept')
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ choice: 'accepted', after: 0 })
	})

	it('stays as it was when the new one does not arrive', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		render(PageView)
		await press('Decline from now on')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(screen.getByText(/^You accepted the charter on /)).toBeTruthy()
		expect(fetchCharter).toHaveBeenCalledTimes(1)
	})

	it('to a charter that was replaced is not kept; the new charter is shown', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('replaced', 'The charter has been replaced.', 409))
		render(PageView)
		await screen.findByRole('heading', { name: 'Charte' })
		const newer = { ...version, id: 4, defaultLanguage: 'de', texts: { de: { title: 'Neu', summary: ['Eins.'], body: 'x' } } }
		vi.mocked(fetchCharter).mockResolvedValue({ version: newer, language: 'de', answer: null })
		await press('Decline from now on')
		expect(await screen.findByRole('heading', { level: 2, name: 'Neu' })).toBeTruthy()
		expect(screen.getByRole('alert').textContent).toContain('has been replaced')
		expect(screen.getByText('You have not answered yet.')).toBeTruthy()
	})
})

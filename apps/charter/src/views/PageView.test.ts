// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The page of the charter, through the screen: the charter in force, one's answers, printing. */

import type { BroughtAnswer } from '../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchCharter, sendAnswer } from '../api/charter.ts'
import { fetchMyAnswers } from '../api/history.ts'
import { accepted, follow, HASH, prepare, press, version } from './testing.ts'

vi.mock('../api/charter.ts')
vi.mock('../api/history.ts')
vi.mock('../api/versions.ts')
repairForDOMPurify()

beforeEach(prepare)
afterEach(cleanup)

it('shows the charter in force and one\'s answer', async () => {
	render(PageView)
	expect(await screen.findByRole('heading', { level: 2, name: 'Charte' })).toBeTruthy()
	expect(screen.getByText(/^Version 3, in force since /)).toBeTruthy()
	expect(screen.getByText('Le but est dit.')).toBeTruthy()
	expect(screen.getByText(/^You accepted the charter on /)).toBeTruthy()
	expect(await screen.findByRole('heading', { level: 3, name: 'But' })).toBeTruthy()
	expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull()
})

it('says kindly that there is none', async () => {
	vi.mocked(fetchCharter).mockResolvedValue({ association: null, host: null })
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
		await userEvent.type(screen.getByRole('textbox', { name: /^Why\?/ }), 'Too short.')
		await press('Decline from now on')
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'en', textHash: HASH.en, choice: 'declined', after: 11, reason: 'Too short.' })
		expect(await screen.findByText(/^You declined the charter on /)).toBeTruthy()
		expect(screen.getByText(/^Thank you/)).toBeTruthy()
		await press('Accept from now on')
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ choice: 'accepted', after: 12 })
	})

	it('can be given for the first time', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version, language: 'fr', answer: null, asked: true }, host: null })
		render(PageView)
		expect(await screen.findByText('You have not answered yet.')).toBeTruthy()
		await press('Accept')
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ choice: 'accepted', after: 0 })
	})

	it('stays as it was when the new one does not arrive', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		render(PageView)
		await press('Decline from now on')
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
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'de', answer: null, asked: true }, host: null })
		await press('Decline from now on')
		await press('Decline from now on')
		expect(await screen.findByRole('heading', { level: 2, name: 'Neu' })).toBeTruthy()
		expect(screen.queryByRole('textbox')).toBeNull()
		expect(screen.getByRole('alert').textContent).toContain('has been replaced')
		expect(screen.getByText('You have not answered yet.')).toBeTruthy()
	})

	it('can be thought over', async () => {
		render(PageView)
		await press('Decline from now on')
		await userEvent.keyboard('{Escape}')
		expect(screen.queryByRole('textbox')).toBeNull()
		expect(document.activeElement?.textContent).toContain('Decline from now on')
		expect(sendAnswer).not.toHaveBeenCalled()
	})

	it('goes on counting for a mended wording', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: { ...version, id: 4, kind: 'editorial' }, language: 'fr', answer: accepted, asked: true }, host: null })
		render(PageView)
		expect(await screen.findByText(/only the wording has been mended; your answer counts as before/)).toBeTruthy()
	})

	it('is asked for until a day', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: { ...version, deadline: 1_760_000_000 }, language: 'fr', answer: null, asked: true }, host: null })
		render(PageView)
		expect(await screen.findByText(/^An answer was asked for by .+ You can still give it\.$/)).toBeTruthy()
	})

	it('is welcome from those who are not asked', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: { ...version, deadline: 1_760_000_000 }, language: 'fr', answer: null, asked: false }, host: null })
		render(PageView)
		expect(await screen.findByText(/asks others than you for an answer/)).toBeTruthy()
		expect(screen.queryByText(/asked for by/)).toBeNull()
		await press('Accept')
		expect(sendAnswer).toHaveBeenCalledTimes(1)
	})
})

describe('printing', () => {
	it('is begun by a button; the page then bears the name and number of the charter', async () => {
		const print = vi.fn()
		vi.stubGlobal('print', print)
		document.title = 'Charter - Les Tilleuls'
		render(PageView)
		await press('Print or save as PDF')
		expect(print).toHaveBeenCalledTimes(1)
		window.dispatchEvent(new Event('beforeprint'))
		expect(document.title).toBe('Charte, version 3')
		window.dispatchEvent(new Event('afterprint'))
		expect(document.title).toBe('Charter - Les Tilleuls')
		expect(screen.getByText(`Language: Français. Fingerprint of this text (SHA-256): ${HASH.fr}`)).toBeTruthy()
	})
})

describe('my answers', () => {
	const own = [
		{ ...accepted, id: 12, choice: 'declined' as const, owner: 'association' as const, ownerName: '', number: 3, title: 'Charte', reason: 'Trop long.' },
		{ ...accepted, version: 1, owner: 'host' as const, ownerName: 'Libre Toit', number: 1, title: 'Ancienne charte', reason: '' },
	]
	const brought: BroughtAnswer[] = [{ space: 'lac.example', association: 'Les Amis du Lac', owner: 'association', ownerName: '', number: 4, title: 'Charte du lac', language: 'fr', textHash: HASH.fr, choice: 'accepted', reason: '', at: 1_750_000_000, hash: 'e'.repeat(64) }]
	const lines = (table: string) => within(screen.getByRole('region', { name: table })).getAllByRole('row').slice(1)

	it('stand in a table, with what they were given to', async () => {
		vi.mocked(fetchMyAnswers).mockResolvedValue({ answers: own, brought: [] })
		render(PageView)
		await follow('My answers')
		const rows = (await screen.findAllByRole('row')).slice(1)
		expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['3. Charte', '1. Ancienne charte'])
		expect(rows[0]!.textContent).toMatch(/Your association.*Declined.*Trop long\./)
		expect(rows[1]!.textContent).toMatch(/Libre Toit.*Accepted/)
		expect(screen.queryByRole('heading', { name: 'Brought along from another space' })).toBeNull()
		expect(screen.getByRole('link', { name: 'My answers' }).getAttribute('aria-current')).toBe('page')
		await follow('1. Ancienne charte')
		expect(await screen.findByRole('heading', { level: 2, name: 'Ancienne charte' })).toBeTruthy()
	})

	it('that came from another space stand apart, with where they were given', async () => {
		vi.mocked(fetchMyAnswers).mockResolvedValue({ answers: own, brought: [...brought, { ...brought[0]!, owner: 'host', ownerName: 'Vieux Toit', choice: 'declined', reason: 'Non.', hash: 'f'.repeat(64) }] })
		location.hash = '#answers'
		render(PageView)
		expect(await screen.findByRole('heading', { level: 3, name: 'Brought along from another space' })).toBeTruthy()
		const [one, other] = lines('Brought along from another space')
		expect(one!.textContent).toMatch(/2025.*Les Amis du Lac.*lac\.example.*4\. Charte du lac.*The association there.*Accepted/)
		expect(other!.textContent).toMatch(/Vieux Toit.*Declined.*Non\./)
		expect(within(one!).queryByRole('link')).toBeNull()
		expect(lines('My answers')).toHaveLength(2)
	})

	it('may all come from another space', async () => {
		vi.mocked(fetchMyAnswers).mockResolvedValue({ answers: [], brought })
		location.hash = '#answers'
		render(PageView)
		expect(await screen.findByText('You have not answered a charter in this space yet.')).toBeTruthy()
		expect(lines('Brought along from another space')).toHaveLength(1)
		expect(screen.getByRole('button', { name: /Download/ })).toBeTruthy()
	})

	it('can be taken along', async () => {
		vi.mocked(fetchMyAnswers).mockResolvedValue({ answers: own, brought })
		document.head.dataset.user = 'odile'
		let file: Blob | undefined
		let name = ''
		vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
			file = blob as Blob
			return 'blob:x'
		})
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function(this: HTMLAnchorElement) {
			name = this.download
		})
		location.hash = '#answers'
		render(PageView)
		await press('Download my answers (JSON)')
		expect(name).toMatch(/^charter-answers-\d{4}-\d\d-\d\d\.json$/)
		expect(JSON.parse(await file!.text())).toEqual({ format: 'ensemble-charter-own-answers 1', exportedAt: expect.any(Number), account: 'odile', answers: own, brought })
		vi.restoreAllMocks()
	})

	it('may be none yet, or not come', async () => {
		vi.mocked(fetchMyAnswers).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		location.hash = '#answers'
		render(PageView)
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByText(/^You have not answered a charter yet/)).toBeTruthy()
		expect(screen.queryByRole('button', { name: /Download/ })).toBeNull()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The page "My storage", through the screen: the overview, and getting about. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import MyStorage from './MyStorage.vue'
import { fetchMine, fetchOwnHistory } from '../api/mine.ts'
import { follow, GB, mine, prepare, press } from './testing.ts'

vi.mock('../api/dav.ts')
vi.mock('../api/mine.ts')

beforeEach(prepare)
afterEach(cleanup)

it('says how much of how much', async () => {
	render(MyStorage)
	expect(await screen.findByText('Your files take 4.6 GB of 5 GB. 410 MB are free.')).toBeTruthy()
	expect(screen.getByText('92%', { selector: '.percent-bar__text' })).toBeTruthy()
	expect(screen.getByRole('main').id).toBe('app-content')
})

it.each([
	['without a limit', { quota: null, percent: null, level: null }, 'Your files take 4.6 GB. Your storage has no limit.'],
	['without room of its own', { quota: 0, percent: null, level: null, files: 0 }, /^Your account is not meant to keep files of its own/],
	['that is full', { quota: 4 * GB, percent: 115 }, /^Your files take 4\.6 GB of 4 GB\. Your storage is full/],
])('speaks plainly of a storage %s', async (_, changes, sentence) => {
	vi.mocked(fetchMine).mockResolvedValue({ ...mine, ...changes })
	render(MyStorage)
	expect(await screen.findByText(sentence)).toBeTruthy()
})

it('says what went wrong, and tries again', async () => {
	vi.mocked(fetchMine).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
	render(MyStorage)
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await press('Try again')
	expect(await screen.findByRole('heading', { name: 'What takes the room' })).toBeTruthy()
	expect(screen.queryByRole('alert')).toBeNull()
})

describe('the overview', () => {
	it('puts what does not count beyond the limit', async () => {
		render(MyStorage)
		const picture = await screen.findByRole('img', { name: /^All that is kept for you/ })
		expect(picture.getAttribute('aria-label')).toBe('All that is kept for you. Files 4.6 GB (92%), Free 410 MB (8%), Deleted files 512 MB (10%), Old versions 102 MB (2%)')
		const [limit] = picture.getElementsByTagName('line')
		// 5 of 5.6 GB.
		expect(Number.parseFloat(limit?.getAttribute('x1') ?? '')).toBeCloseTo(100 * 5 / 5.6)
		expect(screen.getByText(/^The thick line is your limit\./)).toBeTruthy()
	})

	it('speaks of no limit where there is none', async () => {
		vi.mocked(fetchMine).mockResolvedValue({ ...mine, quota: null, percent: null })
		render(MyStorage)
		expect((await screen.findByRole('img', { name: /^All that is kept for you/ })).getAttribute('aria-label')).not.toContain('Free')
		expect(screen.queryByText(/thick line/)).toBeNull()
	})

	it('shows how it grew, in a table too', async () => {
		render(MyStorage)
		expect(await screen.findByRole('img', { name: /^What your files took\..*4 GB.*4\.6 GB, Your limit: 5 GB$/ })).toBeTruthy()
		const [, table] = screen.getAllByRole('table', { hidden: true })
		expect(within(table!).getAllByRole('row', { hidden: true })).toHaveLength(4)
	})

	it('says when there is no history yet, or when it does not come', async () => {
		vi.mocked(fetchOwnHistory).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.')).mockResolvedValue([])
		render(MyStorage)
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByText(/^Your use is noted once a day/)).toBeTruthy()
	})

	it('says how the space is doing, what helps, and whom to ask', async () => {
		render(MyStorage)
		expect(await screen.findByText('All of you together use 41 GB of 50 GB, with deleted files and old versions.')).toBeTruthy()
		expect(screen.getByText('Long films belong on the disk in the office.')).toBeTruthy()
		expect(screen.getByText('Questions? Ask Amina, amina@example.org.')).toBeTruthy()
		expect(screen.getByRole('link', { name: /^Make room:/ }).getAttribute('href')).toBe('#room')
		expect(screen.getByRole('link', { name: 'Ask for more room' }).getAttribute('href')).toBe('#more')
	})

	it('draws nothing for whoever keeps nothing and is not meant to', async () => {
		vi.mocked(fetchMine).mockResolvedValue({ ...mine, quota: 0, files: 0, trash: 0, versions: 0, percent: null, level: null, mayAsk: false })
		render(MyStorage)
		await screen.findByRole('heading', { name: 'The space that you share' })
		expect(screen.queryByRole('img')).toBeNull()
		expect(screen.queryByRole('link', { name: /^Make room:/ })).toBeNull()
		expect(screen.getByText(/^Questions\?/)).toBeTruthy()
	})

	it('leaves out what nobody has set', async () => {
		vi.mocked(fetchMine).mockResolvedValue({ ...mine, space: null, advice: '', contact: '' })
		render(MyStorage)
		await screen.findByRole('heading', { name: 'Over time' })
		expect(screen.queryByRole('heading', { name: 'The space that you share' })).toBeNull()
		expect(screen.queryByText(/^Questions\?/)).toBeNull()
	})
})

describe('the parts', () => {
	it('are links, and say which one is open', async () => {
		render(MyStorage)
		await follow('Notices')
		expect(await screen.findByRole('heading', { name: 'How you are told' })).toBeTruthy()
		expect(screen.getByRole('link', { name: 'Notices' }).getAttribute('aria-current')).toBe('page')
		expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('aria-current')).toBeNull()
	})

	it('are opened by an address', async () => {
		location.hash = '#more'
		render(MyStorage)
		expect(await screen.findByRole('heading', { name: 'Ask for more room' })).toBeTruthy()
	})

	it('get the focus when a link in the text leads there', async () => {
		render(MyStorage)
		await screen.findByText(/^The thick line/)
		screen.getByRole('link', { name: /^Make room:/ }).focus()
		location.hash = '#room'
		window.dispatchEvent(new Event('hashchange'))
		await screen.findByRole('heading', { name: 'Largest files' })
		await waitFor(() => expect(document.activeElement?.classList.contains('my-storage__content')).toBe(true))
	})
})

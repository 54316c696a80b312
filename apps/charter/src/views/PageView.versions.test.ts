// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The page of the charter, through the screen: earlier versions, comparing, addresses. */

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchHistory } from '../api/history.ts'
import { fetchVersion } from '../api/versions.ts'
import { follow, past, prepare, press, second, version } from './testing.ts'

vi.mock('../api/charter.ts')
vi.mock('../api/history.ts')
vi.mock('../api/versions.ts')
repairForDOMPurify()

// What comes late must not come later than a test waits.
beforeAll(() => import('../components/CompareVersions/CompareVersions.vue'))
beforeEach(prepare)
afterEach(cleanup)

describe('the versions', () => {
	it('are listed, the newest first, and each can be read', async () => {
		render(PageView)
		await follow('Versions')
		expect((await screen.findAllByRole('heading', { level: 3 })).map(({ textContent }) => textContent!.trim())).toEqual([expect.stringMatching(/^3\. Charte 3\s+in force$/), '2. Charte 2', '1. Charte 1'])
		expect(screen.getByText('Le but est dit.')).toBeTruthy()
		await follow(/^Read\s+1\. Charte 1/)
		expect(await screen.findByRole('heading', { level: 2, name: 'Ancienne charte' })).toBeTruthy()
		expect(screen.getByText(/^Version 1, published on /)).toBeTruthy()
		expect(screen.getByText('This is an earlier version. A newer one is in force.')).toBeTruthy()
		expect(screen.queryByRole('heading', { name: 'Your answer' })).toBeNull()
		await follow('Back to all versions')
		expect(await screen.findByRole('heading', { level: 2, name: 'All versions' })).toBeTruthy()
	})

	it('lead to what each has changed', async () => {
		location.hash = '#versions'
		render(PageView)
		await follow(/^What has changed\s+3\./)
		expect(await screen.findByText(/^From version 2 .+ to version 3 /)).toBeTruthy()
	})

	it('may be one, or none', async () => {
		vi.mocked(fetchHistory).mockResolvedValue([{ ...past[2]!, inForce: true }])
		location.hash = '#versions'
		const { unmount } = render(PageView)
		expect(await screen.findByText(/^This is the first charter/)).toBeTruthy()
		expect(screen.queryByRole('link', { name: 'Compare two versions' })).toBeNull()
		unmount()
		vi.mocked(fetchHistory).mockResolvedValue([])
		render(PageView)
		expect(await screen.findByText('Your association has not published a charter yet.')).toBeTruthy()
	})

	it('may not come', async () => {
		vi.mocked(fetchHistory).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		vi.mocked(fetchVersion).mockRejectedValueOnce(new OcsError('unknown_version', 'There is no such version.', 404))
		location.hash = '#versions'
		const { unmount } = render(PageView)
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByRole('heading', { name: '1. Charte 1' })).toBeTruthy()
		unmount()
		location.hash = '#versions/99'
		render(PageView)
		expect((await screen.findByRole('alert')).textContent).toContain('no such version')
	})
})

describe('comparing', () => {
	const changes = () => [...document.querySelectorAll('del, ins')].filter((one) => one.closest('section')).map((one) => one.textContent!.trim().replace(/\s+/g, ' '))
	const selects = () => screen.getAllByRole<HTMLSelectElement>('combobox')

	it('begins with the newest and the one before; other ones can be chosen, and stand in the address', async () => {
		render(PageView)
		await follow('Compare it with the version before')
		expect(await screen.findByText(/^From version 2 .+ to version 3 /)).toBeTruthy()
		expect(changes()).toEqual(['removed: Two.', 'removed: Old words.'])
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'with' }), '1')
		expect(await screen.findByText(/^From version 1 .+ to version 2 /)).toBeTruthy()
		expect(location.hash).toBe('#compare/2/1')
		expect(changes()).toContain('removed: Ancienne charte')
		expect(vi.mocked(fetchVersion).mock.calls.flat().sort()).toEqual([1, 2, 3])
	})

	it('works in each language that both are written in', async () => {
		location.hash = '#compare/2/3'
		render(PageView)
		expect(await screen.findByText('2 passages have changed.')).toBeTruthy()
		await userEvent.selectOptions(selects()[2]!, 'fr')
		expect(await screen.findByText('Nothing has changed in this language: Français.')).toBeTruthy()
	})

	it('shows only what has changed, or all', async () => {
		const before = { ...second, texts: { fr: { title: 'Charte', summary: ['Un.', 'Deux.'], body: '# But\n\nBien vivre.\n\nRester.' } } }
		const after = { ...version, texts: { fr: { title: 'Charte', summary: ['Un.', 'Trois.'], body: '# But\n\nMieux vivre.\n\nRester.' } } }
		vi.mocked(fetchVersion).mockImplementation(async (id) => id === 2 ? before : after)
		location.hash = '#compare/2/3'
		render(PageView)
		expect(await screen.findByText('2 passages have changed.')).toBeTruthy()
		expect(changes()).toEqual(['removed: Deux', 'added: Trois', 'removed: Bien', 'added: Mieux'])
		expect(screen.queryByText('Un.')).toBeNull()
		expect(screen.getByText('But')).toBeTruthy()
		await userEvent.click(screen.getByRole('switch', { name: 'Only what has changed' }))
		expect(screen.getByText('Un.')).toBeTruthy()
		expect(screen.getByText('Rester.')).toBeTruthy()
		expect(document.querySelector('ins + .hidden-text')?.textContent).toContain('unchanged:')
	})

	it('a version with itself is pointless, and with none', async () => {
		location.hash = '#compare/2/2'
		const { unmount } = render(PageView)
		expect(await screen.findByText(/^These are the same version/)).toBeTruthy()
		unmount()
		vi.mocked(fetchHistory).mockResolvedValue([past[2]!])
		location.hash = '#compare'
		render(PageView)
		expect(await screen.findByText(/^There is nothing to compare/)).toBeTruthy()
	})

	it('says what went wrong, and tries again', async () => {
		vi.mocked(fetchVersion).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		location.hash = '#compare/2/3'
		render(PageView)
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByText(/^From version 2 /)).toBeTruthy()
	})
})

describe('the address', () => {
	it('leads where it says, and moving on puts the focus where the new content begins', async () => {
		location.hash = '#versions/1'
		render(PageView)
		expect(await screen.findByRole('heading', { name: 'Ancienne charte' })).toBeTruthy()
		await follow('Back to all versions')
		await vi.waitFor(() => expect(document.activeElement?.className).toContain('charter-page__content'))
		await follow('My answers')
		expect(await screen.findByRole('heading', { name: 'My answers' })).toBeTruthy()
		expect(document.activeElement?.textContent).toBe('My answers')
	})
})

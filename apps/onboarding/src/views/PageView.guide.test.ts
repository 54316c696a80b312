// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the page of the first steps through the screen: what stands beside the steps. */

import type { Guide } from '../api/onboarding.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchGuide, fetchSteps, saveHintsWanted } from '../api/onboarding.ts'

vi.mock('../api/onboarding.ts')

const guide: Guide = {
	help: { association: 'Les Amis', contact: 'Amina', contactUrl: 'mailto:amina@example.org', community: { name: 'The forum', url: 'https://forum.example/' } },
	apps: [{ id: 'files', name: 'Files', url: '/apps/files/' }, { id: 'deck', name: 'Boards', url: '/apps/deck/' }],
	glossary: [{ word: 'The shed', meaning: 'Where the tools are.' }],
	hints: true,
}

beforeEach(() => {
	HTMLElement.prototype.scrollIntoView = vi.fn()
	vi.mocked(fetchSteps).mockReset().mockResolvedValue({ help: guide.help, steps: [], closed: false })
	vi.mocked(fetchGuide).mockReset().mockResolvedValue(guide)
	vi.mocked(saveHintsWanted).mockReset().mockImplementation(async (wanted) => wanted)
})

afterEach(cleanup)

/** Opens the page at an address. */
function open(hash: string) {
	history.replaceState(null, '', hash)
	return render(PageView)
}

describe('the parts', () => {
	it('stand in the address, and in the navigation', async () => {
		open('#help')
		expect(await screen.findByRole('heading', { level: 2, name: 'Help' })).toBeTruthy()
		const links = within(screen.getByRole('navigation', { name: 'First steps' })).getAllByRole('link')
		expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('aria-current')])).toEqual([
			['First steps', '#steps', null],
			['I used … before', '#before', null],
			['What words mean', '#words', null],
			['Help', '#help', 'page'],
		])
		expect(fetchSteps).not.toHaveBeenCalled()
	})

	it('asks for nothing more than the steps need', async () => {
		open('#steps')
		await screen.findByText('There is nothing to do here at the moment.')
		expect(fetchGuide).not.toHaveBeenCalled()
	})

	it('says when what is needed does not come, and tries again', async () => {
		vi.mocked(fetchGuide).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		open('#before')
		expect((await screen.findByRole('alert')).textContent).toContain('No connection.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await screen.findByRole('heading', { level: 2, name: 'I used … before' })).toBeTruthy()
	})
})

describe('“I used … before”', () => {
	it('leads from what people know to the apps of the space, by the names these have here', async () => {
		open('#before')
		const kanban = (await screen.findByText('Seeing who does what')).closest('li')!
		expect(kanban.textContent).toContain('Trello')
		expect(within(kanban).getByRole('link', { name: 'Boards' }).getAttribute('href')).toBe('/apps/deck/')
		expect(screen.getByText('Meeting by video').closest('li')!.textContent).toContain('no app for this at the moment')
		// Nobody expects every space to have this.
		expect(screen.queryByText('Sharing costs')).toBeNull()
	})

	it('finds a tool by its name', async () => {
		open('#before')
		await userEvent.type(await screen.findByRole('searchbox', { name: 'What did you use?' }), 'trel')
		expect(await screen.findByText('One place fits.')).toBeTruthy()
		expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['Seeing who does what'])
		await userEvent.type(screen.getByRole('searchbox'), 'xyz')
		expect(await screen.findByText(/not in the list/)).toBeTruthy()
	})

	it('lets one choose whether lines about apps come', async () => {
		open('#before')
		const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /one line that says what it is for/ })
		expect(box.checked).toBe(true)
		await userEvent.click(box)
		expect(await screen.findByText('Saved.')).toBeTruthy()
		expect(saveHintsWanted).toHaveBeenCalledExactlyOnceWith(false)
		vi.mocked(saveHintsWanted).mockRejectedValue(new OcsError('network', 'No connection.'))
		await userEvent.click(box)
		expect(await screen.findByText('No connection.')).toBeTruthy()
		expect(box.checked).toBe(false)
	})
})

describe('what words mean', () => {
	it('answers what people ask, each with an example, and then the association\'s own words', async () => {
		open('#words')
		await screen.findByRole('heading', { level: 2, name: 'What words mean' })
		const terms = [...document.querySelectorAll('dt')].map((term) => term.textContent?.trim())
		expect(terms).toEqual(['Account', 'Contact', 'Team', 'Group', 'Share', 'Link', 'Deleted files', 'Version', 'Quota', 'Sync', 'The shed'])
		expect(screen.getAllByText('For example:')).toHaveLength(10)
		expect(screen.getByRole('heading', { level: 3, name: 'Words of Les Amis' })).toBeTruthy()
	})

	it('opens at the word in the address', async () => {
		open('#words/quota')
		await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('Quota'))
	})
})

describe('help', () => {
	it('names the association\'s own contact first, then the host\'s community', async () => {
		open('#help')
		await screen.findByRole('heading', { level: 3, name: 'Somebody at Les Amis' })
		expect(within(screen.getByRole('main')).getAllByRole('link').slice(4).map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
			['Amina', 'mailto:amina@example.org'],
			['The forum', 'https://forum.example/'],
		])
	})

	it('has something to say without any of them', async () => {
		vi.mocked(fetchGuide).mockResolvedValue({ ...guide, help: { association: '', contact: '', contactUrl: '', community: null } })
		open('#help')
		expect(await screen.findByText(/Ask those who look after this space/)).toBeTruthy()
		expect(screen.queryByText(/forum/)).toBeNull()
	})
})

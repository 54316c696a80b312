// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The page of the charter where the host has one too. */

import type { Met } from '../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import PageView from './PageView.vue'
import { fetchCharter, sendAnswer } from '../api/charter.ts'
import { fetchHistory } from '../api/history.ts'
import { fetchVersion } from '../api/versions.ts'
import { accepted, first, follow, hostsPast, hostVersion, past, prepare, press, version } from './testing.ts'

vi.mock('../api/charter.ts')
vi.mock('../api/history.ts')
vi.mock('../api/versions.ts')
repairForDOMPurify()

const host: Met = { version: hostVersion, language: 'fr', answer: null, asked: true }
const association: Met = { version, language: 'fr', answer: accepted, asked: true }

beforeAll(() => import('../components/CompareVersions/CompareVersions.vue'))
beforeEach(() => {
	prepare()
	vi.mocked(fetchCharter).mockResolvedValue({ host, association })
	vi.mocked(fetchHistory).mockResolvedValue([...hostsPast, ...past])
})
afterEach(cleanup)

const headings = (level: number) => screen.getAllByRole('heading', { level }).map(({ textContent }) => textContent!.trim().replace(/\s+/g, ' '))
const answerTo = (name: string) => within(screen.getByRole('region', { name: `Your answer to the charter of ${name}` }))

describe('the charters in force', () => {
	it('stand below each other, the host\'s first, each with whose it is', async () => {
		render(PageView)
		await screen.findByRole('heading', { name: 'Charte' })
		expect(headings(2)).toEqual(['Charte de l’hébergeur', 'Charte'])
		const whose = screen.getAllByText(/^Charter of /)
		expect(whose.map(({ textContent }) => textContent!.trim())).toEqual([
			'Charter of Libre Toit, who runs this space for your association',
			'Charter of your association',
			'Charter of Libre Toit, who runs this space for your association',
			'Charter of your association',
		])
		const links = within(screen.getByRole('navigation', { name: 'On this page' })).getAllByRole('link')
		for (const link of links) {
			expect(document.getElementById(link.getAttribute('href')!.slice(1))?.textContent).toContain(link.textContent)
		}
	})

	it('are answered, each for itself', async () => {
		render(PageView)
		await screen.findByRole('heading', { name: 'Charte' })
		expect(answerTo('your association').getByText(/^You accepted the charter on /)).toBeTruthy()
		await userEvent.click(answerTo('Libre Toit').getByRole('button', { name: 'Accept' }))
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 9, language: 'fr', textHash: 'c'.repeat(64), choice: 'accepted', after: 0 })
		expect(await answerTo('Libre Toit').findByText('Thank you! Your answer is kept.')).toBeTruthy()
		expect(answerTo('Libre Toit').getByText(/^You accepted the charter on /)).toBeTruthy()
		expect(answerTo('your association').queryByText(/^Thank you/)).toBeNull()
		await userEvent.click(answerTo('your association').getByRole('button', { name: 'Decline from now on' }))
		await userEvent.click(answerTo('your association').getByRole('button', { name: 'Decline from now on' }))
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ version: 3, choice: 'declined', after: 11 })
	})

	it('one of which is withdrawn meanwhile: it goes, and that is said', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('withdrawn', 'This charter is no longer in force.', 409))
		render(PageView)
		await screen.findByRole('heading', { name: 'Charte' })
		vi.mocked(fetchCharter).mockResolvedValue({ host: null, association })
		await userEvent.click(answerTo('Libre Toit').getByRole('button', { name: 'Accept' }))
		expect((await screen.findByRole('alert')).textContent).toContain('no longer in force')
		expect(headings(2)).toEqual(['Charte'])
		expect(screen.getByRole('heading', { name: 'Your answer' })).toBeTruthy()
	})

	it('are printed together, under both names', async () => {
		const print = vi.fn()
		vi.stubGlobal('print', print)
		document.title = 'Charter - Les Tilleuls'
		render(PageView)
		await press('Print both or save as PDF')
		expect(print).toHaveBeenCalledTimes(1)
		expect(screen.queryByRole('button', { name: 'Print or save as PDF' })).toBeNull()
		window.dispatchEvent(new Event('beforeprint'))
		expect(document.title).toBe('Charte de l’hébergeur, version 2 · Charte, version 3')
		window.dispatchEvent(new Event('afterprint'))
		expect(document.title).toBe('Charter - Les Tilleuls')
	})

	it('may be the host\'s alone', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ host, association: null })
		render(PageView)
		expect(await screen.findByRole('heading', { name: 'Charte de l’hébergeur' })).toBeTruthy()
		expect(screen.getByText('Charter of Libre Toit, who runs this space for your association')).toBeTruthy()
		expect(screen.getByRole('heading', { level: 2, name: 'Your association has no charter of its own yet' })).toBeTruthy()
		expect(screen.queryByRole('navigation', { name: 'On this page' })).toBeNull()
		expect(screen.getByRole('heading', { name: 'Your answer' })).toBeTruthy()
	})

	it('lead to what has changed in each', async () => {
		render(PageView)
		await screen.findByRole('heading', { name: 'Charte' })
		await userEvent.click(screen.getAllByRole('link', { name: 'Compare it with the version before' })[0]!)
		window.dispatchEvent(new Event('hashchange'))
		expect(await screen.findByText(/^From version 1 .+ to version 2 /)).toBeTruthy()
		expect(vi.mocked(fetchVersion).mock.calls.flat()).toEqual([8, 9])
	})
})

describe('the versions', () => {
	it('stand in two lists, each with its own numbers', async () => {
		location.hash = '#versions'
		render(PageView)
		await screen.findByRole('heading', { name: /^2\. Promesse/ })
		expect(headings(3)).toEqual(['Charter of Libre Toit, who runs this space for your association', 'Charter of your association'])
		expect(headings(4)).toEqual(['2. Promesse 2 in force', '1. Promesse 1', '3. Charte 3 in force', '2. Charte 2', '1. Charte 1'])
		await follow(/^Compare two versions\s+Charter of Libre Toit/)
		expect(await screen.findByText(/^From version 1 .+ to version 2 /)).toBeTruthy()
		expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Libre Toit' }).checked).toBe(true)
	})

	it('of a host that has withdrawn its charter say so', async () => {
		vi.mocked(fetchHistory).mockResolvedValue([...hostsPast.map((one) => ({ ...one, inForce: false })), ...past])
		location.hash = '#versions'
		render(PageView)
		await screen.findByRole('heading', { name: /^2\. Promesse/ })
		expect(headings(4).slice(0, 3)).toEqual(['2. Promesse 2 no longer in force', '1. Promesse 1', '3. Charte 3 in force'])
		expect(screen.getByText('This charter is no longer in force. Nobody is asked for an answer to it any more.')).toBeTruthy()
		await follow(/^Read\s+1\. Promesse 1/)
		expect(await screen.findByRole('heading', { level: 2, name: 'Vieille promesse' })).toBeTruthy()
		expect(screen.getByText('Charter of Libre Toit, who runs this space for your association')).toBeTruthy()
		expect(screen.getByText(/^This charter is no longer in force/)).toBeTruthy()
	})

	it('of the host alone leave a place for the association\'s', async () => {
		vi.mocked(fetchHistory).mockResolvedValue(hostsPast)
		location.hash = '#versions'
		render(PageView)
		expect(await screen.findByText('Your association has not published a charter yet.')).toBeTruthy()
		expect(headings(4)).toHaveLength(2)
	})
})

describe('comparing', () => {
	const options = (name: string) => within(screen.getByRole('combobox', { name })).getAllByRole('option').map(({ textContent }) => textContent!.trim())

	it('is for versions of one owner at a time', async () => {
		location.hash = '#compare/2/3'
		render(PageView)
		await screen.findByText(/^From version 2 .+ to version 3 /)
		expect(options('with')).toEqual([expect.stringContaining('Charte 3'), expect.stringContaining('Charte 2'), expect.stringContaining('Charte 1')])
		await userEvent.click(screen.getByRole('radio', { name: 'Libre Toit' }))
		expect(location.hash).toBe('#compare/host')
		expect(await screen.findByText(/^From version 1 .+ to version 2 /)).toBeTruthy()
		expect(options('with')).toEqual([expect.stringContaining('Promesse 2'), expect.stringContaining('Promesse 1')])
	})

	it('does not mix them, whatever the address says', async () => {
		location.hash = `#compare/${hostVersion.id}/${first.id}`
		render(PageView)
		expect(await screen.findByText(/^From version 2 .+ to version 3 /)).toBeTruthy()
		expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Your association' }).checked).toBe(true)
	})

	it('takes two of an owner', async () => {
		vi.mocked(fetchHistory).mockResolvedValue([hostsPast[0]!, ...past])
		location.hash = '#compare/host'
		render(PageView)
		expect(await screen.findByText(/^There is nothing to compare/)).toBeTruthy()
		await userEvent.click(screen.getByRole('radio', { name: 'Your association' }))
		expect(await screen.findByText(/^From version 2 /)).toBeTruthy()
	})

	it('shows nothing of the other owner where this one does not come', async () => {
		location.hash = '#compare/2/3'
		render(PageView)
		await screen.findByText(/^From version 2 /)
		vi.mocked(fetchVersion).mockRejectedValue(new OcsError('network', 'The server cannot be reached.'))
		await userEvent.click(screen.getByRole('radio', { name: 'Libre Toit' }))
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(screen.queryByText(/^From version/)).toBeNull()
	})
})

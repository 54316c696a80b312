// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The host's charter and the association's, one after the other in the same dialog. */

import type { Met, PendingCharter } from '../../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { fetchVersion } from '../../api/versions.ts'
import { logOut } from '../../composables/logOut.ts'
import { decline, hosts, hostVersion, pending, prepare, press, show, version } from './testing.ts'

vi.mock('../../api/charter.ts')
vi.mock('../../api/versions.ts')
vi.mock('../../composables/logOut.ts')
repairForDOMPurify()

beforeEach(prepare)
afterEach(cleanup)

const host: Met = { version: hostVersion, language: 'en', answer: null, asked: true }
const association: Met = { version, language: 'en', answer: null, asked: true }
/** Both, as the page carries them. */
const both = (first: Partial<PendingCharter> = {}, second: Partial<PendingCharter> = {}) => show({ ...hosts, ...first, next: { ...pending, ...second } })
const over = { canWait: false, deadline: 1_760_000_000 }
const dialog = (name: string) => screen.getByRole('dialog', { name })

describe('the host\'s charter', () => {
	it('alone says whose it is, and counts nothing', async () => {
		const { emitted } = show(hosts)
		expect(screen.getByText('This is the charter of Libre Toit, who runs this space for your association. In short:')).toBeTruthy()
		expect(screen.queryByText(/^Charter 1 of/)).toBeNull()
		await press('Accept')
		expect(vi.mocked(sendAnswer).mock.lastCall![0]).toMatchObject({ version: 7, choice: 'accepted' })
		await userEvent.click(await screen.findByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
	})

	it('that has changed says so', () => {
		vi.mocked(fetchVersion).mockReturnValue(new Promise(() => undefined))
		show({ ...hosts, before: 6 })
		expect(screen.getByText('The charter of Libre Toit, who runs this space for your association, has changed since you answered.')).toBeTruthy()
	})
})

describe('two charters', () => {
	it('come one after the other: the answer is confirmed, then the next one is read out', async () => {
		const { emitted } = both()
		expect(dialog('Host charter')).toBeTruthy()
		expect(screen.getByText('Charter 1 of 2')).toBeTruthy()
		await press('Accept')
		expect((await screen.findByRole('status')).textContent).toMatch(/^Thank you! Your answer is kept\.\s*There is one more charter for you to read\.$/)
		expect(document.activeElement?.textContent).toContain('Go on to the next charter')
		await press('Go on to the next charter')
		expect(dialog('Our charter')).toBeTruthy()
		expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Our charter, Charter 2 of 2' }))
		expect(screen.getByText('This is the charter of Les Tilleuls. In short:')).toBeTruthy()
		expect(screen.getByRole('status').textContent).toBe('')
		await press('Accept')
		expect(vi.mocked(sendAnswer).mock.calls.map(([{ version }]) => version)).toEqual([7, 3])
		await userEvent.click(await screen.findByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
		expect(putOff).not.toHaveBeenCalled()
	})

	it('are both asked for when the first is declined', async () => {
		both()
		await decline()
		await screen.findByText(/^Thank you for your answer/)
		await press('Go on to the next charter')
		expect(dialog('Our charter')).toBeTruthy()
	})

	it('are not accepted both by a click too many', async () => {
		both()
		const accept = screen.getByRole('button', { name: 'Accept' })
		await userEvent.dblClick(accept)
		await screen.findByText(/^Thank you/)
		expect(sendAnswer).toHaveBeenCalledTimes(1)
	})

	it('end at once for whoever declines and logs out', async () => {
		both(over)
		await press('Decline and log out')
		await press('Decline and log out')
		expect(await screen.findByText(/being logged out/)).toBeTruthy()
		expect(logOut).toHaveBeenCalledTimes(1)
		expect(screen.queryByText('Go on to the next charter')).toBeNull()
		expect(screen.queryByText(/one more charter/)).toBeNull()
	})

	it('are read, each its own text', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ host, association })
		both()
		await press('Read the whole text')
		expect(await screen.findByRole('heading', { name: 'Host heading' })).toBeTruthy()
		await press('Accept')
		await screen.findByText(/^Thank you/)
		await press('Go on to the next charter')
		await press('Read the whole text')
		expect(await screen.findByRole('heading', { name: 'Our heading' })).toBeTruthy()
	})

	it('may be one by the time: the other one is asked for', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('withdrawn', 'This charter is no longer in force.', 409))
		vi.mocked(fetchCharter).mockResolvedValue({ host: null, association })
		const { emitted } = both()
		await press('Accept')
		expect((await screen.findByRole('alert')).textContent).toContain('The other charter is no longer in force')
		expect(dialog('Our charter')).toBeTruthy()
		await press('Accept')
		await userEvent.click(await screen.findByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
	})
})

describe('later', () => {
	it.each([
		['the button', () => press('Later')],
		['the cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
	])('%s puts off both', async (_name, leave) => {
		const { emitted } = both()
		await leave()
		await vi.waitFor(() => expect(emitted('closed')).toHaveLength(1))
		expect(vi.mocked(putOff).mock.calls).toEqual([[7], [3]])
	})

	it('after the first answer puts off the other', async () => {
		const { emitted } = both()
		await press('Accept')
		await screen.findByText(/^Thank you/)
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		await vi.waitFor(() => expect(emitted('closed')).toHaveLength(1))
		expect(vi.mocked(putOff).mock.calls).toEqual([[3]])
	})

	it('is gone for the one whose time is over, not for the other', async () => {
		const { emitted } = both(over)
		expect(screen.queryByRole('button', { name: 'Later' })).toBeNull()
		expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
		await press('Accept')
		await screen.findByText(/^Thank you/)
		await press('Go on to the next charter')
		await press('Later')
		expect(emitted('closed')).toHaveLength(1)
		expect(vi.mocked(putOff).mock.calls).toEqual([[3]])
	})

	it('leads from one that can be put off to one that cannot', async () => {
		const { emitted } = both({}, over)
		expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
		await press('Later')
		expect(vi.mocked(putOff).mock.calls).toEqual([[7]])
		expect(dialog('Our charter')).toBeTruthy()
		expect(screen.getByText(/^An answer was asked for by .+, so it cannot be put off any more/)).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Later' })).toBeNull()
		expect(emitted('closed')).toBeUndefined()
	})

	it('holds nobody up on a broken line', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		const { emitted } = both(over, over)
		await press('Accept')
		await screen.findByText('The server cannot be reached.')
		await userEvent.click(screen.getByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
		expect(putOff).not.toHaveBeenCalled()
	})
})

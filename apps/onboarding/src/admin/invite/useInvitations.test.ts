// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests inviting one after the other, whatever Nextcloud answers. */

import type { KnownAccount } from '../../api/adminAccounts.ts'
import type { Invitation } from '../../logic/invite/plan.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { confirmPassword, PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { PATIENCE } from '@ensemble/shared/screen/usePatience'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeAccount, createAccount, createGroup, fetchAccount, fetchGroups, joinGroup, sendInvitation } from '../../api/adminAccounts.ts'
import { useInvitations } from './useInvitations.ts'

vi.mock('../../api/adminAccounts.ts')
vi.mock('@ensemble/shared/ocs/nextcloud', async (original) => ({ ...await original<object>(), confirmPassword: vi.fn() }))

const anna: Invitation = { account: 'anna', name: 'Anna', mail: 'anna@x.org', groups: ['board'], quota: '5 GB', language: 'fr' }
const ben: Invitation = { account: 'ben', name: 'Ben', mail: 'ben@x.org', groups: [], quota: '', language: '' }
const refused = (message: string) => new OcsError('refused', message, 400)

/** The accounts of the stand-in. */
let accounts: Map<string, KnownAccount>
/** Answers to the next creations; empty = all goes well. */
let answers: Array<OcsError | { after: OcsError }>
let invitations: ReturnType<typeof useInvitations>
let unmount: () => void

function make({ account, name, mail, groups }: Invitation, told = true) {
	accounts.set(account, { name, mail: told ? mail : '', groups, used: false })
}

beforeEach(() => {
	vi.useFakeTimers()
	accounts = new Map()
	answers = []
	vi.mocked(fetchAccount).mockReset().mockImplementation(async (account) => accounts.get(account) ?? null)
	vi.mocked(createAccount).mockReset().mockImplementation(async (invitation) => {
		const answer = answers.shift()
		if (answer instanceof OcsError) {
			throw answer
		}
		make(invitation, answer?.after.code !== 'refused')
		if (answer) {
			throw answer.after
		}
	})
	vi.mocked(changeAccount).mockReset().mockImplementation(async (account, key, value) => {
		if (key === 'email') {
			accounts.get(account)!.mail = value
		}
	})
	vi.mocked(fetchGroups).mockReset().mockResolvedValue([{ id: 'board', name: 'Board' }])
	vi.mocked(createGroup).mockReset().mockResolvedValue()
	vi.mocked(joinGroup).mockReset().mockResolvedValue()
	vi.mocked(sendInvitation).mockReset().mockResolvedValue()
	vi.mocked(confirmPassword).mockReset().mockResolvedValue(true)
	const wrapper = mount({ template: '<i />', setup: () => {
		invitations = useInvitations()
	} })
	unmount = () => wrapper.unmount()
})
afterEach(() => {
	unmount()
	vi.useRealTimers()
})

const results = () => Object.fromEntries(invitations.results.value)

describe('inviting', () => {
	it('makes one account after the other, and says so of each', async () => {
		await invitations.run([anna, ben], [])
		expect(vi.mocked(createAccount).mock.calls).toEqual([[anna], [ben]])
		expect(results()).toEqual({ anna: { state: 'done', note: '' }, ben: { state: 'done', note: '' } })
		expect([invitations.rest.value, invitations.ended.value, invitations.running.value]).toEqual([[], '', false])
	})

	it('makes missing groups first, and nobody where that fails', async () => {
		await invitations.run([anna], ['board', 'Choir'])
		expect(vi.mocked(createGroup).mock.calls).toEqual([['Choir']])
		vi.mocked(createGroup).mockRejectedValue(refused('No more groups'))
		await invitations.run([ben], ['Dance'])
		expect(invitations.ended.value).toContain('No more groups')
		expect(createAccount).toHaveBeenCalledTimes(1)
		expect(invitations.rest.value).toEqual([ben])
	})

	it('goes on after one that Nextcloud refuses', async () => {
		answers = [refused('Nope')]
		await invitations.run([anna, ben], [])
		expect(results()).toEqual({ anna: { state: 'failed', note: 'Nope' }, ben: { state: 'done', note: '' } })
	})

	it('leaves an account alone that somebody else has made meanwhile', async () => {
		make(anna)
		await invitations.run([anna], [])
		expect(results().anna).toMatchObject({ state: 'failed' })
		expect(createAccount).not.toHaveBeenCalled()
		expect(sendInvitation).not.toHaveBeenCalled()
	})

	it('asks for the password, and ends without it', async () => {
		answers = [new OcsError(PASSWORD_NEEDED, '', 403), new OcsError(PASSWORD_NEEDED, '', 403)]
		const run = invitations.run([anna, ben], [])
		await flushPromises()
		expect(invitations.question.value).not.toBeNull()
		await invitations.answer('right')
		await flushPromises()
		await invitations.answer(null)
		await run
		expect(invitations.ended.value).toContain('password')
		expect([invitations.rest.value, accounts.size, results()]).toEqual([[anna, ben], 0, {}])
		await invitations.goOn()
		expect(Object.keys(results())).toEqual(['anna', 'ben'])
	})

	it.each(['too_many', 'network', 'maintenance'])('waits and goes on: %s', async (code) => {
		answers = [new OcsError(code, '')]
		const run = invitations.run([anna], [])
		await flushPromises()
		expect(invitations.waiting.value).toBe(code)
		await vi.advanceTimersByTimeAsync(PATIENCE)
		await run
		expect(results().anna).toEqual({ state: 'done', note: '' })
		expect(invitations.waiting.value).toBeNull()
	})

	it('does not invite twice where only the answer was lost', async () => {
		answers = [{ after: new OcsError('network', '') }]
		const run = invitations.run([anna], [])
		await vi.advanceTimersByTimeAsync(PATIENCE)
		await run
		expect(results().anna).toEqual({ state: 'done', note: '' })
		expect(createAccount).toHaveBeenCalledTimes(1)
		expect(sendInvitation).not.toHaveBeenCalled()
	})

	it('can be stopped while it waits, does not know then what became of that one, and finds out', async () => {
		answers = [{ after: new OcsError('network', '') }]
		const run = invitations.run([anna, ben], [])
		await flushPromises()
		invitations.stop()
		await run
		expect(results()).toMatchObject({ anna: { state: 'half' } })
		expect(invitations.rest.value).toEqual([anna, ben])
		await invitations.goOn()
		expect(results()).toEqual({ anna: { state: 'done', note: '' }, ben: { state: 'done', note: '' } })
		expect(createAccount).toHaveBeenCalledTimes(2)
	})

	it('ends where going on is no use', async () => {
		answers = [new OcsError('unauthorized', 'You are no longer logged in.', 401)]
		await invitations.run([anna, ben], [])
		expect(invitations.ended.value).toBe('You are no longer logged in.')
		expect(invitations.rest.value).toContain(ben)
	})
})

describe('an account of which Nextcloud refused a part after it was made', () => {
	beforeEach(() => {
		answers = [{ after: refused('Invalid quota') }]
	})

	it('is finished, and what was refused is said', async () => {
		vi.mocked(changeAccount).mockImplementation(async (_, key) => {
			if (key === 'quota') {
				throw refused('Invalid quota')
			}
		})
		await invitations.run([anna], [])
		expect(results().anna).toMatchObject({ state: 'done', note: expect.stringContaining('Invalid quota') })
		expect(vi.mocked(changeAccount).mock.calls).toEqual([['anna', 'quota', '5 GB'], ['anna', 'language', 'fr'], ['anna', 'email', 'anna@x.org']])
		expect(vi.mocked(sendInvitation).mock.calls).toEqual([['anna']])
	})

	it('stays half done where the invitation fails, and can be finished', async () => {
		vi.mocked(sendInvitation).mockRejectedValueOnce(refused('Sending email failed'))
		await invitations.run([anna, ben], [])
		expect(results()).toMatchObject({ anna: { state: 'half', note: expect.stringContaining('Sending email failed') }, ben: { state: 'done' } })
		expect(invitations.rest.value).toEqual([anna])
		await invitations.goOn()
		expect(results().anna).toMatchObject({ state: 'done' })
		expect(sendInvitation).toHaveBeenCalledTimes(2)
		expect(createAccount).toHaveBeenCalledTimes(2)
	})

	it('is left alone where somebody has used it meanwhile', async () => {
		vi.mocked(fetchAccount).mockImplementation(async (account) => accounts.has(account) ? { ...accounts.get(account)!, used: true } : null)
		await invitations.run([anna], [])
		expect(results().anna).toMatchObject({ state: 'failed' })
		expect(changeAccount).not.toHaveBeenCalled()
	})
})

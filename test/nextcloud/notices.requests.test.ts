// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Members ask for more room, admins decide, and each hears of it. */

import type { OwnRequest } from '../../apps/quota/contract.ts'
import type { Bell, Subject } from './storage.ts'

import { describe, expect, it } from 'vitest'
import { fromEnvironment } from './connection.ts'
import { createAccount, ocs, PASSWORD } from './people.ts'
import { newName } from './settle.ts'
import { bells, bellsOf, quota, QUOTA, subject, tryQuota, withSettings } from './storage.ts'

const server = fromEnvironment

const as = ({ id }: Subject) => `${id}:${PASSWORD}`
const ask = (who: Subject, wanted = 2 * QUOTA, sentence = 'My photos of the feast.') => tryQuota(server(), 'POST /api/v1/requests', as(who), { wanted, sentence })
const asked = async (who: Subject, wanted?: number) => (await ask(who, wanted)).data as OwnRequest
const decide = (id: number, decision: string, word = '', by = server().admin) => tryQuota(server(), `POST /api/v1/requests/${id}/decision`, by, { decision, word })
const setQuota = (who: Subject, value: string) => ocs(server(), server().admin, 'PUT', `cloud/users/${who.id}`, { key: 'quota', value })
/** What admins are told of somebody's requests. */
const adminBells = async (who: Subject) => (await bells(server(), server().admin)).filter(({ object_type: type, subject: text }: Bell) => type === 'request' && text.includes(who.id))
const member = () => subject(server(), 'asking', { unreachable: true })

describe('a request for more room', () => {
	it('is told to the admins, and its decision to who asked', async () => {
		const who = await member()
		expect(await quota(server(), 'GET /api/v1/mine', as(who))).toMatchObject({ request: null, mayAsk: true })
		const { status, data } = await ask(who)
		const { id } = data as OwnRequest
		expect([status, data]).toEqual([201, { id, wanted: 2 * QUOTA, sentence: 'My photos of the feast.', at: expect.any(Number) as number, state: 'open', granted: null, word: '', decidedAt: null }])
		const link = expect.stringMatching(/\/settings\/admin\/ensemble#storage\/requests\/\d+$/) as string
		expect(await adminBells(who)).toEqual([expect.objectContaining({ subject: expect.stringContaining('20 MB instead of 10 MB') as string, message: 'My photos of the feast.', link })])
		const [told] = await adminBells(who)
		expect(told?.actions).toEqual(['approve', 'decline'].map((todo, index) => expect.objectContaining({ link: `${told?.link}/${todo}`, type: 'WEB', primary: index === 0 }) as unknown))
		expect(await bellsOf(server(), who)).toEqual([])
		expect(await quota(server(), 'GET /api/v1/mine', as(who))).toMatchObject({ request: { id, state: 'open' }, mayAsk: false })
		expect(await ask(who, 3 * QUOTA)).toMatchObject({ status: 409, data: { error: 'already_asked' } })

		expect(await decide(id, 'approved')).toMatchObject({ status: 409, data: { error: 'not_granted' } })
		await setQuota(who, '20 MB')
		expect(await decide(id, 'approved', 'Have fun.')).toMatchObject({ status: 200, data: { id, state: 'approved', granted: 2 * QUOTA, account: who.id, name: who.id, quota: 2 * QUOTA, decidedBy: 'admin' } })
		expect(await decide(id, 'declined')).toMatchObject({ status: 409, data: { error: 'decided' } })
		expect(await adminBells(who)).toEqual([])
		expect(await bellsOf(server(), who)).toEqual([expect.objectContaining({ subject: expect.stringContaining('20 MB') as string, message: 'Have fun.', link: expect.stringMatching(/\/apps\/ensemble_quota\/$/) as string })])
		expect(await quota(server(), 'GET /api/v1/mine', as(who))).toMatchObject({ request: { id, state: 'approved', granted: 2 * QUOTA, word: 'Have fun.' }, mayAsk: true })

		// A new request takes the place of the old answer.
		const next = await asked(who, 4 * QUOTA)
		expect(await bellsOf(server(), who)).toEqual([])
		const { requests } = await quota(server(), 'GET /api/v1/requests')
		const own = requests.filter(({ account }) => account === who.id)
		expect(own.map(({ id: one, state }) => [one, state])).toEqual([[next.id, 'open'], [id, 'approved']])
		const states = requests.map(({ state }) => state)
		expect(states.lastIndexOf('open')).toBeLessThan(states.indexOf('approved'))
	})

	it('may be granted in part, or without a limit, or declined with a word', async () => {
		const less = await member()
		const first = await asked(less, 5 * QUOTA)
		await setQuota(less, '20 MB')
		expect(await decide(first.id, 'approved')).toMatchObject({ status: 200, data: { state: 'approved_less', granted: 2 * QUOTA } })
		expect((await bellsOf(server(), less))[0]?.subject).toMatch(/20 MB.*50 MB/)

		const second = await asked(less, 5 * QUOTA)
		await setQuota(less, 'none')
		expect(await decide(second.id, 'approved')).toMatchObject({ status: 200, data: { state: 'approved', granted: 5 * QUOTA, quota: null } })
		expect(await ask(less)).toMatchObject({ status: 409, data: { error: 'no_limit' } })

		const no = await member()
		const { id } = await asked(no)
		expect(await decide(id, 'declined', 'Please tidy up first.')).toMatchObject({ status: 200, data: { state: 'declined', granted: null } })
		expect(await bellsOf(server(), no)).toEqual([expect.objectContaining({ subject: expect.stringContaining('20 MB') as string, message: 'Please tidy up first.' })])
	})

	it('can be taken back by who asked only', async () => {
		const who = await member()
		const other = await member()
		const { id } = await asked(who)
		const takeBack = (by: Subject) => tryQuota(server(), `DELETE /api/v1/requests/${id}`, as(by))
		expect(await takeBack(other)).toMatchObject({ status: 404, data: { error: 'no_request' } })
		expect(await takeBack(who)).toMatchObject({ status: 200, data: { id, state: 'withdrawn' } })
		expect(await takeBack(who)).toMatchObject({ status: 409, data: { error: 'decided' } })
		expect(await adminBells(who)).toEqual([])
		expect(await decide(id, 'declined')).toMatchObject({ status: 409, data: { error: 'decided' } })
		expect(await decide(999_999, 'declined')).toMatchObject({ status: 404, data: { error: 'no_request' } })
		expect((await ask(who)).status).toBe(201)
	})

	it('is refused where it makes no sense', async () => {
		const who = await member()
		expect(await ask(who, QUOTA)).toMatchObject({ status: 400, data: { error: 'not_more' } })
		await withSettings(server(), { requests: false }, async () => {
			expect(await ask(who)).toMatchObject({ status: 403, data: { error: 'requests_off' } })
			expect(await quota(server(), 'GET /api/v1/mine', as(who))).toMatchObject({ mayAsk: false })
		})
	})

	it('is made once and decided once, however many do so at the same moment', async () => {
		const who = await member()
		// Nextcloud cannot set up an account in several requests at once: it has been here before.
		await quota(server(), 'GET /api/v1/mine', as(who))
		const asks = await Promise.all(Array.from({ length: 8 }, () => ask(who)))
		expect(asks.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(7).fill(409)])
		const { id } = asks.find(({ status }) => status === 201)!.data as OwnRequest
		await setQuota(who, '20 MB')
		const decisions = await Promise.all(Array.from({ length: 8 }, (_, n) => decide(id, n % 2 ? 'approved' : 'declined')))
		expect(decisions.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
		expect((await bellsOf(server(), who)).length).toBe(1)
	})

	it('forgets who decided when that account goes', async () => {
		const boss = newName('boss')
		await createAccount(server(), boss)
		await ocs(server(), server().admin, 'POST', `cloud/users/${boss}/groups`, { groupid: 'admin' })
		const who = await member()
		const { id } = await asked(who)
		expect((await bells(server(), `${boss}:${PASSWORD}`)).filter(({ object_type: type }) => type === 'request').length).toBeGreaterThan(0)
		expect(await decide(id, 'declined', '', `${boss}:${PASSWORD}`)).toMatchObject({ data: { decidedBy: boss } })
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${boss}`)
		const { requests } = await quota(server(), 'GET /api/v1/requests')
		expect(requests.find((request) => request.id === id)).toMatchObject({ state: 'declined', decidedBy: '' })
	})
})

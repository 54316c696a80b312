// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The story of a request for more room: asked, taken back, granted by Nextcloud's own quota, declined with a word. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const GB = 1024 ** 3
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person({ quota: '1 GB' })
})
afterEach(() => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { requests: null } }))

const mine = (as = member) => space.answer(contract, 'GET /api/v1/mine', { as })
const ask = (wanted = 2 * GB, sentence = 'Les photos de la fête.', as = member) => space.answer(contract, 'POST /api/v1/requests', { as, body: { wanted, sentence } })
const refused = (wanted = 2 * GB) => space.refusal(contract, 'POST /api/v1/requests', { as: member, body: { wanted, sentence: 'Encore.' } })
const takeBack = (id: number, as = member) => space.answer(contract, 'DELETE /api/v1/requests/{id}', { as, params: { id } })
const list = async () => (await space.answer(contract, 'GET /api/v1/requests', { as: space.admin })).requests
const open = async () => (await space.answer(contract, 'GET /api/v1/usage', { as: space.admin })).openRequests
const decide = (id: number, decision: 'approved' | 'declined', word = '') => space.answer(contract, 'POST /api/v1/requests/{id}/decision', { as: space.admin, params: { id }, body: { decision, word } })
const undecided = (id: number, decision = 'approved') => space.refusal(contract, 'POST /api/v1/requests/{id}/decision', { as: space.admin, params: { id }, body: { decision } })

describe('asking', () => {
	it('is seen by who asks and by admins', async () => {
		const before = await open()
		expect(await mine()).toMatchObject({ request: null, mayAsk: true })
		const asked = await ask()
		expect(asked).toEqual({ id: asked.id, wanted: 2 * GB, sentence: 'Les photos de la fête.', at: asked.at, state: 'open', granted: null, word: '', decidedAt: null })
		expect(Math.abs(asked.at - Date.now() / 1000)).toBeLessThan(120)
		const { files, request, mayAsk } = await mine()
		expect({ request, mayAsk }).toEqual({ request: asked, mayAsk: false })
		expect((await list()).find(({ id }) => id === asked.id)).toEqual({ ...asked, account: member.id, name: `Test ${member.id}`, files, quota: GB, decidedBy: '' })
		expect(await open()).toBe(before + 1)
		expect((await space.answer(contract, 'GET /api/v1/metrics', { as: space.admin })).openRequests).toBe(before + 1)
	})

	it('keeps the words as they are', async () => {
		const sentence = '<b>Gras</b> & "co"\n🌻 {wanted} %s'
		const made = await ask(2 * GB, sentence)
		expect(made.sentence).toBe(sentence)
		expect((await list()).find(({ id }) => id === made.id)?.sentence).toBe(sentence)
	})

	it('is refused where requests are switched off', async () => {
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { requests: false } })
		expect(await refused()).toMatchObject({ status: 403, error: 'requests_off' })
		expect((await mine()).mayAsk).toBe(false)
	})

	it('is refused without a limit', async () => {
		await space.edit(member, 'quota', 'none')
		expect(await refused()).toMatchObject({ status: 409, error: 'no_limit' })
		expect((await mine()).mayAsk).toBe(false)
	})

	it.each([[GB, 'the same'], [GB - 1, 'less'], [1, 'nearly nothing']])('is refused for %d bytes: %s', async (wanted) => {
		expect(await refused(wanted)).toMatchObject({ status: 400, error: 'not_more', field: 'wanted' })
	})

	it('is refused while one is open', async () => {
		const { id } = await ask()
		expect(await refused(3 * GB)).toMatchObject({ status: 409, error: 'already_asked' })
		expect((await mine()).request).toMatchObject({ id, wanted: 2 * GB })
	})

	it('twice at once makes one', async () => {
		// Nextcloud cannot set up an account in three requests at once: it has been here before.
		await mine()
		const replies = await Promise.all([1, 2, 3].map(() => space.call(contract, 'POST /api/v1/requests', { as: member, body: { wanted: 2 * GB, sentence: 'Vite.' } })))
		expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409])
		expect((await list()).filter(({ account }) => account === member.id)).toHaveLength(1)
	})

	it('tells the admins, until it is decided', async () => {
		const about = async (id: number) => (await space.notifications(space.admin, contract.app)).filter(({ object_id: object }) => object === String(id))
		const { id } = await ask()
		const [told, ...more] = await about(id)
		expect(more).toEqual([])
		expect(told!.subject).toContain(`Test ${member.id}`)
		const link = expect.stringMatching(new RegExp(`/settings/admin/ensemble#storage/requests/${id}$`)) as string
		expect(told).toMatchObject({ link, actions: [{ link: `${told!.link}/approve`, type: 'WEB', primary: true }, { link: `${told!.link}/decline`, type: 'WEB', primary: false }] })
		await decide(id, 'declined')
		expect(await about(id)).toEqual([])
	})
})

describe('taking back', () => {
	it('makes room for another one', async () => {
		const before = await open()
		const asked = await ask()
		expect(await takeBack(asked.id)).toEqual({ ...asked, state: 'withdrawn' })
		expect(await open()).toBe(before)
		expect(await mine()).toMatchObject({ request: { id: asked.id, state: 'withdrawn' }, mayAsk: true })
		expect((await list()).map(({ id }) => id)).not.toContain(asked.id)
		expect((await ask(3 * GB)).id).toBeGreaterThan(asked.id)
	})

	it('is for one\'s own only', async () => {
		const { id } = await ask()
		const other = await space.person()
		for (const as of [other, space.admin]) {
			expect(await space.refusal(contract, 'DELETE /api/v1/requests/{id}', { as, params: { id } })).toMatchObject({ status: 404, error: 'no_request' })
		}
		expect((await mine()).request).toMatchObject({ id, state: 'open' })
	})

	it('is too late once it was decided or taken back', async () => {
		const { id } = await ask()
		await decide(id, 'declined')
		expect(await space.refusal(contract, 'DELETE /api/v1/requests/{id}', { as: member, params: { id } })).toMatchObject({ status: 409, error: 'decided' })
		const again = await ask()
		await takeBack(again.id)
		expect(await space.refusal(contract, 'DELETE /api/v1/requests/{id}', { as: member, params: { id: again.id } })).toMatchObject({ status: 409, error: 'decided' })
	})
})

describe('deciding', () => {
	it('is an approval only when the quota was raised', async () => {
		const { id } = await ask()
		expect(await undecided(id)).toMatchObject({ status: 409, error: 'not_granted' })
		await space.edit(member, 'quota', '512 MB')
		expect(await undecided(id)).toMatchObject({ status: 409, error: 'not_granted' })
		await space.edit(member, 'quota', '2 GB')
		const decided = await decide(id, 'approved', 'Bonne fête !')
		expect(decided).toMatchObject({ id, state: 'approved', granted: 2 * GB, word: 'Bonne fête !', account: member.id, quota: 2 * GB })
		expect(decided.decidedBy).not.toBe('')
		expect(Math.abs(decided.decidedAt! - Date.now() / 1000)).toBeLessThan(120)
		expect(await mine()).toMatchObject({ request: { id, state: 'approved', granted: 2 * GB, word: 'Bonne fête !', decidedAt: decided.decidedAt }, mayAsk: true })
	})

	it.each([['1.5 GB', 'approved_less', 1.5 * GB], ['3 GB', 'approved', 3 * GB], ['none', 'approved', 2 * GB]])('with a quota of %s it is %s', async (quota, state, granted) => {
		const { id } = await ask()
		await space.edit(member, 'quota', quota)
		expect(await decide(id, 'approved')).toMatchObject({ state, granted })
	})

	it('may be a refusal with a word', async () => {
		const { id } = await ask()
		expect(await decide(id, 'declined', 'Parlons-en samedi.')).toMatchObject({ state: 'declined', granted: null, word: 'Parlons-en samedi.' })
		expect(await mine()).toMatchObject({ quota: GB, request: { state: 'declined', word: 'Parlons-en samedi.' }, mayAsk: true })
	})

	it('happens once', async () => {
		const { id } = await ask()
		await decide(id, 'declined')
		expect(await undecided(id, 'declined')).toMatchObject({ status: 409, error: 'decided' })
		const again = await ask()
		await takeBack(again.id)
		expect(await undecided(again.id, 'declined')).toMatchObject({ status: 409, error: 'decided' })
	})

	it('needs a request', async () => {
		expect(await undecided(999_999_999, 'declined')).toMatchObject({ status: 404, error: 'no_request' })
	})

	it('tells who asked', async () => {
		const { id } = await ask()
		expect(await space.notifications(member, contract.app)).toEqual([])
		await decide(id, 'declined', 'Parlons-en samedi.')
		const [told, ...more] = await space.notifications(member, contract.app)
		expect(more).toEqual([])
		expect(`${told!.subject} ${told!.message}`).toContain('Parlons-en samedi.')
		expect(told!.link).toContain(`/apps/${contract.app}/`)
	})

	it('is listed after what is open', async () => {
		const other = await space.person({ quota: '1 GB' })
		const third = await space.person({ quota: '1 GB' })
		const [first, second, last] = [await ask(), await ask(2 * GB, 'Aussi.', other), await ask(2 * GB, 'Moi aussi.', third)]
		await decide(first.id, 'declined')
		const ours = (await list()).filter(({ id }) => [first.id, second.id, last.id].includes(id))
		expect(ours.map(({ id }) => id)).toEqual([second.id, last.id, first.id])
		await decide(second.id, 'declined')
		const states = (await list()).map(({ state }) => state === 'open')
		expect(states).toEqual(states.toSorted((a, b) => Number(b) - Number(a)))
	})
})

it('a request goes with its account', async () => {
	const { id } = await ask()
	await space.remove(member)
	expect((await list()).map((one) => one.id)).not.toContain(id)
	expect(await undecided(id, 'declined')).toMatchObject({ status: 404, error: 'no_request' })
	expect((await space.notifications(space.admin, contract.app)).filter(({ object_id: object }) => object === String(id))).toEqual([])
})

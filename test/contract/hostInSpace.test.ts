// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host's charter beside the association's own: what a space may do about it, who has answered which, and who is notified in whose name. */

import type { Version } from '@ensemble/charter/contract'
import type { CallOptions } from './support/ocs.ts'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { follow, give, HOST, hostCharter, withoutHost } from './support/host.ts'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
/** The association's charter, in force beside the host's. */
let own: Version
let member: Person
beforeEach(async () => {
	await withoutHost(space)
	own = await space.publish()
	member = await space.person()
})
afterAll(() => withoutHost(space))

const pending = (as = member) => space.pending(as, contract.app)
const history = async () => (await space.answer(contract, 'GET /api/v1/history', { as: member })).versions
const ofHost = async () => (await history()).filter(({ owner }) => owner === 'host')
const inForce = async () => (await space.answer(contract, 'GET /api/v1/charter', { as: member })).host?.version ?? null

describe('the space', () => {
	const settings = (body: object): CallOptions => ({ as: space.admin, body })

	it('may switch it off and on again', async () => {
		const version = await follow(space)
		await space.answer(contract, 'PUT /api/v1/settings', settings({ hostCharter: false }))
		expect(await inForce()).toBeNull()
		// Nothing is published behind the back of a space that does not show it.
		const before = (await ofHost()).length
		const next = hostCharter()
		await space.fleetPolicy(next)
		expect(await ofHost()).toHaveLength(before)
		await space.answer(contract, 'PUT /api/v1/settings', settings({ hostCharter: null }))
		expect(await inForce()).toMatchObject({ number: version.number + 1, texts: next.texts })
	})

	it('may not where the host has locked it', async () => {
		await space.answer(contract, 'PUT /api/v1/settings', settings({ hostCharter: false }))
		const version = await follow(space, hostCharter(), { locked: { hostCharter: true } })
		expect(await space.refusal(contract, 'PUT /api/v1/settings', settings({ hostCharter: false }))).toMatchObject({ status: 403, error: 'locked', field: 'hostCharter' })
		expect(await inForce()).toEqual(version)
	})

	it('cannot say what stands in it', async () => {
		const version = await follow(space)
		const texts = charterTexts('à nous')
		for (const body of [{ host: { charter: null } }, { charter: { name: 'Nous', defaultLanguage: 'fr', texts } }]) {
			expect(await space.refusal(contract, 'PUT /api/v1/settings', settings(body))).toMatchObject({ status: 400, error: 'invalid_request' })
		}
		await space.configure(contract.app, 'settings', { host: { charter: { name: 'Nous', defaultLanguage: 'fr', texts } } })
		expect(await inForce()).toEqual(version)
		for (const body of [{ owner: 'host' }, { ownerName: HOST }]) {
			expect(await space.refusal(contract, 'POST /api/v1/versions', settings({ defaultLanguage: 'fr', texts, after: own.id, ...body }))).toMatchObject({ status: 400, error: 'invalid_request' })
		}
		expect(await space.refusal(contract, 'POST /api/v1/versions', settings({ defaultLanguage: 'fr', texts, after: version.id }))).toMatchObject({ status: 409, error: 'published_meanwhile' })
	})

	it('publishes and mends its own beside it: each owner counts for itself', async () => {
		const theirs = await follow(space)
		const mended = await space.publish(charterTexts('mieux'), { kind: 'editorial' })
		expect(mended).toMatchObject({ owner: 'association', ownerName: '', number: own.number + 1, asks: own.id })
		expect(await follow(space)).toMatchObject({ number: theirs.number + 1 })
		const lines = await history()
		expect(lines.slice(0, 3).map(({ owner, inForce: now }) => [owner, now])).toEqual([['host', true], ['association', true], ['host', false]])
		expect(lines.filter(({ inForce: now }) => now)).toHaveLength(2)
		expect(lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).toSorted((a, b) => b - a))
		const { versions } = await space.answer(contract, 'GET /api/v1/export', { as: space.admin })
		for (const whose of ['association', 'host']) {
			const numbers = versions.filter(({ owner }) => owner === whose).map(({ number }) => number)
			expect(numbers).toEqual(numbers.map((_, index) => index + 1))
		}
	})

	it('sees who has answered which, and how many', async () => {
		const theirs = await follow(space, hostCharter({ deadlineDays: 5 }))
		await give(space, member, theirs)
		const line = async (owner: 'association' | 'host') => (await space.status(owner)).members.find(({ account }) => account === member.id)
		expect([await line('host'), await line('association')]).toMatchObject([{ standing: 'accepted' }, { standing: 'waiting' }])
		expect((await space.status('host')).version).toEqual(theirs)
		const { versions } = await space.answer(contract, 'GET /api/v1/versions', { as: space.admin })
		expect(versions.slice(0, 2)).toMatchObject([
			{ id: theirs.id, owner: 'host', ownerName: HOST, inForce: true, accepted: 1, declined: 0 },
			{ id: own.id, owner: 'association', ownerName: '', inForce: true, accepted: 0, declined: 0 },
		])
	})
})

describe('notifications', () => {
	it('tell everyone in the host\'s name, in the mode inform', async () => {
		const french = await space.person({ language: 'fr' })
		const version = await follow(space, hostCharter({ mode: 'inform' }))
		expect(await pending()).toMatchObject({ owner: 'association', next: null })
		await space.runJobs()
		await space.runJobs()
		const told = await space.notifications(member)
		expect(told).toMatchObject([{ object_type: 'charter', object_id: String(version.asks), message: version.texts.en!.title }])
		expect(told[0]!.subject).toBe(`${HOST} has a new charter`)
		const [sien] = await space.notifications(french)
		expect(sien).toMatchObject({ message: version.texts.fr!.title })
		expect(sien!.subject).toContain(HOST)
		await give(space, member, version)
		expect(await space.notifications(member)).toEqual([])
	})

	it('of one owner stay when the other publishes or is answered', async () => {
		await space.publish(charterTexts('dite'), { mode: 'inform' })
		await space.runJobs()
		const theirs = await follow(space, hostCharter({ mode: 'inform' }))
		await space.runJobs()
		expect(await space.notifications(member)).toHaveLength(2)
		await give(space, member, theirs)
		expect(await space.notifications(member)).toMatchObject([{ message: 'Our charter dite' }])
		const other = await space.person()
		await space.answer(contract, 'POST /api/v1/reminders', { as: space.admin, body: { version: theirs.id, accounts: [other.id] } })
		await space.publish()
		expect(await space.notifications(member)).toEqual([])
		expect((await space.notifications(other)).map(({ subject }) => subject)).toEqual([`Your answer to the charter of ${HOST} is still missing`])
	})

	it('are over when the host\'s charter is withdrawn', async () => {
		const theirs = await follow(space)
		await space.answer(contract, 'POST /api/v1/reminders', { as: space.admin, body: { version: theirs.id, accounts: [member.id] } })
		expect(await space.notifications(member)).toHaveLength(1)
		await withoutHost(space)
		expect(await space.notifications(member)).toEqual([])
	})

	it('remind nobody twice within a day, whosever charter it is', async () => {
		const theirs = await follow(space)
		const remind = (version: number) => space.answer(contract, 'POST /api/v1/reminders', { as: space.admin, body: { version, accounts: [member.id] } })
		expect(await remind(theirs.id)).toEqual({ sent: 1, skipped: 0 })
		expect(await remind(own.id)).toEqual({ sent: 0, skipped: 1 })
		expect(await space.notifications(member)).toHaveLength(1)
	})
})

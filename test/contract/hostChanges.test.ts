// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the fleet's policy changes: another text is a publication, a wrong policy is none, and what is taken away is withdrawn. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { answerTo, follow, give, HOST, hostCharter, withoutHost } from './support/host.ts'
import { useSpace } from './support/useSpace.ts'

const DAY = 86_400
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
const isWhole = async () => (await space.answer(contract, 'GET /api/v1/verification', { as: space.admin })).valid

describe('a policy that changes', () => {
	it('publishes nothing when it says the same again, in whatever order', async () => {
		const given = hostCharter({ mode: 'require', deadlineDays: 9 })
		const version = await follow(space, given)
		const { texts: { fr, en }, ...rest } = given
		expect(await follow(space, { texts: { en: en!, fr: { body: fr!.body, summary: fr!.summary, title: fr!.title } }, ...rest })).toEqual(version)
		expect(await follow(space, { ...given, kind: 'editorial', changeNote: { fr: 'Rien.' } })).toEqual(version)
		expect((await ofHost())[0]).toMatchObject({ id: version.id })
	})

	it('asks everybody again with another text', async () => {
		await give(space, member, await follow(space))
		await give(space, member, own)
		const version = await follow(space)
		expect(version).toMatchObject({ kind: 'substantive', asks: version.id })
		expect(await pending()).toMatchObject({ version: version.id })
		expect((await space.met(member, 'host')).answer).toBeNull()
	})

	it('asks nobody again where the host only mends its text', async () => {
		const first = await follow(space)
		const given = await give(space, member, first)
		await give(space, member, own)
		const version = await follow(space, hostCharter({ kind: 'editorial' }))
		expect(version).toMatchObject({ kind: 'editorial', number: first.number + 1, asks: first.id })
		expect(await pending()).toBeNull()
		expect(await space.met(member, 'host')).toMatchObject({ version: { id: version.id }, answer: given })
	})

	it('takes another mode, deadline or name over without asking again', async () => {
		const given = hostCharter()
		const first = await follow(space, given)
		const answer = await give(space, member, first)
		const strict = await follow(space, { ...given, mode: 'require', deadlineDays: 14 })
		expect(strict).toMatchObject({ kind: 'editorial', asks: first.id, mode: 'require', deadline: strict.publishedAt + 14 * DAY, texts: first.texts, hashes: first.hashes, ownerName: HOST })
		const longer = await follow(space, { ...given, mode: 'require', deadlineDays: 30 })
		expect(longer).toMatchObject({ kind: 'editorial', deadline: longer.publishedAt + 30 * DAY })
		const renamed = await follow(space, { ...given, mode: 'require', deadlineDays: 30, name: 'Les Hébergeuses' })
		expect(renamed).toMatchObject({ kind: 'editorial', ownerName: 'Les Hébergeuses', asks: first.id })
		expect((await space.met(member, 'host')).answer).toEqual(answer)
		expect(await pending(await space.person())).toMatchObject({ ownerName: 'Les Hébergeuses', deadline: renamed.deadline })
		// What was published under the old name keeps it.
		expect(await space.answer(contract, 'GET /api/v1/versions/{id}', { as: member, params: { id: first.id } })).toEqual(first)
	})

	it('that goes back to an earlier text is a publication like any other', async () => {
		const given = hostCharter()
		const first = await follow(space, given)
		await follow(space)
		const third = await follow(space, given)
		expect(third).toMatchObject({ number: first.number + 2, kind: 'substantive', hashes: first.hashes })
	})

	it.each<[string, () => Promise<void>, 'replaced' | 'withdrawn']>([
		['another text', () => space.fleetPolicy(hostCharter()), 'replaced'],
		['no charter any more', () => space.fleetPolicy(null), 'withdrawn'],
	])('to %s is followed by whoever answers, puts off or reminds next', async (_, change, error) => {
		for (const [key, body] of [
			['POST /api/v1/answers', (old: Version) => answerTo(old)],
			['POST /api/v1/later', ({ id }: Version) => ({ version: id })],
			['POST /api/v1/reminders', ({ id }: Version) => ({ version: id, accounts: [] })],
		] as const) {
			const old = await follow(space)
			await change()
			expect(await space.refusal(contract, key, { as: space.admin, body: body(old) })).toMatchObject({ status: 409, error, field: 'version' })
		}
	})

	it.each<[string, object]>([
		['an empty title', { texts: { fr: { title: '', summary: ['a'], body: 'b' } } }],
		['no sentence', { texts: { fr: { title: 'a', summary: [], body: 'b' } } }],
		['a language that is none', { texts: { French: { title: 'a', summary: ['a'], body: 'b' } } }],
		['a mode that there is not', { mode: 'force' }],
		['no days', { deadlineDays: 0 }],
		['no name', { name: '' }],
		['a field too many', { audience: { who: 'everyone', groups: [] } }],
		['NUL in a text', { texts: { fr: { title: 'a', summary: ['a'], body: 'b\u0000' } } }],
	])('with %s is refused as a whole; the last good one stays', async (_, wrong) => {
		const given = hostCharter()
		const version = await follow(space, given, { locked: { laterDays: 4 } })
		await space.configure(contract.app, 'fleet_policy', { locked: { laterDays: 9 }, host: { charter: { ...hostCharter(), ...wrong } } })
		expect(await inForce()).toEqual(version)
		expect(await pending()).toMatchObject({ owner: 'host', version: version.id, laterDays: 4 })
	})
})

describe('a charter that is withdrawn', () => {
	it.each<[string, () => Promise<void>]>([
		['from the policy', () => space.fleetPolicy(null)],
		['with the whole policy', () => space.configure(contract.app, 'fleet_policy', null)],
		['by the space', async () => {
			await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { hostCharter: false } })
		}],
	])('%s asks nobody; its answers stay', async (_, withdraw) => {
		const version = await follow(space)
		const given = await give(space, member, version)
		const other = await space.person()
		await withdraw()
		expect(await inForce()).toBeNull()
		expect(await pending(other)).toMatchObject({ owner: 'association', next: null })
		expect((await ofHost())[0]).toMatchObject({ id: version.id, inForce: false })
		expect(await space.status('host')).toEqual({ version: null, counts: { accepted: 0, declined: 0, waiting: 0, overdue: 0 }, members: [] })
		expect((await space.answer(contract, 'GET /api/v1/answers', { as: member })).answers).toMatchObject([given])
		for (const [key, as, body] of [
			['POST /api/v1/answers', other, answerTo(version)],
			['POST /api/v1/later', other, { version: version.id }],
			['POST /api/v1/reminders', space.admin, { version: version.id, accounts: [] }],
		] as const) {
			expect(await space.refusal(contract, key, { as, body })).toMatchObject({ status: 409, error: 'withdrawn', field: 'version' })
		}
		expect(await isWhole()).toBe(true)
	})

	it('comes back as it was, with its answers', async () => {
		const given = hostCharter()
		const version = await follow(space, given)
		const answer = await give(space, member, version)
		await space.fleetPolicy(null)
		expect(await inForce()).toBeNull()
		expect(await follow(space, given)).toEqual(version)
		expect((await space.met(member, 'host')).answer).toEqual(answer)
		expect(await pending(await space.person())).toMatchObject({ owner: 'host', version: version.id })
	})

	it('is replaced rather than withdrawn where it is not even the newest', async () => {
		const old = await follow(space)
		await follow(space)
		await space.fleetPolicy(null)
		expect(await space.refusal(contract, 'POST /api/v1/later', { as: member, body: { version: old.id } })).toMatchObject({ status: 409, error: 'replaced' })
	})
})

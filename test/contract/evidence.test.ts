// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The evidence: what the space says of its own chain, and an export that anybody can check. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { verify } from '@ensemble/charter/src/logic/chain'
import { sha256 } from '@ensemble/charter/src/logic/sha256'
import { beforeEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
let version: Version
let member: Person
beforeEach(async () => {
	version = await space.publish()
	member = await space.person()
})

const give = (as: Person, choice = 'accepted', more: object = {}) => space.answer(contract, 'POST /api/v1/answers', { as, body: { version: version.id, language: 'fr', textHash: version.hashes.fr, choice, after: 0, ...more } })
const verification = () => space.answer(contract, 'GET /api/v1/verification', { as: space.admin })
const exported = () => space.answer(contract, 'GET /api/v1/export', { as: space.admin })

describe('the verification', () => {
	it('finds the chain whole, with the last answer at its head', async () => {
		const before = await verification()
		const { hash } = await give(member)
		expect(await verification()).toEqual({ valid: true, answers: before.answers + 1, broken: null, head: hash })
	})

	it('comes to the same as the check of the export', async () => {
		await give(member)
		expect(await verify(await exported(), sha256)).toEqual(await verification())
	})
})

describe('the export', () => {
	it('holds every version as it was published', async () => {
		const { versions, format, exportedAt } = await exported()
		expect(format).toBe('ensemble-charter-export 1')
		expect(Math.abs(exportedAt - Date.now() / 1000)).toBeLessThan(120)
		expect(versions.at(-1)).toEqual(version)
		for (const whose of ['association', 'host']) {
			const own = versions.filter(({ owner }) => owner === whose)
			expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1))
		}
	})

	it('holds every answer with its place, its person and its reason', async () => {
		const first = await give(member, 'declined', { reason: 'Trop long.' })
		const second = await give(member, 'accepted', { after: first.id })
		const [before, last] = (await exported()).answers.slice(-2)
		/** What a link has of the answer; its row's id is not in it. */
		const link = ({ version: given, language, textHash, choice, at, hash }: typeof first) => ({ version: given, language, textHash, choice, at, hash })
		expect(before).toMatchObject({ ...link(first), account: member.id, reason: 'Trop long.' })
		expect(last).toMatchObject({ ...link(second), account: member.id, reason: '', number: before!.number + 1, previous: first.hash, person: before!.person })
		expect((await exported()).answers.map(({ hash }) => hash)).toEqual((await space.chain()).map(({ hash }) => hash))
	})

	it('keeps the answer of an account that is deleted, without its name and its words', async () => {
		// In a space that other tests use too, only this one is known to nobody else.
		const secret = crypto.randomUUID()
		await give(member, 'declined', { reason: `Mon avis ${secret}` })
		const before = (await exported()).answers.at(-1)!
		await space.remove(member)
		const whole = await exported()
		expect(whole.answers.at(-1)).toEqual({ ...before, account: null, reason: '' })
		expect(JSON.stringify(whole)).not.toContain(member.id)
		expect(JSON.stringify(whole)).not.toContain(secret)
		expect(await verify(whole, sha256)).toMatchObject({ valid: true })
		expect(await verification()).toMatchObject({ valid: true, head: before.hash })
	})

	it('takes whoever comes back under a name that was deleted for somebody else', async () => {
		await give(member)
		const before = (await exported()).answers.at(-1)!
		await space.remove(member)
		await space.nextcloud(space.admin, 'POST', 'cloud/users', () => ({ userid: member.id, password: member.password }))
		expect(await space.answer(contract, 'GET /api/v1/answers', { as: member })).toEqual({ answers: [], brought: [] })
		await give(member)
		const after = (await exported()).answers.at(-1)!
		expect(after).toMatchObject({ account: member.id, previous: before.hash })
		expect(after.person).not.toBe(before.person)
	})

	it('tells nobody but admins', async () => {
		for (const key of ['GET /api/v1/export', 'GET /api/v1/verification', 'GET /api/v1/metrics', 'GET /api/v1/status/{owner}'] as const) {
			expect((await space.call(contract, key, { as: member, params: { owner: 'association' } })).status).toBe(403)
		}
	})
})

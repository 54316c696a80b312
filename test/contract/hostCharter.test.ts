// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host's charter: published by the fleet's policy alone, and asked before the association's. Guests and time going by: apps/charter/embedded.test.ts. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { canonicalText } from '@ensemble/charter/src/logic/canonical'
import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { answerTo, follow, give, HOST, hostCharter, withoutHost } from './support/host.ts'
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
const isWhole = async () => (await space.answer(contract, 'GET /api/v1/verification', { as: space.admin })).valid

describe('a policy with a charter', () => {
	it('publishes it as it stands there', async () => {
		const before = (await ofHost()).length
		const given = hostCharter({ changeNote: { fr: 'Un point de plus.' } })
		const version = await follow(space, given)
		expect(version).toEqual({
			id: expect.any(Number),
			owner: 'host',
			ownerName: HOST,
			number: before + 1,
			defaultLanguage: 'fr',
			texts: given.texts,
			hashes: Object.fromEntries(Object.entries(given.texts).map(([language, text]) => [language, createHash('sha256').update(canonicalText({ language, ...text })).digest('hex')])),
			publishedAt: expect.toSatisfy((at: number) => Math.abs(at - Date.now() / 1000) < 120),
			kind: 'substantive',
			mode: 'ask',
			deadline: null,
			audience: { who: 'everyone', groups: [] },
			changeNote: { fr: 'Un point de plus.' },
			asks: version.id,
		})
		expect(version.id).toBeGreaterThan(own.id)
	})

	it('asks on pages once it was noticed, not before: pages look at no policy', async () => {
		await space.fleetPolicy(hostCharter())
		expect(await pending()).toMatchObject({ owner: 'association', next: null })
		await space.runJobs()
		expect(await pending()).toMatchObject({ owner: 'host', ownerName: HOST })
	})

	it.each<[string, () => Promise<unknown>]>([
		['GET /api/v1/charter', () => space.answer(contract, 'GET /api/v1/charter', { as: member })],
		['GET /api/v1/history', history],
		['GET /api/v1/versions', () => space.newest()],
		['GET /api/v1/status/{owner}', () => space.status('host')],
		['GET /api/v1/metrics', () => space.answer(contract, 'GET /api/v1/metrics', { as: space.admin })],
	])('is noticed by %s', async (_, call) => {
		const given = hostCharter()
		await space.fleetPolicy(given)
		await call()
		expect(await pending()).toMatchObject({ owner: 'host', title: given.texts.en!.title })
	})

	it('publishes once, however many notice it at the same time', async () => {
		const before = (await ofHost()).length
		await space.fleetPolicy(hostCharter())
		const replies = await Promise.all(Array.from({ length: 8 }, () => space.answer(contract, 'GET /api/v1/charter', { as: space.admin })))
		expect(new Set(replies.map(({ host }) => host?.version.id)).size).toBe(1)
		expect(await ofHost()).toHaveLength(before + 1)
	})

	it('falls back on its first language where the main one has no text, and on a language that is there for readers of another', async () => {
		const { fr, en } = charterTexts(hostCharter().texts.en!.title)
		const { defaultLanguage, id } = await follow(space, hostCharter({ defaultLanguage: 'de', texts: { oc: fr!, en: en! } }))
		expect(defaultLanguage).toBe('oc')
		expect(await pending(await space.person({ language: 'de' }))).toMatchObject({ version: id, language: 'oc' })
		expect(await pending(await space.person({ language: 'en_GB' }))).toMatchObject({ version: id, language: 'en' })
	})

	it('without any text has no charter', async () => {
		await space.fleetPolicy(hostCharter({ texts: {} }))
		expect(await inForce()).toBeNull()
	})
})

describe('who is asked for both', () => {
	it('meets the host\'s first and the association\'s next', async () => {
		const theirs = await follow(space)
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({
			association: expect.stringMatching(/./),
			owner: 'host',
			ownerName: HOST,
			version: theirs.id,
			language: 'en',
			textHash: theirs.hashes.en,
			title: theirs.texts.en!.title,
			summary: theirs.texts.en!.summary,
			languages: expect.toSatisfy((languages: string[]) => languages.toSorted().join() === 'en,fr'),
			laterDays: 1,
			canWait: true,
			deadline: null,
			changeNote: '',
			before: null,
			next: expect.objectContaining({ owner: 'association', ownerName: '', version: own.id, next: null }),
		})
		expect(page.loads(contract.app, 'ask')).toBe(true)
		expect(await space.met(member)).toMatchObject({ version: own, asked: true, answer: null })
		expect(await space.met(member, 'host')).toMatchObject({ version: theirs, asked: true, answer: null, language: 'en' })
	})

	it('answers each for itself, in one chain', async () => {
		const theirs = await follow(space)
		const first = await give(space, member, theirs, { choice: 'declined', reason: 'À discuter.' })
		expect(await pending()).toMatchObject({ owner: 'association', version: own.id, before: null, next: null })
		const second = await give(space, member, own)
		expect((await space.page(member)).ours.filter((tag) => tag.includes(contract.app))).toEqual([])
		expect((await space.met(member, 'host')).answer).toEqual(first)
		expect((await space.met(member)).answer).toEqual(second)
		expect((await space.chain()).slice(-2).map(({ hash }) => hash)).toEqual([first.hash, second.hash])
		expect(await isWhole()).toBe(true)
		expect((await space.answer(contract, 'GET /api/v1/answers', { as: member })).answers).toMatchObject([
			{ ...second, owner: 'association', ownerName: '', number: own.number, title: own.texts.en!.title, reason: '' },
			{ ...first, owner: 'host', ownerName: HOST, number: theirs.number, title: theirs.texts.en!.title, reason: 'À discuter.' },
		])
	})

	it('may put off one and keep the other', async () => {
		const theirs = await follow(space)
		await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: theirs.id } })
		expect(await pending()).toMatchObject({ owner: 'association', next: null })
		await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: own.id } })
		expect(await pending()).toBeNull()
	})

	it('cannot answer one in the place of the other', async () => {
		const theirs = await follow(space)
		const given = await give(space, member, own)
		expect(await space.refusal(contract, 'POST /api/v1/answers', { as: member, body: answerTo(theirs, { textHash: own.hashes.en }) })).toMatchObject({ status: 409, error: 'other_text' })
		expect(await space.refusal(contract, 'POST /api/v1/answers', { as: member, body: answerTo(theirs, { after: given.id }) })).toMatchObject({ status: 409, error: 'answered_meanwhile' })
		expect((await space.met(member, 'host')).answer).toBeNull()
	})

	it('is told of what changed since their own answer to the same charter', async () => {
		const theirs = await follow(space)
		await give(space, member, theirs)
		await give(space, member, own)
		const next = await follow(space, hostCharter({ changeNote: { en: 'One more promise.' } }))
		expect(await pending()).toMatchObject({ owner: 'host', version: next.id, before: theirs.id, changeNote: 'One more promise.', next: null })
	})
})

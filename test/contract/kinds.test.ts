// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Kinds of publication: a substantive version asks everybody again, an editorial one asks nobody; and the history of both. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
let first: Version
let member: Person
beforeEach(async () => {
	first = await space.publish(charterTexts('un'), { changeNote: { fr: 'Un point de plus.', en: 'One more point.' } })
	member = await space.person()
})

const mend = (texts = charterTexts('sans faute')) => space.publish(texts, { kind: 'editorial', changeNote: { fr: 'Une faute de moins.' } })
const give = (as: Person, { id, hashes }: Version, choice = 'accepted', after = 0) => space.answer(contract, 'POST /api/v1/answers', { as, body: { version: id, language: 'en', textHash: hashes.en, choice, after } })
const mine = (as = member) => space.met(as)

describe('a substantive version', () => {
	it('asks for itself, says how it was published, and never changes', async () => {
		expect(first).toMatchObject({ kind: 'substantive', mode: 'ask', deadline: null, audience: { who: 'everyone', groups: [] }, asks: first.id, changeNote: { fr: 'Un point de plus.', en: 'One more point.' } })
		await mend()
		await space.publish()
		expect(await space.answer(contract, 'GET /api/v1/versions/{id}', { as: member, params: { id: first.id } })).toEqual(first)
	})

	it('tells who is asked again what has changed, and since which version', async () => {
		await give(member, first)
		const second = await space.publish(charterTexts('deux'), { changeNote: { fr: 'Encore un point.', en: 'Yet another point.' } })
		expect(await space.pending(member, contract.app)).toMatchObject({ version: second.id, before: first.id, changeNote: 'Yet another point.' })
		const reader = await space.person({ language: 'fr' })
		expect(await space.pending(reader, contract.app)).toMatchObject({ before: null, changeNote: 'Encore un point.' })
	})
})

describe('an editorial version', () => {
	it('asks nobody again: answers count on', async () => {
		const given = await give(member, first)
		const second = await mend()
		expect(second).toMatchObject({ kind: 'editorial', number: first.number + 1, asks: first.id })
		expect((await space.page(member)).ours.filter((tag) => tag.includes(contract.app))).toEqual([])
		expect(await mine()).toMatchObject({ version: { id: second.id }, answer: given })
		const third = await mend(charterTexts('toujours sans faute'))
		expect(third.asks).toBe(first.id)
		expect(await mine()).toMatchObject({ version: { id: third.id }, answer: given })
	})

	it('is what is shown to those who have not answered yet, with what the asking version changed', async () => {
		const second = await mend()
		expect(await space.pending(member, contract.app)).toMatchObject({ version: second.id, title: 'Our charter sans faute', textHash: second.hashes.en, changeNote: 'One more point.', before: null })
		const given = await give(member, second)
		expect(given).toMatchObject({ version: second.id, textHash: second.hashes.en })
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('refuses an answer to the version that it mends', async () => {
		await mend()
		expect(await space.refusal(contract, 'POST /api/v1/answers', { as: member, body: { version: first.id, language: 'en', textHash: first.hashes.en, choice: 'accepted', after: 0 } })).toMatchObject({ status: 409, error: 'replaced' })
	})

	it('lets people change their mind about what they answered before it', async () => {
		const given = await give(member, first, 'declined')
		const second = await mend()
		// The same answer is one answer, and another one must know of it.
		expect(await give(member, second, 'declined')).toEqual(given)
		expect(await space.refusal(contract, 'POST /api/v1/answers', { as: member, body: { version: second.id, language: 'en', textHash: second.hashes.en, choice: 'accepted', after: 0 } })).toMatchObject({ status: 409, error: 'answered_meanwhile' })
		const other = await give(member, second, 'accepted', given.id)
		expect(other).toMatchObject({ version: second.id, choice: 'accepted' })
		expect((await mine()).answer).toEqual(other)
	})

	it('counts the answers of both versions, each person once', async () => {
		const other = await space.person()
		const given = await give(member, first, 'declined')
		const second = await mend()
		await give(other, second)
		await give(member, second, 'accepted', given.id)
		const { versions } = await space.answer(contract, 'GET /api/v1/versions', { as: space.admin })
		expect(versions.slice(0, 2)).toMatchObject([{ id: second.id, accepted: 2, declined: 0 }, { id: first.id, accepted: 2, declined: 0 }])
	})

	it('goes on with the mode, the deadline and the audience of what it mends, whatever is sent', async () => {
		const group = await space.group()
		const strict = await space.publish(charterTexts(), { mode: 'require', deadlineDays: 10, audience: { who: 'only', groups: [group] } })
		const mended = await space.publish(charterTexts('mieux'), { kind: 'editorial', mode: 'inform', deadlineDays: 300, audience: { who: 'except', groups: ['no such group'] } })
		expect(mended).toMatchObject({ mode: 'require', deadline: strict.deadline, audience: strict.audience, asks: strict.id })
	})

	it('does not end a "later"', async () => {
		await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: first.id } })
		await mend()
		expect(await space.pending(member, contract.app)).toBeNull()
	})
})

describe('the history', () => {
	it('tells every reader of all versions, the newest first, in their language', async () => {
		const second = await mend()
		const history = async (language: string) => (await space.answer(contract, 'GET /api/v1/history', { as: await space.person({ language }) })).versions
		const english = await history('en')
		expect(english.slice(0, 2)).toEqual([
			{ id: second.id, owner: 'association', ownerName: '', inForce: true, number: second.number, title: 'Our charter sans faute', publishedAt: second.publishedAt, kind: 'editorial', changeNote: 'Une faute de moins.' },
			{ id: first.id, owner: 'association', ownerName: '', inForce: false, number: first.number, title: 'Our charter un', publishedAt: first.publishedAt, kind: 'substantive', changeNote: 'One more point.' },
		])
		expect((await history('fr'))[1]).toMatchObject({ title: 'Notre charte un', changeNote: 'Un point de plus.' })
		const own = english.filter(({ owner }) => owner === 'association')
		expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => second.number - index))
	})

	it('says nothing where nothing was said', async () => {
		await space.publish()
		expect((await space.answer(contract, 'GET /api/v1/history', { as: member })).versions[0]).toMatchObject({ changeNote: '' })
	})
})

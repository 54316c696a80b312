// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Answers to the charter: what is taken, what is refused, and that the chain holds when many answer at once. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { canonicalAnswer } from '@ensemble/charter/src/logic/canonical'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const ANSWERS = 'POST /api/v1/answers'
const space = useSpace()
let version: Awaited<ReturnType<typeof space.publish>>
let member: Person
beforeEach(async () => {
	version = await space.publish()
	member = await space.person()
})

const answer = (choice = 'accepted', after = 0) => ({ version: version.id, language: 'fr', textHash: version.hashes.fr, choice, after })
const mine = async () => (await space.met(member)).answer
async function count() {
	const { accepted, declined } = (await space.answer(contract, 'GET /api/v1/versions', { as: space.admin })).versions[0]!
	return { accepted, declined }
}

describe('one person', () => {
	it('may change their mind, and both answers are kept', async () => {
		const first = await space.answer(contract, ANSWERS, { as: member, body: answer('declined') })
		const second = await space.answer(contract, ANSWERS, { as: member, body: answer('accepted', first.id) })
		expect(second.id).not.toBe(first.id)
		expect(await mine()).toEqual(second)
		const kept = (await space.chain()).map(({ hash }) => hash)
		expect(kept).toEqual(expect.arrayContaining([first.hash, second.hash]))
		expect(kept.indexOf(second.hash)).toBeGreaterThan(kept.indexOf(first.hash))
	})

	it('gives the same answer twice: it is one answer', async () => {
		const first = await space.answer(contract, ANSWERS, { as: member, body: answer() })
		expect(await space.answer(contract, ANSWERS, { as: member, body: answer() })).toEqual(first)
		expect(await space.answer(contract, ANSWERS, { as: member, body: answer('accepted', first.id) })).toEqual(first)
		expect(await count()).toEqual({ accepted: 1, declined: 0 })
	})

	it('is told when they answered otherwise in another window', async () => {
		const first = await space.answer(contract, ANSWERS, { as: member, body: answer('accepted') })
		expect(await space.refusal(contract, ANSWERS, { as: member, body: answer('declined') })).toMatchObject({ status: 409, error: 'answered_meanwhile' })
		expect(await space.refusal(contract, ANSWERS, { as: member, body: answer('declined', first.id + 1000) })).toMatchObject({ status: 409, error: 'answered_meanwhile' })
		expect(await mine()).toEqual(first)
	})

	it('cannot answer in the place of somebody else\'s answer', async () => {
		const other = await space.person()
		const theirs = await space.answer(contract, ANSWERS, { as: other, body: answer() })
		expect(await space.refusal(contract, ANSWERS, { as: member, body: answer('declined', theirs.id) })).toMatchObject({ status: 409, error: 'answered_meanwhile' })
		expect(await mine()).toBeNull()
	})

	it('may answer after "later"', async () => {
		await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: version.id } })
		await space.answer(contract, ANSWERS, { as: member, body: answer() })
		expect(await space.pending(member, contract.app)).toBeNull()
	})
})

describe('what is refused', () => {
	it('an answer to a version that was replaced meanwhile; the new text is there to be read', async () => {
		const next = await space.publish(charterTexts('newer'))
		expect(await space.refusal(contract, ANSWERS, { as: member, body: answer() })).toMatchObject({ status: 409, error: 'replaced', field: 'version' })
		expect(await space.refusal(contract, 'POST /api/v1/later', { as: member, body: { version: version.id } })).toMatchObject({ status: 409, error: 'replaced', field: 'version' })
		expect(await space.pending(member, contract.app)).toMatchObject({ version: next.id })
		expect(await space.met(member)).toMatchObject({ version: { id: next.id }, answer: null })
	})

	it.each([
		['the hash of another language', () => ({ textHash: version.hashes.en })],
		['a hash of nothing', () => ({ textHash: '0'.repeat(64) })],
		['a language the charter is not in', () => ({ language: 'de' })],
	])('a text that was not shown: %s', async (_, wrong) => {
		expect(await space.refusal(contract, ANSWERS, { as: member, body: { ...answer(), ...wrong() } })).toMatchObject({ status: 409, error: 'other_text', field: 'textHash' })
		expect(await mine()).toBeNull()
	})

	it('versions that there are not', async () => {
		const unknown = version.id + 1000
		expect(await space.refusal(contract, ANSWERS, { as: member, body: { ...answer(), version: unknown } })).toMatchObject({ status: 404, error: 'unknown_version', field: 'version' })
		expect(await space.refusal(contract, 'POST /api/v1/later', { as: member, body: { version: unknown } })).toMatchObject({ status: 404, error: 'unknown_version', field: 'version' })
		expect(await space.refusal(contract, 'GET /api/v1/versions/{id}', { as: member, params: { id: unknown } })).toMatchObject({ status: 404, error: 'unknown_version', field: 'id' })
		expect(await mine()).toBeNull()
	})
})

describe('many at once', () => {
	// Nobody's first login is to fall into a race.
	beforeEach(mine)

	it('the same answer twice at once is one answer', async () => {
		const [one, two] = await Promise.all([1, 2].map(() => space.answer(contract, ANSWERS, { as: member, body: answer() })))
		expect(one).toEqual(two)
		expect(await count()).toEqual({ accepted: 1, declined: 0 })
	})

	it('of two different answers at once one is taken, the other is told', async () => {
		const replies = await Promise.all(['accepted', 'declined'].map((choice) => space.call(contract, ANSWERS, { as: member, body: answer(choice) })))
		expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
		const { accepted, declined } = await count()
		expect(accepted + declined).toBe(1)
	})

	it('twenty people at once: each answer has its own place in the chain', async () => {
		// One after the other: only the answers are to race, not Nextcloud's own making of accounts and first logins.
		const people: Person[] = []
		for (let n = 0; n < 20; n++) {
			const person = await space.person()
			await space.met(person)
			people.push(person)
		}
		const answers = await Promise.all(people.map((as, n) => space.answer(contract, ANSWERS, { as, body: answer(n % 3 === 0 ? 'declined' : 'accepted') })))
		expect(new Set(answers.map(({ id }) => id)).size).toBe(20)
		expect(new Set(answers.map(({ hash }) => hash)).size).toBe(20)
		expect(await count()).toEqual({ accepted: 13, declined: 7 })
	})
})

describe('the chain', () => {
	it('can be checked by anybody who has it, and does not break when an account goes', async () => {
		const given = await space.answer(contract, ANSWERS, { as: member, body: answer() })
		await space.remove(member)
		const later = await space.answer(contract, ANSWERS, { as: await space.person(), body: answer('declined') })
		const chain = await space.chain()
		let previous: string | null = null
		for (const [index, link] of chain.entries()) {
			expect(link.number).toBe(index + 1)
			expect(createHash('sha256').update(canonicalAnswer({ ...link, previous })).digest('hex')).toBe(link.hash)
			previous = link.hash
		}
		expect(chain.slice(-2).map(({ hash }) => hash)).toEqual([given.hash, later.hash])
		expect(chain.at(-2)!.person).toMatch(/^[0-9a-f]{32}$/)
		expect(JSON.stringify(chain)).not.toContain(member.id)
	})

	it('still counts the answer of an account that has gone', async () => {
		await space.answer(contract, ANSWERS, { as: member, body: answer() })
		await space.remove(member)
		expect(await count()).toEqual({ accepted: 1, declined: 0 })
	})
})

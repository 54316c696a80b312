// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who has answered what: the list, its counts, and reminders for those who have not. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const REMINDERS = 'POST /api/v1/reminders'
const space = useSpace()
/** The charter is for three people of a group; the fourth is not asked. */
let version: Version
let people: [Person, Person, Person]
let outside: Person
beforeEach(async () => {
	const group = await space.group()
	people = [await space.person({ groups: [group] }), await space.person({ groups: [group], language: 'fr' }), await space.person({ groups: [group] })]
	outside = await space.person()
	version = await space.publish(charterTexts('suivie'), { audience: { who: 'only', groups: [group] }, deadlineDays: 7 })
})

const give = (as: Person, choice = 'accepted', more: object = {}) => space.answer(contract, 'POST /api/v1/answers', { as, body: { version: version.id, language: 'fr', textHash: version.hashes.fr, choice, after: 0, ...more } })
const status = () => space.status()
const line = async ({ id }: Person) => (await status()).members.find(({ account }) => account === id)
const remind = (accounts: Person[] = []) => space.answer(contract, REMINDERS, { as: space.admin, body: { version: version.id, accounts: accounts.map(({ id }) => id) } })

describe('the list', () => {
	it('has everybody who is asked, in the order of the accounts, and nobody else', async () => {
		const { members, counts, version: shown } = await status()
		expect(shown).toEqual(version)
		expect(members).toEqual(people.map(({ id }) => id).sort().map((account) => ({ account, name: `Test ${account}`, standing: 'waiting', at: null, language: null, reason: '', remindedAt: null })))
		expect(counts).toEqual({ accepted: 0, declined: 0, waiting: 3, overdue: 0 })
	})

	it('tells what each has answered, and counts', async () => {
		const accepted = await give(people[0])
		const declined = await give(people[1], 'declined', { reason: 'Pas encore d’accord.' })
		expect(await line(people[0])).toMatchObject({ standing: 'accepted', at: accepted.at, language: 'fr', reason: '' })
		expect(await line(people[1])).toMatchObject({ standing: 'declined', at: declined.at, reason: 'Pas encore d’accord.' })
		expect((await status()).counts).toEqual({ accepted: 1, declined: 1, waiting: 1, overdue: 0 })
	})

	it('has the latest answer of each', async () => {
		const { id } = await give(people[0], 'declined', { reason: 'Non.' })
		await give(people[0], 'accepted', { after: id })
		expect(await line(people[0])).toMatchObject({ standing: 'accepted', reason: '' })
	})

	it('has those who answered without being asked', async () => {
		await give(outside)
		expect(await line(outside)).toMatchObject({ standing: 'accepted' })
		expect((await status()).counts).toEqual({ accepted: 1, declined: 0, waiting: 3, overdue: 0 })
	})

	it('leaves out who is disabled or gone, whatever they answered, and has them back', async () => {
		await give(people[0])
		await space.enable(people[0], false)
		await space.remove(people[1])
		expect((await status()).members.map(({ account }) => account)).toEqual([people[2].id])
		await space.enable(people[0], true)
		expect(await line(people[0])).toMatchObject({ standing: 'accepted' })
	})

	it('follows names', async () => {
		await space.edit(people[0], 'displayname', '=1+1 <b>Ada</b>')
		expect(await line(people[0])).toMatchObject({ name: '=1+1 <b>Ada</b>' })
	})

	it('goes on after the wording was mended, and begins anew with a version that asks', async () => {
		await give(people[0])
		const mended = await space.publish(charterTexts('mieux'), { kind: 'editorial' })
		expect(await status()).toMatchObject({ version: { id: mended.id }, counts: { accepted: 1, waiting: 2 } })
		await space.publish(charterTexts('neuve'), { audience: version.audience })
		expect((await status()).counts).toEqual({ accepted: 0, declined: 0, waiting: 3, overdue: 0 })
	})
})

describe('a reminder', () => {
	it('is a notification in the member\'s language that opens the charter', async () => {
		expect(await remind([people[0], people[1]])).toEqual({ sent: 2, skipped: 0 })
		const [english, ...more] = await space.notifications(people[0])
		expect(more).toEqual([])
		expect(english).toMatchObject({ user: people[0].id, object_type: 'charter', object_id: String(version.id), message: 'Our charter suivie' })
		expect(english!.subject).toMatch(/^Your answer to the charter of .+ is still missing$/)
		expect(new URL(english!.link).pathname).toMatch(/^(?:\/index\.php)?\/apps\/ensemble_charter\/$/)
		expect(english!.actions).toMatchObject([{ link: english!.link, type: 'WEB' }])
		expect((await space.notifications(people[1]))[0]).toMatchObject({ message: 'Notre charte suivie' })
		expect(await space.notifications(people[2])).toEqual([])
	})

	it('accepts nothing and changes no "later"', async () => {
		await space.answer(contract, 'POST /api/v1/later', { as: people[0], body: { version: version.id } })
		await remind([people[0]])
		expect(await space.pending(people[0], contract.app)).toBeNull()
		expect((await space.met(people[0])).answer).toBeNull()
	})

	it('goes to nobody twice within a day', async () => {
		const before = Math.floor(Date.now() / 1000)
		await remind([people[0]])
		const { remindedAt } = (await line(people[0]))!
		expect(Math.abs(remindedAt! - before)).toBeLessThan(120)
		expect(await remind([people[0], people[2]])).toEqual({ sent: 1, skipped: 1 })
		expect(await remind()).toEqual({ sent: 1, skipped: 2 })
		expect(await remind()).toEqual({ sent: 0, skipped: 3 })
		for (const person of people) {
			expect(await space.notifications(person)).toHaveLength(1)
		}
		expect(await line(people[0])).toMatchObject({ remindedAt })
	})

	it('is one, even if two admins click at the same time', async () => {
		const replies = await Promise.all([1, 2].map(() => remind([people[0]])))
		expect(replies.map(({ sent }) => sent).sort()).toEqual([0, 1])
		expect(await space.notifications(people[0])).toHaveLength(1)
	})

	it('goes to those who have not answered, and to nobody who is not asked, disabled or unknown', async () => {
		await give(people[0])
		await give(people[1], 'declined')
		await space.enable(people[2], false)
		expect(await remind()).toEqual({ sent: 0, skipped: 0 })
		expect(await remind([...people, outside, { id: 'nobody-of-that-name', password: '' }])).toEqual({ sent: 0, skipped: 5 })
		expect(await space.notifications(people[0])).toEqual([])
		expect(await space.notifications(outside)).toEqual([])
	})

	it('counts a person who is named twice once', async () => {
		expect(await remind([people[0], people[0]])).toEqual({ sent: 1, skipped: 0 })
	})

	it('is gone once there is an answer, or a version that asks anew', async () => {
		await remind([people[0], people[1]])
		await give(people[0])
		expect(await space.notifications(people[0])).toEqual([])
		await space.publish(charterTexts('mieux'), { kind: 'editorial' })
		expect(await space.notifications(people[1])).toHaveLength(1)
		await space.publish()
		expect(await space.notifications(people[1])).toEqual([])
	})

	it('works without any mail server', async () => {
		await space.edit(people[0], 'email', 'ada@graines-et-tournevis.example')
		expect(await remind([people[0]])).toEqual({ sent: 1, skipped: 0 })
		await space.runJobs()
		expect(await space.notifications(people[0])).toHaveLength(1)
	})

	it('is about the version in force', async () => {
		const next = await space.publish()
		expect(await space.refusal(contract, REMINDERS, { as: space.admin, body: { version: version.id, accounts: [] } })).toMatchObject({ status: 409, error: 'replaced', field: 'version' })
		expect(await space.refusal(contract, REMINDERS, { as: space.admin, body: { version: next.id + 1000, accounts: [] } })).toMatchObject({ status: 404, error: 'unknown_version', field: 'version' })
		expect(await space.notifications(people[0])).toEqual([])
	})
})

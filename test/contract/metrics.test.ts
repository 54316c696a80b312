// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Figures for the host: how many stand where, and no name of anybody. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { follow, give, HOST, hostCharter, withoutHost } from './support/host.ts'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
/** The association's charter is for a group of three. */
let own: Version
let group: string
let people: [Person, Person, Person]
beforeEach(async () => {
	await withoutHost(space)
	group = await space.group()
	people = [await space.person({ groups: [group] }), await space.person({ groups: [group] }), await space.person({ groups: [group] })]
	own = await space.publish(charterTexts('comptée'), { audience: { who: 'only', groups: [group] }, mode: 'require', deadlineDays: 7 })
})
afterAll(() => withoutHost(space))

const metrics = () => space.answer(contract, 'GET /api/v1/metrics', { as: space.admin })

describe('the metrics', () => {
	it('count where people stand with the association\'s charter; there is none of the host', async () => {
		await give(space, people[0], own)
		await give(space, people[1], own, { choice: 'declined', reason: 'Un secret à moi.' })
		expect(await metrics()).toEqual({
			association: { number: own.number, publishedAt: own.publishedAt, mode: 'require', deadline: own.deadline, counts: { accepted: 1, declined: 1, waiting: 1, overdue: 0 } },
			host: null,
			answers: (await space.chain()).length,
		})
	})

	it('count for each charter what its list of members has', async () => {
		const theirs = await follow(space, hostCharter({ deadlineDays: 3 }))
		await give(space, people[0], theirs, { choice: 'declined' })
		const { association, host } = await metrics()
		expect(association?.counts).toEqual((await space.status('association')).counts)
		expect(host).toEqual({ number: theirs.number, publishedAt: theirs.publishedAt, mode: 'ask', deadline: theirs.deadline, counts: (await space.status('host')).counts })
		expect(host?.counts.declined).toBe(1)
		expect(host!.counts.waiting).toBeGreaterThan(association!.counts.waiting)
	})

	it('hold no name of an account, a group or a title, no reason and no hash', async () => {
		const theirs = await follow(space)
		const given = await give(space, people[1], theirs, { choice: 'declined', reason: 'Un secret à moi.' })
		await give(space, people[0], own)
		const { text } = await space.call(contract, 'GET /api/v1/metrics', { as: space.admin })
		for (const name of [...people.map(({ id }) => id), space.admin.id, group, 'Test ', 'secret', HOST, theirs.texts.en!.title, 'charte', given.hash]) {
			expect(text).not.toContain(name)
		}
		// Nothing but figures and modes, whatever a later version of the endpoint adds.
		expect(text.match(/"[^"]*"/g)!.filter((word) => !/^"(?:ocs|meta|status|ok|statuscode|message|OK|data|association|host|number|publishedAt|mode|ask|require|deadline|counts|accepted|declined|waiting|overdue|answers)"$/.test(word))).toEqual([])
	})

	it('leave out accounts that are disabled, and keep the length of the chain', async () => {
		await give(space, people[0], own)
		const before = await metrics()
		await space.enable(people[0], false)
		const after = await metrics()
		expect(after.association?.counts).toEqual({ accepted: 0, declined: 0, waiting: 2, overdue: 0 })
		expect(after.answers).toBe(before.answers)
	})
})

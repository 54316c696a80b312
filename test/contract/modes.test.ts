// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Modes and deadlines: who is told, who is asked, and how long "later" is possible. Time itself goes by in apps/charter/embedded.test.ts and the case tables. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const DAY = 86_400
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

describe('inform', () => {
	it('asks nobody by a dialog, and tells each member once', async () => {
		const french = await space.person({ language: 'fr' })
		const version = await space.publish(charterTexts('dite'), { mode: 'inform' })
		expect(await space.pending(member, contract.app)).toBeNull()
		await space.runJobs()
		await space.runJobs()
		const told = await space.notifications(member)
		expect(told).toHaveLength(1)
		expect(told[0]).toMatchObject({ user: member.id, object_type: 'charter', object_id: String(version.id), message: 'Our charter dite' })
		expect(told[0]!.subject).toMatch(/ has a new charter$/)
		const [sien] = await space.notifications(french)
		expect(sien!.message).toBe('Notre charte dite')
	})

	it('opens the charter from its notification, and accepts nothing', async () => {
		await space.publish(charterTexts(), { mode: 'inform' })
		await space.runJobs()
		const [told] = await space.notifications(member)
		expect(new URL(told!.link).pathname).toMatch(/^(?:\/index\.php)?\/apps\/ensemble_charter\/$/)
		expect(told!.actions).toHaveLength(1)
		expect(told!.actions[0]).toMatchObject({ link: told!.link, type: 'WEB', primary: true })
	})

	it('may be answered; the notification is gone then', async () => {
		const { id, hashes } = await space.publish(charterTexts(), { mode: 'inform' })
		await space.runJobs()
		expect(await space.met(member)).toMatchObject({ version: { id, mode: 'inform' }, asked: true, answer: null })
		await space.answer(contract, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'accepted', after: 0 } })
		expect(await space.notifications(member)).toEqual([])
	})

	it('is over when a new version asks; one that mends it tells nobody again', async () => {
		await space.publish(charterTexts('un'), { mode: 'inform' })
		await space.runJobs()
		const before = await space.notifications(member)
		await space.publish(charterTexts('mieux'), { kind: 'editorial' })
		await space.runJobs()
		const after = await space.notifications(member)
		expect(after.map((one) => one.notification_id)).toEqual(before.map((one) => one.notification_id))
		expect(after[0]!.message).toBe('Our charter mieux')
		await space.publish()
		expect(await space.notifications(member)).toEqual([])
	})

	it('tells only those it is for', async () => {
		const group = await space.group()
		const inside = await space.person({ groups: [group] })
		await space.publish(charterTexts(), { mode: 'inform', audience: { who: 'only', groups: [group] } })
		await space.runJobs()
		expect(await space.notifications(inside)).toHaveLength(1)
		expect(await space.notifications(member)).toEqual([])
	})
})

describe('a deadline', () => {
	it.each([['ask', 14], ['require', 1], ['inform', 365]] as const)('of %s is so many days after the publication', async (mode, deadlineDays) => {
		const version = await space.publish(charterTexts(), { mode, deadlineDays })
		expect(version).toMatchObject({ mode, deadline: version.publishedAt + deadlineDays * DAY })
	})

	it('comes with the ask', async () => {
		const { deadline } = await space.publish(charterTexts(), { mode: 'ask', deadlineDays: 14 })
		expect(await space.pending(member, contract.app)).toMatchObject({ deadline, canWait: true })
	})

	it.each([0, -1, 366, 1.5, '7'])('of %j days is refused, and nothing is published', async (deadlineDays) => {
		const after = await space.newest()
		expect(await space.refusal(contract, 'POST /api/v1/versions', { as: space.admin, body: { defaultLanguage: 'fr', texts: charterTexts(), after, deadlineDays } })).toMatchObject({ status: 400, error: 'invalid_request', field: 'deadlineDays' })
		expect(await space.newest()).toBe(after)
	})
})

describe('require', () => {
	it('lets people wait until the deadline, not beyond', async () => {
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: 30 } })
		const { id, deadline } = await space.publish(charterTexts(), { mode: 'require', deadlineDays: 2 })
		expect(await space.pending(member, contract.app)).toMatchObject({ canWait: true, deadline, laterDays: 30 })
		expect(await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: id } })).toEqual({ until: deadline })
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: null } })
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('in the mode ask, "later" may go beyond the deadline', async () => {
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: 30 } })
		const { id, deadline } = await space.publish(charterTexts(), { mode: 'ask', deadlineDays: 2 })
		const { until } = await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: id } })
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: null } })
		expect(until).toBeGreaterThan(deadline!)
	})

	it('without a deadline, one may always wait', async () => {
		const { id } = await space.publish(charterTexts(), { mode: 'require' })
		expect(await space.pending(member, contract.app)).toMatchObject({ canWait: true, deadline: null })
		await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: id } })
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('locks nobody out: whoever has declined is left in peace', async () => {
		const { id, hashes } = await space.publish(charterTexts(), { mode: 'require', deadlineDays: 1 })
		await space.answer(contract, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'declined', after: 0 } })
		expect(await space.pending(member, contract.app)).toBeNull()
		expect((await space.page(member)).html).toContain(member.id)
	})
})

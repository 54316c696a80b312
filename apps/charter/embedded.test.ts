// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: guests, time going by, mails, damage in the tables, and what older versions have left. */

import type { Body } from '@ensemble/shared/contract/define'
import type { Account } from '@ensemble/space/embedding'
import type { Answer, CharterContract, Version } from './contract.ts'

import { mails, notifications } from '@ensemble/space/messages'
import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { EmbeddedSpace } from '@ensemble/space/state'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import app from './embedded.ts'

/** How a charter is published; what is left out has its default. */
type How = Partial<Omit<Body<CharterContract, 'POST /api/v1/versions'>, 'after' | 'defaultLanguage' | 'texts'>>

const DAY = 86_400
const settings = contract.settings.parse({})
const text = { title: 'Our charter', summary: ['One sentence.'], body: 'A body.' }
const fail = (code: string) => new Error(code)
/** As in English: what stands in the code, filled in. */
const english = (sentence: string, vars: Record<string, number | string> = {}) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(vars[name]))

let now: number
let space: EmbeddedSpace
let member: Account
beforeEach(() => {
	now = Date.UTC(2026, 10, 22, 12) / 1000
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 GB', now: () => now })
	member = space.addAccount(newAccount('ada', { email: 'ada@graines-et-tournevis.example' }))
})

const call = () => ({ space, account: member, params: {}, settings, fail })
async function publish(how: How = {}) {
	const asked: Required<How> = { kind: 'substantive', mode: 'ask', deadlineDays: null, audience: { who: 'everyone', groups: [] }, changeNote: {} }
	return app.handlers['POST /api/v1/versions']({ ...call(), body: { defaultLanguage: 'en', texts: { en: text }, after: space.rows(contract.app, 'versions').length, ...asked, ...how } })
}
const later = async (version: number) => app.handlers['POST /api/v1/later']({ ...call(), body: { version } })
const answer = async ({ id, hashes }: Version, { choice = 'accepted' as Answer['choice'], reason = '', after = 0 } = {}) => app.handlers['POST /api/v1/answers']({ ...call(), body: { version: id, language: 'en', textHash: hashes.en!, choice, after, reason } })
const remind = async (version: number, accounts: string[] = []) => app.handlers['POST /api/v1/reminders']({ ...call(), body: { version, accounts } })
const status = async () => app.handlers['GET /api/v1/status']({ ...call(), body: {} })
const verification = async () => app.handlers['GET /api/v1/verification']({ ...call(), body: {} })
const pending = () => app.pending(space, member, settings)

describe('a space without a charter', () => {
	it('has none to read, asks nobody, and has nothing to check', async () => {
		const none = { ...call(), body: {} }
		expect(await app.handlers['GET /api/v1/charter'](none)).toEqual({ version: null, language: null, answer: null, asked: false })
		expect(await app.handlers['GET /api/v1/versions'](none)).toEqual({ versions: [] })
		expect(await app.handlers['GET /api/v1/history'](none)).toEqual({ versions: [] })
		expect(await app.handlers['GET /api/v1/draft'](none)).toEqual({ revision: 0, draft: null, savedAt: null, savedBy: '' })
		expect(await status()).toEqual({ version: null, counts: { accepted: 0, declined: 0, waiting: 0, overdue: 0 }, members: [] })
		expect(await verification()).toEqual({ valid: true, answers: 0, broken: null, head: '0'.repeat(64) })
		expect(pending()).toBeNull()
	})

	it('has no wording that could be mended', async () => {
		await expect(publish({ kind: 'editorial' })).rejects.toThrow('nothing_to_mend')
		expect(space.rows(contract.app, 'versions')).toEqual([])
	})
})

describe('the ask', () => {
	it('is never put to a guest', async () => {
		await publish()
		const guest = space.addAccount(newAccount('guest', { guest: true, groups: ['garden'] }))
		expect(app.pending(space, guest, settings)).toBeNull()
		expect(pending()).toMatchObject({ version: 1, association: 'Les Amis du Lac' })
		expect(await app.handlers['GET /api/v1/charter']({ ...call(), account: guest, body: {} })).toMatchObject({ version: { id: 1 }, asked: false })
		expect((await status()).members.map(({ account }) => account)).toEqual(['ada'])
		expect(await remind(1, ['guest'])).toEqual({ sent: 0, skipped: 1 })
	})

	it('comes back at four in the morning, not a second earlier', async () => {
		await publish()
		const { until } = await later(1)
		// 04:00 in Paris.
		expect(new Date(until * 1000).toISOString()).toBe('2026-11-23T03:00:00.000Z')
		now = until - 1
		expect(pending()).toBeNull()
		now = until
		expect(pending()).not.toBeNull()
	})

	it('comes with a new version, but not within a "later"', async () => {
		await publish()
		const { until } = await later(1)
		const second = await publish()
		expect(pending()).toBeNull()
		now = until
		expect(pending()).toMatchObject({ version: second.id })
	})
})

describe('a deadline', () => {
	it.each(['ask', 'require'] as const)('of %s makes those overdue who have not answered', async (mode) => {
		const { deadline } = await publish({ mode, deadlineDays: 7 })
		now = deadline! - 1
		expect((await status()).members).toMatchObject([{ account: 'ada', standing: 'waiting' }])
		now = deadline!
		expect(await status()).toMatchObject({ counts: { waiting: 0, overdue: 1 }, members: [{ account: 'ada', standing: 'overdue' }] })
	})

	it('of require takes "later" away, and nothing else', async () => {
		const version = await publish({ mode: 'require', deadlineDays: 7 })
		now = version.deadline! - 1
		expect(pending()).toMatchObject({ canWait: true })
		now = version.deadline!
		expect(pending()).toMatchObject({ canWait: false, deadline: version.deadline })
		await expect(later(1)).rejects.toThrow('deadline_passed')
		await answer(version, { choice: 'declined' })
		expect(pending()).toBeNull()
		expect((await status()).counts).toEqual({ accepted: 0, declined: 1, waiting: 0, overdue: 0 })
	})

	it('of require ends a "later" that was chosen under an earlier charter', async () => {
		await publish()
		const month = { ...call(), settings: { laterDays: 30 }, body: { version: 1 } }
		const { until } = await app.handlers['POST /api/v1/later'](month)
		const { deadline } = await publish({ mode: 'require', deadlineDays: 3 })
		now = deadline! - 1
		expect(pending()).toBeNull()
		now = deadline!
		expect(now).toBeLessThan(until)
		expect(pending()).toMatchObject({ canWait: false })
	})

	it('of ask leaves "later"', async () => {
		const { deadline } = await publish({ mode: 'ask', deadlineDays: 1 })
		now = deadline! + 30 * DAY
		expect(pending()).toMatchObject({ canWait: true, deadline })
		expect((await later(1)).until).toBeGreaterThan(now)
	})
})

describe('a reminder', () => {
	it('may come again a day later, not a second earlier; the older one goes', async () => {
		await publish()
		expect(await remind(1)).toEqual({ sent: 1, skipped: 0 })
		const [first] = notifications(space)
		now += DAY - 1
		expect(await remind(1)).toEqual({ sent: 0, skipped: 1 })
		now += 1
		expect(await remind(1)).toEqual({ sent: 1, skipped: 0 })
		expect(notifications(space)).toMatchObject([{ account: 'ada', at: now }])
		expect(notifications(space)[0]!.id).not.toBe(first!.id)
		expect((await status()).members[0]!.remindedAt).toBe(now)
	})

	it('is a mail too, where there is an address, and opens the charter', async () => {
		space.addAccount(newAccount('ben'))
		const { deadline } = await publish({ deadlineDays: 10 })
		expect(await remind(1)).toEqual({ sent: 2, skipped: 0 })
		expect(mails(space).map(({ account }) => account)).toEqual(['ada'])
		expect(app.mail?.(space, mails(space)[0]!, english)).toEqual({
			subject: 'Your answer to the charter of Les Amis du Lac is still missing',
			heading: 'Our charter',
			body: ['Please read the charter when you have a moment, then accept or decline it, as you like.', 'Please answer by December 2, 2026.'],
			button: { label: 'Read the charter', link: '/index.php/apps/ensemble_charter/' },
		})
		now = deadline!
		expect(app.mail?.(space, mails(space)[0]!, english)?.body[1]).toBe('Your answer was due on December 2, 2026; it is still welcome.')
	})

	it('says nothing any more once its charter is replaced', async () => {
		await publish()
		await remind(1)
		const [note] = notifications(space)
		expect(app.notification?.(space, note!, english)).toMatchObject({ subject: 'Your answer to the charter of Les Amis du Lac is still missing', message: 'Our charter' })
		await publish({ kind: 'editorial' })
		expect(app.notification?.(space, note!, english)).not.toBeNull()
		await publish()
		expect(app.notification?.(space, note!, english)).toBeNull()
		expect(app.mail?.(space, mails(space)[0]!, english)).toBeNull()
		expect(notifications(space)).toEqual([])
	})
})

describe('the verification', () => {
	beforeEach(async () => {
		const version = await publish()
		const { id } = await answer(version, { choice: 'declined' })
		await answer(version, { after: id })
	})

	it.each([
		['an answer', () => Object.assign(space.rows<{ choice: string }>(contract.app, 'answers')[0]!, { choice: 'accepted' }), 1],
		['the time of an answer', () => Object.assign(space.rows<{ at: number }>(contract.app, 'answers')[1]!, { at: 1 }), 2],
		['the order', () => space.rows(contract.app, 'answers').reverse(), 1],
		['the number of answers', () => space.rows(contract.app, 'answers').shift(), 1],
		['a text', () => Object.assign(space.rows<Version>(contract.app, 'versions')[0]!.texts.en!, { body: 'Another body.' }), 1],
	])('notices that somebody has changed %s in the tables', async (_, change, broken) => {
		expect(await verification()).toMatchObject({ valid: true, answers: 2 })
		change()
		expect(await verification()).toMatchObject({ valid: false, broken })
	})
})

describe('an account that is deleted', () => {
	it('leaves its answer without a name and without its words', async () => {
		await answer(await publish(), { choice: 'declined', reason: 'Ada says no.' })
		app.accountDeleted?.(space, member)
		expect(space.rows(contract.app, 'people')).toEqual([])
		expect(space.rows(contract.app, 'answers')).toHaveLength(1)
		expect(JSON.stringify(space.rows(contract.app, 'answers'))).not.toMatch(/"ada"|says no/)
		expect(await verification()).toMatchObject({ valid: true, answers: 1 })
	})

	it('may have given no answer, and takes nobody else\'s words', async () => {
		await answer(await publish(), { choice: 'declined', reason: 'Ada says no.' })
		app.accountDeleted?.(space, space.addAccount(newAccount('ben')))
		expect(space.rows(contract.app, 'people')).toHaveLength(1)
		expect(space.rows(contract.app, 'answers')).toMatchObject([{ reason: 'Ada says no.' }])
	})
})

describe('what version 0.1.0 has kept', () => {
	it('goes on: nobody is asked again, and every answer counts', async () => {
		const version = await publish()
		await answer(version)
		const { kind, mode, deadline, audience, changeNote, asks, ...old } = version
		const { asks: counted, reason, ...oldAnswer } = space.rows<Answer & { asks: number, reason: string }>(contract.app, 'answers')[0]!
		space.rows<object>(contract.app, 'versions').splice(0, 1, old)
		space.rows<object>(contract.app, 'answers').splice(0, 1, oldAnswer)
		space.setAppValue(contract.app, 'shown', undefined)
		app.upgrade?.(space)
		expect(space.rows(contract.app, 'versions')).toEqual([{ ...old, kind, mode, deadline, audience, changeNote, asks }])
		expect(space.rows(contract.app, 'answers')).toEqual([{ ...oldAnswer, asks: counted, reason }])
		expect(pending()).toBeNull()
		expect((await status()).counts.accepted).toBe(1)
		app.upgrade?.(space)
		expect(await verification()).toMatchObject({ valid: true, answers: 1 })
	})
})

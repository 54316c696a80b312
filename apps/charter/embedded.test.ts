// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: guests, time going by, mails, damage in the tables, and what older versions have left. */

import type { Body } from '@ensemble/shared/contract/define'
import type { Account } from '@ensemble/space/embedding'
import type { Answer, BroughtAnswer, CharterContract, HostPolicy, Version } from './contract.ts'

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

/** What the policy says of the host's charter. */
type HostCharter = NonNullable<HostPolicy['charter']>

let now: number
let space: EmbeddedSpace
let member: Account
let host: HostPolicy
beforeEach(() => {
	host = { charter: null }
	now = Date.UTC(2026, 10, 22, 12) / 1000
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 GB', now: () => now })
	member = space.addAccount(newAccount('ada', { email: 'ada@graines-et-tournevis.example' }))
})

const call = () => ({ space, account: member, params: {}, settings, host, fail })
async function publish(how: How = {}) {
	const asked: Required<How> = { kind: 'substantive', mode: 'ask', deadlineDays: null, audience: { who: 'everyone', groups: [] }, changeNote: {} }
	return app.handlers['POST /api/v1/versions']({ ...call(), body: { defaultLanguage: 'en', texts: { en: text }, after: space.rows<Version>(contract.app, 'versions').findLast(({ owner }) => owner === 'association')?.id ?? 0, ...asked, ...how } })
}
const later = async (version: number) => app.handlers['POST /api/v1/later']({ ...call(), body: { version } })
const answer = async ({ id, hashes }: Version, { choice = 'accepted' as Answer['choice'], reason = '', after = 0 } = {}) => app.handlers['POST /api/v1/answers']({ ...call(), body: { version: id, language: 'en', textHash: hashes.en!, choice, after, reason } })
const remind = async (version: number, accounts: string[] = []) => app.handlers['POST /api/v1/reminders']({ ...call(), body: { version, accounts } })
const status = async (owner: Version['owner'] = 'association') => app.handlers['GET /api/v1/status/{owner}']({ ...call(), params: { owner }, body: {} })
const charters = async (account = member) => app.handlers['GET /api/v1/charter']({ ...call(), account, body: {} })
const verification = async () => app.handlers['GET /api/v1/verification']({ ...call(), body: {} })
const pending = () => app.pending(space, member, settings)

describe('a space without a charter', () => {
	it('has none to read, asks nobody, and has nothing to check', async () => {
		const none = { ...call(), body: {} }
		expect(await charters()).toEqual({ association: null, host: null })
		expect(await app.handlers['GET /api/v1/metrics'](none)).toEqual({ association: null, host: null, answers: 0 })
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
		expect(await charters(guest)).toMatchObject({ association: { version: { id: 1 }, asked: false } })
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
		const month = { ...call(), settings: { ...settings, laterDays: 30 }, body: { version: 1 } }
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

describe('the host\'s charter', () => {
	const given: HostCharter = { name: 'Les Hébergeuses', defaultLanguage: 'en', texts: { en: { ...text, title: 'The host\'s charter' } }, kind: 'substantive', mode: 'ask', deadlineDays: null, changeNote: {} }
	const policy = (change: Partial<HostCharter> = {}) => {
		host = { charter: { ...given, ...change } }
	}
	const followed = async () => (await charters()).host?.version
	const of = (owner: Version['owner']) => space.rows<Version>(contract.app, 'versions').filter((version) => version.owner === owner)

	it('comes with the background job too, and asks nobody before', () => {
		policy()
		expect(pending()).toBeNull()
		app.jobs?.FollowPolicy?.(space, settings, host)
		expect(pending()).toMatchObject({ owner: 'host', ownerName: 'Les Hébergeuses', association: 'Les Amis du Lac', title: 'The host\'s charter', next: null })
		now += DAY
		app.jobs?.FollowPolicy?.(space, settings, host)
		expect(of('host')).toHaveLength(1)
	})

	it('stands before the association\'s; each is put off and answered for itself', async () => {
		const ours = await publish()
		policy()
		const theirs = (await followed())!
		expect(pending()).toMatchObject({ owner: 'host', version: theirs.id, next: { owner: 'association', ownerName: '', version: ours.id, next: null } })
		await later(theirs.id)
		expect(pending()).toMatchObject({ owner: 'association', version: ours.id, next: null })
		now += 2 * DAY
		await answer(theirs)
		expect(pending()).toMatchObject({ owner: 'association', before: null })
		await answer(ours)
		expect(pending()).toBeNull()
		expect(space.rows<{ number: number }>(contract.app, 'answers').map(({ number }) => number)).toEqual([1, 2])
		expect(await verification()).toMatchObject({ valid: true, answers: 2 })
	})

	it('is never put to a guest, and a guest is in no list of it', async () => {
		policy()
		const guest = space.addAccount(newAccount('guest', { guest: true }))
		expect((await charters(guest)).host).toMatchObject({ asked: false })
		expect(app.pending(space, guest, settings)).toBeNull()
		expect((await status('host')).members.map(({ account }) => account)).toEqual(['ada'])
	})

	it('has its deadline from the day it is published in the space, and a new one with a new publication', async () => {
		policy({ mode: 'require', deadlineDays: 10 })
		const first = (await followed())!
		expect(first).toMatchObject({ mode: 'require', deadline: now + 10 * DAY, number: 1, kind: 'substantive' })
		now += 10 * DAY
		expect(await followed()).toEqual(first)
		expect(pending()).toMatchObject({ canWait: false })
		expect((await status('host')).counts).toMatchObject({ overdue: 1 })
		policy({ mode: 'require', deadlineDays: 20 })
		expect(await followed()).toMatchObject({ number: 2, kind: 'editorial', asks: first.id, deadline: now + 20 * DAY })
		expect(pending()).toMatchObject({ canWait: true })
	})

	it('has numbers of its own beside the association\'s', async () => {
		await publish()
		policy()
		await followed()
		await publish()
		policy({ texts: { en: text } })
		await followed()
		expect(of('association').map(({ id, number }) => [id, number])).toEqual([[1, 1], [3, 2]])
		expect(of('host').map(({ id, number }) => [id, number])).toEqual([[2, 1], [4, 2]])
	})

	it('mails and notices name the host; they are over when it is withdrawn', async () => {
		await publish({ mode: 'inform' })
		policy({ mode: 'inform' })
		const { id } = (await followed())!
		const say = () => notifications(space).map((note) => app.notification?.(space, note, english)?.subject)
		expect(say()).toEqual(['Les Amis du Lac has a new charter', 'Les Hébergeuses has a new charter'])
		expect(await remind(id)).toEqual({ sent: 1, skipped: 0 })
		const mail = () => app.mail?.(space, mails(space)[0]!, english)
		expect(mail()).toMatchObject({ subject: 'Your answer to the charter of Les Hébergeuses is still missing', heading: 'The host\'s charter' })
		host = { charter: null }
		await followed()
		expect(say()).toEqual(['Les Amis du Lac has a new charter'])
		expect(mail()).toBeNull()
	})

	it('reminds nobody twice within a day, whosever charter it is', async () => {
		const ours = await publish()
		policy()
		const theirs = (await followed())!
		expect(await remind(ours.id)).toEqual({ sent: 1, skipped: 0 })
		expect(await remind(theirs.id)).toEqual({ sent: 0, skipped: 1 })
		now += DAY
		expect(await remind(theirs.id)).toEqual({ sent: 1, skipped: 0 })
	})

	it('is withdrawn when the space switches it off, and the same again when it comes back', async () => {
		policy()
		const version = (await followed())!
		const given = await answer(version)
		const off = { ...call(), settings: { ...settings, hostCharter: false } }
		expect(await app.handlers['GET /api/v1/charter']({ ...off, body: {} })).toEqual({ association: null, host: null })
		await expect((async () => app.handlers['POST /api/v1/later']({ ...off, body: { version: version.id } }))()).rejects.toThrow('withdrawn')
		expect((await app.handlers['GET /api/v1/history']({ ...off, body: {} })).versions).toMatchObject([{ owner: 'host', inForce: false }])
		expect((await charters()).host).toMatchObject({ version, answer: given })
		expect(pending()).toBeNull()
	})
})

describe('what somebody brought along', () => {
	const row: BroughtAnswer = { space: 'https://cloud.example', association: 'Le Fournil', owner: 'association', ownerName: '', number: 2, title: 'La charte', language: 'fr', textHash: 'a'.repeat(64), choice: 'accepted', reason: '', at: 1_700_000_000, hash: 'b'.repeat(64) }

	it('is shown to them, counts for nothing, and goes with the account', async () => {
		await publish()
		space.rows<object>(contract.app, 'brought').push({ account: 'ada', answers: [row] }, { account: 'ben', answers: [] })
		expect(await app.handlers['GET /api/v1/answers']({ ...call(), body: {} })).toEqual({ answers: [], brought: [row] })
		expect((await status()).counts).toEqual({ accepted: 0, declined: 0, waiting: 1, overdue: 0 })
		app.accountDeleted?.(space, member)
		expect(space.rows(contract.app, 'brought')).toEqual([{ account: 'ben', answers: [] }])
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
		const { owner, ownerName, kind, mode, deadline, audience, changeNote, asks, ...old } = version
		const { asks: counted, reason, ...oldAnswer } = space.rows<Answer & { asks: number, reason: string }>(contract.app, 'answers')[0]!
		space.rows<object>(contract.app, 'versions').splice(0, 1, old)
		space.rows<object>(contract.app, 'answers').splice(0, 1, oldAnswer)
		space.setAppValue(contract.app, 'shown', undefined)
		app.upgrade?.(space)
		expect(space.rows(contract.app, 'versions')).toEqual([{ ...old, owner, ownerName, kind, mode, deadline, audience, changeNote, asks }])
		expect(space.rows(contract.app, 'answers')).toEqual([{ ...oldAnswer, asks: counted, reason }])
		expect(pending()).toBeNull()
		expect((await status()).counts.accepted).toBe(1)
		app.upgrade?.(space)
		expect(await verification()).toMatchObject({ valid: true, answers: 1 })
	})
})

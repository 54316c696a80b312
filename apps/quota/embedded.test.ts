// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: time going by, mails, the history, and what a check of everybody's storage writes. */

import type { Account } from '@ensemble/space/embedding'

import { mails, notifications } from '@ensemble/space/messages'
import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { EmbeddedSpace } from '@ensemble/space/state'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import app from './embedded.ts'
import { ownDays, poolDays, states } from './embedded/store.ts'

const MB = 1024 ** 2
const DAY = 86_400
const HOUR = 3600
/** A Thursday at noon in Paris: the weekly mail is far away. */
const NOON = Date.UTC(2026, 10, 26, 11) / 1000

let now: number
let space: EmbeddedSpace
let member: Account
let settings = contract.settings.parse({})
beforeEach(() => {
	now = NOON
	settings = contract.settings.parse({})
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '10 MB', now: () => now })
	member = space.addAccount(newAccount('ada', { firstLogin: 1, email: 'ada@example.org' }))
	space.addAccount(newAccount('boss', { firstLogin: 1, admin: true, groups: ['admin'], quota: 'none', email: 'boss@example.org' }))
})

const keep = (path: string, megabytes: number, account = 'ada') => space.files(account).push({ path, size: Math.ceil(megabytes * MB), mtime: now, uploaded: true })
/** What the association has chosen. */
function choose(choice: Partial<typeof settings>) {
	settings = contract.settings.parse(choice)
	space.setAppValue(contract.app, 'settings', choice)
}
const check = () => app.jobs?.CheckStorage?.(space, settings, {})
const dismiss = (level: number, about: 'mine' | 'space' = 'mine') => app.handlers['POST /api/v1/dismissals']({ space, account: member, params: {}, settings, host: {}, body: { level, about }, fail: (code) => new Error(code) })
const pending = (account = member) => app.pending(space, account, settings)
const text = (sentence: string, vars: Record<string, number | string> = {}) => (/^_(.*)_::_/.exec(sentence)?.[1] ?? sentence).replace(/\{(\w+)\}/g, (_, name: string) => String(vars[name]))
const told = (account = 'ada') => notifications(space).filter((row) => row.account === account).map((row) => app.notification?.(space, row, text))
const written = (account = 'ada') => mails(space).filter((row) => row.account === account).map((row) => app.mail?.(space, row, text))

describe('the banner', () => {
	it('waits for the check of everybody\'s storage', () => {
		keep('files/a', 9)
		expect(pending()).toBeNull()
		check()
		expect(pending()).toEqual({ mine: { level: 90, files: 9 * MB, trash: 0, versions: 0, quota: 10 * MB }, space: null, repeatDays: 7, contact: '', advice: '' })
	})

	it('counts files only, and tells trash and versions apart', () => {
		keep('files/a', 9)
		keep('files_trashbin/files/b.d1', 5)
		keep('files_trashbin/versions/b.v1.d1', 1)
		keep('files_versions/a.v1', 3)
		check()
		expect(pending()).toMatchObject({ mine: { level: 90, files: 9 * MB, trash: 6 * MB, versions: 3 * MB } })
	})

	it('comes back after the days set, not a second earlier', async () => {
		keep('files/a', 9)
		check()
		const { until } = await dismiss(90)
		expect(until).toBe(now + 7 * DAY)
		now = until - 1
		expect(pending()).toBeNull()
		now = until
		expect(pending()).toMatchObject({ mine: { level: 90 } })
	})

	it('is not for guests, nor for who has never logged in', () => {
		for (const [id, given] of [['guest', { guest: true, firstLogin: 1 }], ['newcomer', {}]] as const) {
			const account = space.addAccount(newAccount(id, given))
			keep('files/a', 9.9, id)
			check()
			expect(pending(account)).toBeNull()
			expect(told(id)).toEqual([])
		}
	})

	it('about the space holds the numbers of one run a day', () => {
		choose({ pool: 10 * MB })
		keep('files/a', 9.6, 'boss')
		check()
		expect(pending()).toMatchObject({ mine: null, space: { level: 95, used: Math.ceil(9.6 * MB) } })
		keep('files/b', 0.1, 'boss')
		now += HOUR
		check()
		expect(pending()).toMatchObject({ space: { used: Math.ceil(9.6 * MB) } })
		now += DAY
		check()
		expect(pending()).toMatchObject({ space: { used: space.files('boss').reduce((sum, { size }) => sum + size, 0) } })
	})
})

describe('notices', () => {
	it('say how much of how much, and open the own storage', () => {
		keep('files/a', 9.7)
		check()
		expect(told()).toEqual([{ subject: 'Your storage is 97% full', message: '9.7 MB of 10 MB are in use.', link: '/index.php/apps/ensemble_quota/', buttons: [{ label: 'See my storage', link: '/index.php/apps/ensemble_quota/' }] }])
		expect(written()).toEqual([{
			subject: 'Your storage in Les Amis du Lac is 97% full',
			heading: '9.7 MB of 10 MB are in use',
			body: ['Your files take 9.7 MB of the 10 MB you may keep. When it is full, nothing new can be saved; what is there stays.'],
			button: { label: 'See what takes the room', link: '/index.php/apps/ensemble_quota/' },
		}])
		keep('files_trashbin/files/b.d1', 2)
		choose({ contact: 'Marie', advice: { en: 'Empty the bin.' } })
		expect(written()[0]?.body.slice(1)).toEqual([
			'Besides, your deleted files take 2 MB and old versions of your files 0 B. They do not count towards your limit, but take room in the space that all members share.',
			'Empty the bin.',
			'Do you need more room? Ask Marie.',
		])
	})

	it('wait for the end of quiet hours', () => {
		now = NOON + 11 * HOUR
		keep('files/a', 9.7)
		check()
		expect([told(), written()]).toEqual([[], []])
		now = NOON + 18 * HOUR
		check()
		expect([told().length, written().length]).toEqual([0, 0])
		now = NOON + 19 * HOUR
		check()
		expect([told().length, written().length]).toEqual([1, 1])
	})

	it('come again after the days set: one notification in place of the other, one more mail', () => {
		keep('files/a', 9.7)
		check()
		now += 7 * DAY - HOUR
		check()
		expect([told().length, written().length]).toEqual([1, 1])
		now += HOUR
		check()
		expect([told().length, written().length]).toEqual([1, 2])
	})

	it('go when there is room again, and do not come back for going to and fro', () => {
		keep('files/a', 9.7)
		check()
		space.files('ada').splice(0)
		check()
		expect([told(), written().length, states(space).map(({ level }) => level)]).toEqual([[], 1, [null]])
		keep('files/a', 9.7)
		now += DAY
		check()
		expect([told(), written().length]).toEqual([[], 1])
		space.files('ada').splice(0)
		now += 6 * DAY
		check()
		expect(states(space)).toEqual([])
		keep('files/a', 9.7)
		check()
		expect([told().length, written().length]).toEqual([1, 2])
	})

	it('send no mail to who has no address, or wants none', () => {
		member.email = ''
		keep('files/a', 9.7)
		check()
		expect([told().length, written().length]).toEqual([1, 0])
		member.email = 'ada@example.org'
		space.setUserValue('ada', contract.app, 'preferences', { mail: false, from: null })
		now += 7 * DAY
		check()
		expect([told().length, written().length]).toEqual([1, 0])
	})

	it('tell admins before the accounts run out', () => {
		choose({ accountCap: 2 })
		check()
		expect(told('boss').map((words) => words?.subject)).toEqual(['Almost all accounts of this space are taken'])
		expect(written('boss')).toHaveLength(1)
		expect(told()).toEqual([])
	})
})

describe('the weekly mail', () => {
	const MONDAY = NOON + 4 * DAY - 4 * HOUR
	it('tells admins what there is to tell, once a week', () => {
		choose({ pool: 10 * MB, quietHours: { from: 0, to: 0 } })
		keep('files/a', 9.7)
		now = MONDAY - 1
		check()
		const before = written('boss').length
		now = MONDAY
		check()
		check()
		now += HOUR
		check()
		const [digest, ...more] = written('boss').slice(before)
		expect(more).toEqual([])
		expect(digest).toMatchObject({ subject: 'The storage of Les Amis du Lac this week', body: ['9.7 MB of 10 MB are in use, which is 97%.', 'One member has passed a level of their own storage.'] })
		now = MONDAY + 7 * DAY
		check()
		expect(written('boss').filter((mail) => mail?.subject === digest!.subject)).toHaveLength(2)
	})

	it('is not sent where there is nothing to tell, or on no day', () => {
		now = MONDAY
		check()
		expect(mails(space)).toEqual([])
		choose({ digestDay: 0 })
		keep('files/a', 9.7)
		now = MONDAY + 7 * DAY
		check()
		expect(written('boss')).toEqual([])
	})
})

describe('the history', () => {
	it('has one row a day for the space, and one for an account where something has changed', () => {
		keep('files/a', 1)
		for (let hour = 0; hour < 5 * 24; hour++) {
			if (hour === 30) {
				keep('files/b', 1)
			}
			check()
			now += HOUR
		}
		const first = Math.floor(NOON / DAY)
		// From noon on, five days of hours touch six dates.
		expect(poolDays(space).map(({ day, files }) => [day - first, files / MB])).toEqual([[0, 1], [1, 1], [2, 2], [3, 2], [4, 2], [5, 2]])
		expect(ownDays(space).filter(({ account }) => account === 'ada').map(({ day, files }) => [day - first, files / MB])).toEqual([[0, 1], [2, 2]])
	})

	it('leaves days without a run out, and grows thinner with age', () => {
		for (const days of [0, 1, 5]) {
			now = NOON + days * DAY
			check()
		}
		expect(poolDays(space)).toHaveLength(3)
		for (let day = 6; day < 500; day++) {
			now = NOON + day * DAY
			check()
		}
		expect(poolDays(space).length).toBeLessThanOrEqual(112)
		expect(poolDays(space).length).toBeGreaterThan(105)
		// Nothing has changed in the account: its first row still holds.
		expect(ownDays(space).filter(({ account }) => account === 'ada')).toHaveLength(1)
	})

	it('goes with the account', () => {
		check()
		app.accountDeleted?.(space, member)
		expect(ownDays(space).filter(({ account }) => account === 'ada')).toEqual([])
	})
})

it('brings values of 0.1.0 to the form of today', async () => {
	space.setUserValue('ada', contract.app, 'notice', { level: 90, files: 9, trash: 0, versions: 0, quota: 10 })
	app.upgrade?.(space)
	app.upgrade?.(space)
	expect(pending()).toMatchObject({ mine: { level: 90, files: 9 }, space: null })
	space.setUserValue('ada', contract.app, 'dismissed', { level: 90, until: now + 1 })
	app.upgrade?.(space)
	expect(pending()).toBeNull()
})

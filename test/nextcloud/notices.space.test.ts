// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who hears of the space as a whole: its storage, its accounts, its week. */

import type { Mailbox } from './mailbox.ts'
import type { Bell } from './storage.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromEnvironment } from './connection.ts'
import { openMailbox } from './mailbox.ts'
import { ocs, PASSWORD, upload } from './people.ts'
import { bells, bellsOf, check, checksAtOnce, fill, notice, quota, subject, tryCheck, tryQuota, withSettings } from './storage.ts'

const server = fromEnvironment
const HOUR = 3600
const DAY = 24 * HOUR
/** Noon (UTC) some weeks ago: the clock of a test starts there, so that none ever runs ahead of the real one. */
const NOON = (Math.floor(Date.now() / 1000 / DAY) - 60) * DAY + 12 * HOUR
const ADMIN_MAIL = 'admin@example.org'

let mailbox: Mailbox

const setAdminMail = (value: string) => ocs(server(), server().admin, 'PUT', 'cloud/users/admin', { key: 'email', value })

beforeAll(async () => {
	mailbox = await openMailbox(server())
	await setAdminMail(ADMIN_MAIL)
	// Today's history is kept, so that no run by an older clock adds to it.
	await check(server())
	await tryCheck(server(), { forget: ['accounts', 'space'] })
})

afterAll(async () => {
	await setAdminMail('')
	await mailbox.close()
})

const adminBells = async (about: string) => (await bells(server(), server().admin)).filter((bell: Bell) => bell.object_type === about)
const adminMails = () => mailbox.of(ADMIN_MAIL)

async function used(): Promise<number> {
	const { total: { files, trash, versions, team, other } } = await quota(server(), 'GET /api/v1/usage')
	return files + trash + versions + team + other
}

describe('the storage that all members share', () => {
	/** Makes the pool so large that so much of it is in use. */
	const at = async (percent: number) => ({ pool: Math.floor(await used() * 100 / percent) })

	it('is told to admins first and then to everybody, and taken back when it is over', async () => {
		const who = await subject(server(), 'sharing')
		await fill(server(), who.id, 20)
		await withSettings(server(), await at(91), async () => {
			await check(server(), NOON)
			expect(await notice(server(), 'admin')).toMatchObject({ mine: null, space: { level: 90 } })
			expect(await adminBells('space')).toEqual([expect.objectContaining({ link: expect.stringMatching(/\/settings\/admin\/ensemble#storage$/) as string })])
			expect([await notice(server(), who.id), await bellsOf(server(), who), adminMails().length]).toEqual([null, [], 0])
		})
		const mailsBefore = mailbox.of(who.mail).length
		const { pool } = await at(96)
		await withSettings(server(), { pool }, async () => {
			await check(server(), NOON + HOUR)
			const first = await notice(server(), who.id)
			expect(first).toEqual({ mine: null, space: { level: 95, used: await used(), pool } })
			const bell = expect.objectContaining({ object_type: 'space', link: expect.stringMatching(/\/apps\/ensemble_quota\/$/) as string }) as Bell
			expect(await bellsOf(server(), who)).toEqual([bell])
			expect(mailbox.of(who.mail).length).toBe(mailsBefore + 1)
			expect(mailbox.of(who.mail).at(-1)?.subject).toMatch(/ is 9[56]% full$/)
			expect(adminMails().at(-1)?.text).toContain('/settings/admin/ensemble#storage')

			// Not every byte writes to everybody, but after a day the numbers are new.
			await upload(server(), who.id, 'more.bin', 1000)
			expect((await check(server(), NOON + 2 * HOUR)).changed).toBe(0)
			expect(await notice(server(), who.id)).toEqual(first)
			await check(server(), NOON + 26 * HOUR)
			expect(await notice(server(), who.id)).toEqual({ mine: null, space: { level: 95, used: await used(), pool } })

			const as = `${who.id}:${PASSWORD}`
			const { until } = await quota(server(), 'POST /api/v1/dismissals', as, { level: 95, about: 'space' })
			expect(JSON.parse((await server().occ(['user:setting', who.id, 'ensemble_quota', 'dismissed'])).stdout)).toEqual({ space: { level: 95, until } })
		})
		await check(server(), NOON + 27 * HOUR)
		expect([await notice(server(), who.id), await bellsOf(server(), who), await notice(server(), 'admin'), await adminBells('space')]).toEqual([null, [], null, []])
	})

	it('is told to nobody whom the settings leave out', async () => {
		await withSettings(server(), { ...await at(99), poolAdminsFrom: 101, poolEveryoneFrom: 101 }, async () => {
			await check(server(), NOON + 30 * DAY)
			expect([await notice(server(), 'admin'), await adminBells('space')]).toEqual([null, []])
		})
	})
})

describe('the number of accounts', () => {
	it('is told to admins before nobody can be added', async () => {
		const who = await subject(server(), 'counted')
		const count = async () => (await quota(server(), 'GET /api/v1/usage')).total.accounts
		// With fewer there is no number of accounts between 90 and 100 %.
		for (let missing = 9 - await count(); missing > 0; missing--) {
			await subject(server(), 'counted')
		}
		const accounts = await count()
		const before = adminMails().length
		await withSettings(server(), { accountCap: Math.floor(accounts / 0.9) }, async () => {
			await check(server(), NOON)
			await check(server(), NOON + HOUR)
			expect((await adminBells('accounts')).map(({ message }) => message)).toEqual([expect.stringContaining(`${accounts} of ${Math.floor(accounts / 0.9)} accounts`)])
			expect(adminMails().slice(before).map(({ subject: line }) => line)).toEqual([expect.stringContaining(`${accounts} of ${Math.floor(accounts / 0.9)} accounts`)])
			expect([await bellsOf(server(), who), mailbox.of(who.mail)]).toEqual([[], []])
		})
		await withSettings(server(), { accountCap: accounts }, async () => {
			await check(server(), NOON + 2 * HOUR)
			expect(adminMails().length).toBe(before + 2)
		})
		await check(server(), NOON + 3 * HOUR)
		expect(await adminBells('accounts')).toEqual([])
	})
})

describe('the weekly mail to admins', () => {
	/** Monday, midnight (UTC), which is the time zone of the test server. */
	const MONDAY = NOON - 12 * HOUR - ((new Date(NOON * 1000).getUTCDay() + 6) % 7) * DAY

	it('comes once on its day from eight o\'clock, whoever looks at the same moment', async () => {
		const who = await subject(server(), 'weekly')
		await fill(server(), who.id, 81)
		const digests = () => adminMails().filter(({ subject: line }) => line.includes('this week')).length
		expect((await tryCheck(server(), { now: MONDAY + 8 * HOUR - 1, forget: ['digest'] })).code).toBe(0)
		expect(digests()).toBe(0)
		await checksAtOnce(server(), 3, MONDAY + 8 * HOUR)
		expect(digests()).toBe(1)
		expect(adminMails().at(-1)?.text).toMatch(/members? ha(s|ve) passed a level of their own storage/)
		expect(adminMails().at(-1)?.text).not.toContain(who.id)
		expect(adminMails().at(-1)?.text).not.toContain('()')
		expect(mailbox.of(who.mail)).toEqual([])
		await check(server(), MONDAY + 9 * HOUR)
		await check(server(), MONDAY + 2 * DAY)
		expect(digests()).toBe(1)

		// A day without cron: it comes on Tuesday. Three days without: no more.
		await check(server(), MONDAY + 8 * DAY + 3 * HOUR)
		expect(digests()).toBe(2)
		await check(server(), MONDAY + 17 * DAY)
		expect(digests()).toBe(2)
	})

	it('does not come when there is nothing to say, or on no day', async () => {
		const count = adminMails().length
		// What other tests left open.
		const { requests } = await quota(server(), 'GET /api/v1/requests')
		for (const { id } of requests.filter(({ state }) => state === 'open')) {
			await tryQuota(server(), `POST /api/v1/requests/${id}/decision`, server().admin, { decision: 'declined' })
		}
		await withSettings(server(), { levels: [100] }, async () => {
			await check(server(), MONDAY + 21 * DAY + 8 * HOUR)
		})
		await withSettings(server(), { digestDay: 0 }, async () => {
			await check(server(), MONDAY + 28 * DAY + 8 * HOUR)
		})
		expect(adminMails().slice(count).filter(({ subject: line }) => line.includes('this week'))).toEqual([])
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Members are told of their own storage in time, once, in their words, and by no two processes. */

import type { Mailbox } from './mailbox.ts'
import type { Subject } from './storage.ts'

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromEnvironment } from './connection.ts'
import { openMailbox } from './mailbox.ts'
import { createAccount, dav, logIn, ocs, open, PASSWORD, upload } from './people.ts'
import { must } from './process.ts'
import { newName } from './settle.ts'
import { bellsOf, check, checksAtOnce, fill, notice, quota, QUOTA, subject, tryCheck, tryQuota, withSettings } from './storage.ts'

const server = fromEnvironment
const HOUR = 3600
const DAY = 24 * HOUR
/** Noon (UTC) some weeks ago: the clock of a test starts there, so that none ever runs ahead of the real one. */
const NOON = (Math.floor(Date.now() / 1000 / DAY) - 60) * DAY + 12 * HOUR

let mailbox: Mailbox

beforeAll(async () => {
	mailbox = await openMailbox(server())
	// Today's history is kept, so that no run by an older clock adds to it.
	await check(server())
})

afterAll(async () => {
	await mailbox.close()
})

const mailsTo = (who: Subject) => mailbox.of(who.mail)
/** How many notifications there are now, and how many mails have come so far. */
const told = async (who: Subject) => [(await bellsOf(server(), who)).length, mailsTo(who).length]

describe('a member whose storage fills up', () => {
	it('sees a banner, then gets a notification, then a mail, each once, in their language', async () => {
		const who = await subject(server(), 'filling', { language: 'fr' })
		await fill(server(), who.id, 79)
		await check(server(), NOON)
		expect([await notice(server(), who.id), await told(who)]).toEqual([null, [0, 0]])

		await fill(server(), who.id, 81)
		await check(server(), NOON + HOUR)
		const { trash } = await quota(server(), 'GET /api/v1/mine', `${who.id}:${PASSWORD}`)
		expect([await notice(server(), who.id), await told(who)]).toEqual([{ mine: { level: 80, files: Math.ceil(QUOTA * 0.81), trash, versions: 0, quota: QUOTA }, space: null }, [0, 0]])

		await fill(server(), who.id, 91)
		await check(server(), NOON + 2 * HOUR)
		expect(await notice(server(), who.id)).toMatchObject({ mine: { level: 90 } })
		const link = expect.stringMatching(/\/apps\/ensemble_quota\/$/)
		expect(await bellsOf(server(), who)).toEqual([expect.objectContaining({ object_type: 'mine', link, actions: [expect.objectContaining({ type: 'WEB', link })] })])
		const [bell] = await bellsOf(server(), who)
		expect(`${bell?.subject} ${bell?.message}`).toMatch(/91[\s ]%.*9,1[\s ]Mo.*10[\s ]Mo/)
		expect(mailsTo(who)).toEqual([])

		await fill(server(), who.id, 96)
		await check(server(), NOON + 3 * HOUR)
		await check(server(), NOON + 4 * HOUR)
		expect(await told(who)).toEqual([1, 1])
		const [mail] = mailsTo(who)
		expect(mail?.subject).toMatch(/96[\s ]%/)
		for (const body of [mail?.text, mail?.html]) {
			expect(body).toMatch(/9,6[\s ]Mo/)
			expect(body).toMatch(/10[\s ]Mo/)
		}
		// One button: where to see what takes the room.
		expect(mail?.html.match(/<a [^>]*href="[^"]*\/apps\/ensemble_quota\/"/g)).toHaveLength(1)
		expect(mail?.text).toContain(`${server().baseUrl}/apps/ensemble_quota/`)
	})

	it('is told again every seven days while it lasts, and not when it goes to and fro', async () => {
		const who = await subject(server(), 'lasting')
		await fill(server(), who.id, 96)
		await check(server(), NOON)
		await check(server(), NOON + 7 * DAY - HOUR)
		expect(mailsTo(who).length).toBe(1)
		await check(server(), NOON + 7 * DAY)
		expect(await told(who)).toEqual([1, 2])

		// 93 % is within three points of 95: that level is not over.
		await fill(server(), who.id, 93)
		await check(server(), NOON + 8 * DAY)
		await fill(server(), who.id, 96)
		await check(server(), NOON + 9 * DAY)
		expect(await told(who)).toEqual([1, 2])

		// After a month without cron it goes on where it was.
		await check(server(), NOON + 40 * DAY)
		expect(await told(who)).toEqual([1, 3])
	})

	it('is left alone again when there is room, and after the days without a trace', async () => {
		const who = await subject(server(), 'relieved')
		await fill(server(), who.id, 96)
		await check(server(), NOON)
		expect(await told(who)).toEqual([1, 1])
		await fill(server(), who.id, 50)
		await check(server(), NOON + HOUR)
		expect([await notice(server(), who.id), await told(who), await rowsOf(who.id)]).toEqual([null, [0, 1], [expect.objectContaining({ level: null, told_level: 95 })]])

		// Filled again within the days: the banner is back, but the same is not told twice.
		await fill(server(), who.id, 96)
		await check(server(), NOON + 2 * HOUR)
		expect([await notice(server(), who.id), await told(who)]).toMatchObject([{ mine: { level: 95 } }, [0, 1]])
		await fill(server(), who.id, 50)
		await check(server(), NOON + 3 * HOUR)
		await check(server(), NOON + 7 * DAY)
		expect([await notice(server(), who.id), await rowsOf(who.id)]).toEqual([null, []])
		await fill(server(), who.id, 96)
		await check(server(), NOON + 7 * DAY + HOUR)
		expect(await told(who)).toEqual([1, 2])
	})

	it('is told of a higher level within the days, though all was cleared out in between', async () => {
		const who = await subject(server(), 'refilling')
		await fill(server(), who.id, 91)
		await check(server(), NOON)
		await fill(server(), who.id, 50)
		await check(server(), NOON + HOUR)
		await fill(server(), who.id, 96)
		await check(server(), NOON + 2 * HOUR)
		expect(await told(who)).toEqual([1, 1])
	})

	it('is not disturbed at night, where they live, but in the morning', async () => {
		const who = await subject(server(), 'sleeping')
		await server().occ(['user:setting', who.id, 'core', 'timezone', 'Pacific/Auckland'])
		await fill(server(), who.id, 96)
		// Midnight or one in the morning there.
		await check(server(), NOON)
		expect(await notice(server(), who.id)).toMatchObject({ mine: { level: 95 } })
		expect(await told(who)).toEqual([0, 0])
		await check(server(), NOON + 8 * HOUR)
		expect(await told(who)).toEqual([1, 1])
	})

	it('hears what they chose to hear', async () => {
		const quiet = await subject(server(), 'choosing')
		const later = await subject(server(), 'choosing')
		const as = (who: Subject) => `${who.id}:${PASSWORD}`
		expect(await quota(server(), 'PUT /api/v1/preferences', as(quiet), { mail: false, from: null })).toEqual({ mail: false, from: null, levels: [80, 90, 95], mayChoose: true })
		await quota(server(), 'PUT /api/v1/preferences', as(later), { mail: true, from: 95 })
		await fill(server(), quiet.id, 96)
		await fill(server(), later.id, 91)
		await check(server(), NOON)
		expect([await told(quiet), await told(later), await notice(server(), later.id), await rowsOf(later.id)]).toEqual([[1, 0], [0, 0], null, []])
		await fill(server(), later.id, 96)
		await check(server(), NOON + HOUR)
		expect([await told(later), await notice(server(), later.id)]).toMatchObject([[1, 1], { mine: { level: 95 } }])

		await withSettings(server(), { membersChoose: false }, async () => {
			expect((await tryQuota(server(), 'PUT /api/v1/preferences', as(quiet), { mail: true, from: null })).status).toBe(403)
			expect(await quota(server(), 'GET /api/v1/preferences', as(quiet))).toMatchObject({ mail: true, from: null, mayChoose: false })
			await check(server(), NOON + 7 * DAY)
		})
		expect(await told(quiet)).toEqual([1, 1])
		expect(await quota(server(), 'GET /api/v1/preferences', as(quiet))).toMatchObject({ mail: false, mayChoose: true })
	})

	it('finds it on every page, and closes it until the next level or for seven days', async () => {
		const who = await subject(server(), 'closing', { language: 'fr' })
		const as = `${who.id}:${PASSWORD}`
		await fill(server(), who.id, 81)
		await server().runJobs()
		const cookie = await logIn(server(), who.id)
		const carried = async () => {
			const { html } = await open(server(), '/apps/files/', cookie)
			const state = /id="initial-state-ensemble_quota-pending" value="([^"]+)"/.exec(html)?.[1]
			return state === undefined ? null : JSON.parse(Buffer.from(state, 'base64').toString()) as unknown
		}
		const pending = { mine: { level: 80, files: Math.ceil(QUOTA * 0.81), trash: 0, versions: 0, quota: QUOTA }, space: null, repeatDays: 7, contact: 'The office', advice: 'Triez vos photos.' }
		await withSettings(server(), { contact: 'The office', advice: { fr: 'Triez vos photos.', en: 'Sort your photos.' } }, async () => {
			expect(await carried()).toEqual(pending)
		})
		// As 0.1.0 kept both.
		await store(who, 'notice', pending.mine)
		expect(await carried()).toEqual({ ...pending, contact: '', advice: '' })
		expect(await tryQuota(server(), 'POST /api/v1/dismissals', as, { level: 80, about: 'space' })).toMatchObject({ status: 409, data: { error: 'not_warned' } })
		expect(await tryQuota(server(), 'POST /api/v1/dismissals', as, { level: 90 })).toMatchObject({ status: 409 })
		const { until } = await quota(server(), 'POST /api/v1/dismissals', as, { level: 80 })
		expect(Math.abs(until - Date.now() / 1000 - 7 * DAY)).toBeLessThan(60)
		expect(JSON.parse((await server().occ(['user:setting', who.id, 'ensemble_quota', 'dismissed'])).stdout)).toEqual({ mine: { level: 80, until } })
		expect(await carried()).toBeNull()
		await store(who, 'dismissed', { level: 80, until: 1 })
		expect(await carried()).toMatchObject({ mine: pending.mine })
	})
})

describe('who is not told', () => {
	it('are disabled accounts, and those who were never here', async () => {
		const disabled = await subject(server(), 'disabled')
		await fill(server(), disabled.id, 96)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${disabled.id}/disable`)
		const absent = newName('absent')
		await createAccount(server(), absent, '10 MB')
		const { sent } = await sending(() => check(server(), NOON))
		expect(sent).not.toContain(disabled.mail)
		expect([await notice(server(), disabled.id), await rowsOf(disabled.id), await rowsOf(absent)]).toEqual([null, [], []])

		await ocs(server(), server().admin, 'PUT', `cloud/users/${disabled.id}/enable`)
		await check(server(), NOON + HOUR)
		expect(await told(disabled)).toEqual([1, 1])
		await ocs(server(), server().admin, 'PUT', `cloud/users/${disabled.id}/disable`)
		await check(server(), NOON + 2 * HOUR)
		expect([await notice(server(), disabled.id), await rowsOf(disabled.id)]).toEqual([null, [expect.objectContaining({ level: null })]])
		await ocs(server(), server().admin, 'PUT', `cloud/users/${disabled.id}/enable`)
		await check(server(), NOON + 3 * HOUR)
		expect([await notice(server(), disabled.id), mailsTo(disabled).length]).toMatchObject([{ mine: { level: 95 } }, 1])
	})

	it('are guests', async () => {
		const guest = `guest-${Date.now()}`
		const app = await standIn('guests', 'Guests', `<?php
namespace OCA\\Guests\\AppInfo;
class Application extends \\OCP\\AppFramework\\App implements \\OCP\\AppFramework\\Bootstrap\\IBootstrap {
	public function __construct() { parent::__construct('guests'); }
	public function register(\\OCP\\AppFramework\\Bootstrap\\IRegistrationContext $context): void {}
	public function boot(\\OCP\\AppFramework\\Bootstrap\\IBootContext $context): void {
		$context->injectFn(fn (\\OCP\\IUserManager $users) => $users->registerBackend(new class extends \\OCP\\User\\Backend\\ABackend implements \\OCP\\User\\Backend\\ICheckPasswordBackend {
			public function getBackendName() { return 'Guests'; }
			public function checkPassword(string $name, string $password) { return $name === '${guest}' && $password === '${PASSWORD}' ? $name : false; }
			public function deleteUser($name) { return true; }
			public function getUsers($search = '', $limit = null, $offset = null) { return ['${guest}']; }
			public function userExists($name) { return $name === '${guest}'; }
			public function getDisplayName($name) { return 'A guest'; }
			public function getDisplayNames($search = '', $limit = null, $offset = null) { return ['${guest}' => 'A guest']; }
			public function hasUserListings() { return true; }
		}));
	}
}
`)
		try {
			expect((await server().occ(['app:enable', 'guests'])).code).toBe(0)
			await server().occ(['user:setting', guest, 'files', 'quota', '10 MB'])
			await dav(server(), guest, 'PROPFIND', '', undefined, { depth: '0' })
			await fill(server(), guest, 96)
			expect(await quota(server(), 'GET /api/v1/mine', `${guest}:${PASSWORD}`)).toMatchObject({ level: 95 })
			const before = (await quota(server(), 'GET /api/v1/usage')).total.accounts
			await check(server(), NOON)
			expect([await notice(server(), guest), await rowsOf(guest), await bellsOf(server(), { id: guest, mail: '' })]).toEqual([null, [], []])
			await createAccount(server(), newName('member'))
			expect((await quota(server(), 'GET /api/v1/usage')).total.accounts).toBe(before + 1)
		} finally {
			expect((await server().occ(['user:setting', guest, 'files', 'quota', '--delete'])).code).toBe(0)
			await server().occ(['app:disable', 'guests'])
			await must('rm', ['-r', app])
		}
	})

	it('are accounts disabled between the decision and the mail', async () => {
		const who = await subject(server(), 'leaving')
		await fill(server(), who.id, 96)
		const { code } = await tryCheck(server(), { now: NOON, die: 'notification' })
		expect(code).not.toBe(0)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${who.id}/disable`)
		await check(server(), NOON + 8 * DAY)
		expect(mailsTo(who)).toEqual([])
	})

	it('by mail are those without an address, who get the notification', async () => {
		const who = await subject(server(), 'unreachable', { unreachable: true })
		await fill(server(), who.id, 96)
		const { failed } = await sending(() => check(server(), NOON))
		expect([await told(who), failed]).toEqual([[1, 0], 0])
	})

	it.each(['none', '0 B', '4 MB'])('are those with a quota of %s', async (stored) => {
		const who = await subject(server(), 'unlimited', { quota: stored })
		if (stored !== '0 B') {
			await upload(server(), who.id, 'fill.bin', 4 * 1024 ** 2 - 100)
		}
		await check(server(), NOON)
		expect([await notice(server(), who.id), await told(who), await rowsOf(who.id)]).toEqual([null, [0, 0], []])
		const { percent } = await quota(server(), 'GET /api/v1/mine', `${who.id}:${PASSWORD}`)
		expect(percent === null || percent > 95).toBe(true)
	})

	it('by notification or mail are those whom quota_warning tells', async () => {
		const app = await standIn('quota_warning', 'QuotaWarning')
		const who = await subject(server(), 'neighbour')
		await fill(server(), who.id, 96)
		try {
			expect((await server().occ(['app:enable', 'quota_warning'])).code).toBe(0)
			await check(server(), NOON)
			expect([await notice(server(), who.id), await told(who)]).toMatchObject([{ mine: { level: 95 } }, [0, 0]])
			const group = newName('warned')
			await ocs(server(), server().admin, 'POST', 'cloud/groups', { groupid: group })
			expect((await server().occ(['app:disable', 'quota_warning'])).code).toBe(0)
			expect((await server().occ(['app:enable', 'quota_warning', '--groups', group])).code).toBe(0)
			await check(server(), NOON + HOUR)
			expect(await told(who)).toEqual([1, 1])
		} finally {
			await server().occ(['app:disable', 'quota_warning'])
			await must('rm', ['-r', app])
		}
	})
})

describe('a notice is never given twice', () => {
	it('by four runs at the same moment', async () => {
		const people: Subject[] = []
		for (let n = 0; n < 6; n++) {
			const who = await subject(server(), 'at-once')
			await fill(server(), who.id, 96)
			people.push(who)
		}
		const runs = await checksAtOnce(server(), 4, NOON)
		console.log('four runs at once:', JSON.stringify(runs.map(({ notifications, mails }) => ({ notifications, mails }))))
		for (const who of people) {
			expect(await told(who)).toEqual([1, 1])
			expect(await notice(server(), who.id)).toMatchObject({ mine: { level: 95 } })
		}
		await check(server(), NOON + HOUR)
		expect(people.map((who) => mailsTo(who).length)).toEqual(people.map(() => 1))
	}, 180_000)

	it('after the process was killed between keeping and sending', async () => {
		const who = await subject(server(), 'killed')
		await fill(server(), who.id, 96)
		const killed = await tryCheck(server(), { now: NOON, die: 'notification' })
		expect([killed.code, killed.stdout]).toEqual([-1, ''])
		expect(await rowsOf(who.id)).toMatchObject([{ about: 'mine', level: 95, told_level: 95, told_at: NOON }])
		await check(server(), NOON + HOUR)
		await check(server(), NOON + 6 * DAY)
		expect(await told(who)).toEqual([0, 0])
		// It is not lost for ever.
		await check(server(), NOON + 7 * DAY)
		expect(await told(who)).toEqual([1, 1])
	})

	it('after the process was killed while it sent mails', async () => {
		const who = await subject(server(), 'killed')
		await fill(server(), who.id, 96)
		expect((await tryCheck(server(), { now: NOON, die: 'mail' })).code).toBe(-1)
		expect(await told(who)).toEqual([1, 0])
		await check(server(), NOON + HOUR)
		expect(await told(who)).toEqual([1, 0])
		await check(server(), NOON + 7 * DAY)
		expect(await told(who)).toEqual([1, 1])
	})
})

describe('a deleted account', () => {
	it('leaves nothing', async () => {
		const who = await subject(server(), 'deleted')
		await fill(server(), who.id, 96)
		await check(server(), NOON)
		await quota(server(), 'PUT /api/v1/preferences', `${who.id}:${PASSWORD}`, { mail: false, from: null })
		await quota(server(), 'POST /api/v1/requests', `${who.id}:${PASSWORD}`, { wanted: 2 * QUOTA, sentence: 'Please.' })
		expect([(await rowsOf(who.id)).length, (await rowsOf(who.id, 'requests')).length]).toEqual([1, 1])
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${who.id}`)
		for (const table of ['states', 'requests', 'days']) {
			expect(await rowsOf(who.id, table), table).toEqual([])
		}
		const { stdout } = await server().occ(['user:setting', who.id, 'ensemble_quota', '--ignore-missing-user'])
		expect(stdout).not.toContain('notice')
		await check(server(), NOON + 8 * DAY)
		expect([mailsTo(who).length, await rowsOf(who.id)]).toEqual([1, []])
	})
})

/** Writes a value of an account, whatever type it had. */
async function store({ id }: Subject, key: string, value: object): Promise<void> {
	await server().occ(['user:setting', id, 'ensemble_quota', key, '--delete'])
	expect((await server().occ(['user:setting', id, 'ensemble_quota', key, JSON.stringify(value)])).code).toBe(0)
}

/**
 * Puts an app in the place of another one that tests cannot have.
 *
 * @return its folder
 */
async function standIn(id: string, namespace: string, application?: string): Promise<string> {
	const app = join(server().root, 'apps-ensemble', id)
	await must('mkdir', ['-p', join(app, 'appinfo'), join(app, 'lib', 'AppInfo')])
	await writeFile(join(app, 'appinfo', 'info.xml'), `<?xml version="1.0"?><info><id>${id}</id><name>${namespace}</name><summary>Stand-in</summary><description>Stand-in</description><version>1.0.0</version><licence>agpl</licence><author>Test</author><namespace>${namespace}</namespace><category>files</category>${application === undefined ? '' : '<types><authentication/></types>'}<bugs>https://example.org</bugs><dependencies><nextcloud min-version="32" max-version="36"/></dependencies></info>`)
	if (application !== undefined) {
		await writeFile(join(app, 'lib', 'AppInfo', 'Application.php'), application)
	}
	return app
}

/** The rows of an account in a table of ours. */
async function rowsOf(account: string, table = 'states'): Promise<Array<Record<string, unknown>>> {
	const rows = JSON.parse(await must('sh', ['-c', `${server().rowsCommand} ens_quota_${table}`])) as Array<Record<string, unknown>>
	return rows.filter((row) => row.account === account)
}

/** To whom mails went while something ran, and how many could not be sent. */
async function sending(work: () => Promise<unknown>): Promise<{ sent: string[], failed: number }> {
	const problems = server().logProblems().length
	const before = mailbox.all().length
	await work()
	return { sent: mailbox.all().slice(before).map(({ to }) => to), failed: server().logProblems().length - problems }
}

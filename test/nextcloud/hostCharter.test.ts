// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host's charter by the fleet's policy, where only a real Nextcloud can tell: many at once, pages, jobs, notifications, the command line. */

import type { PendingCharter, Version } from '../../apps/charter/contract.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/charter/contract.ts'
import { answer, charter, publish, status } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, logIn, ocs, open, PASSWORD } from './people.ts'
import { HOST_CHARTER, setHostCharter, setPolicy } from './policy.ts'
import { queriesOf } from './queries.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
/** Requests at the same moment. */
const AT_ONCE = 50
/** Accounts made to see whether they cost anything. */
const MORE = Number(process.env.ENSEMBLE_CROWD ?? 40)

/** Other texts each time: this server has published some before. */
let texts = 0
function newTexts(): { fr: { title: string, summary: string[], body: string } } {
	return { fr: { ...HOST_CHARTER.texts.fr, title: `Ce que nous promettons, ${newName('')} ${texts++}` } }
}

const inForce = async () => (await charter(server(), 'GET /api/v1/charter')).host?.version ?? null
const ofHost = async () => (await charter(server(), 'GET /api/v1/versions')).versions.filter(({ owner }) => owner === 'host')

async function member(word: string): Promise<string> {
	const id = newName(word)
	await createAccount(server(), id)
	return id
}

/** Calls as a member; whatever the server says. */
function call(id: string, method: string, path: string, body?: object) {
	return ocs(server(), `${id}:${PASSWORD}`, method, `apps/${contract.app}/api/v1/${path}`, body)
}

const answerAs = (id: string, version: Version) => answer(server(), id, version, 'accepted')

/** Publishes new texts of the host and gives the version. */
async function publishHost(more: object = {}): Promise<Version> {
	await setHostCharter(server(), { texts: newTexts(), ...more })
	const version = await inForce()
	expect(version).not.toBeNull()
	return version!
}

afterAll(() => setPolicy(server(), null))

describe('a new policy', () => {
	it(`is published once when ${AT_ONCE} requests come at once`, async () => {
		const before = await ofHost()
		await setHostCharter(server(), { texts: newTexts() })
		const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => charter(server(), 'GET /api/v1/charter')))
		const after = await ofHost()
		expect(after.length).toBe(before.length + 1)
		expect(new Set(answers.map(({ host }) => host?.version.id))).toEqual(new Set([after[0]?.id]))
		expect(after[0]).toMatchObject({ owner: 'host', ownerName: HOST_CHARTER.name, inForce: true, number: before.length + 1 })
	}, 120_000)

	it('is published once while the association publishes too, and each counts its own', async () => {
		const before = await ofHost()
		await setHostCharter(server(), { texts: newTexts() })
		const [own] = await Promise.all([publish(server()), ...Array.from({ length: AT_ONCE }, () => charter(server(), 'GET /api/v1/charter'))])
		const { versions } = await charter(server(), 'GET /api/v1/versions')
		expect(versions.filter(({ owner }) => owner === 'host').length).toBe(before.length + 1)
		expect(versions.filter((version) => version.inForce).map(({ owner, id }) => [owner, id])).toEqual(expect.arrayContaining([['association', own.id], ['host', expect.any(Number)]]))
		for (const one of ['association', 'host']) {
			const numbers = versions.filter(({ owner }) => owner === one).map(({ number }) => number)
			expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers.length - index))
		}
	}, 120_000)

	it('after another one is another version; under the same texts it only mends', async () => {
		const first = await publishHost({ mode: 'ask', deadlineDays: 10 })
		const id = await member('two-policies')
		expect((await answerAs(id, first)).status).toBe(200)
		await setHostCharter(server(), { texts: first.texts, mode: 'require', deadlineDays: 20, name: 'Another name' })
		const mended = await inForce()
		expect(mended).toMatchObject({ kind: 'editorial', asks: first.id, number: first.number + 1, mode: 'require', ownerName: 'Another name', deadline: mended!.publishedAt + 20 * 86_400 })
		expect((await status(server(), 'host')).members.find(({ account }) => account === id)?.standing).toBe('accepted')
		const second = await publishHost({ kind: 'substantive', changeNote: { fr: 'Une phrase de plus.' } })
		expect(second).toMatchObject({ kind: 'substantive', asks: second.id, number: first.number + 2, changeNote: { fr: 'Une phrase de plus.' } })
		expect((await status(server(), 'host')).members.find(({ account }) => account === id)?.standing).toBe('waiting')
		expect((await answerAs(id, first)).data).toMatchObject({ error: 'replaced' })
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true })
	})

	it('that is wrong changes nothing', async () => {
		const version = await publishHost()
		await setPolicy(server(), { host: { charter: { ...HOST_CHARTER, name: '' } } })
		expect(await inForce()).toEqual(version)
		await setPolicy(server(), { host: { charter: HOST_CHARTER, more: true } })
		expect(await inForce()).toEqual(version)
	})

	it('is followed by the background job, and by occ', async () => {
		const before = await ofHost()
		await setHostCharter(server(), { texts: newTexts() })
		await server().runJobs()
		const rows = await ofHost()
		expect(rows.length).toBe(before.length + 1)
		await setHostCharter(server(), { texts: newTexts(), defaultLanguage: 'de' })
		const told = await server().occ(['ensemble_charter:policy', '--json'])
		expect(told.code, told.stderr).toBe(0)
		expect(JSON.parse(told.stdout)).toMatchObject({ host: { owner: 'host', ownerName: HOST_CHARTER.name, number: rows[0]!.number + 1, languages: ['fr'] } })
		expect((await inForce())?.defaultLanguage).toBe('fr')
	})

	it('to inform tells each member by one notification in the host\'s name', async () => {
		const id = await member('informed-by-host')
		await publishHost({ mode: 'inform' })
		await server().runJobs()
		const notices = async () => ((await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/notifications/api/v2/notifications')).data as Array<Record<string, unknown>>).filter(({ app }) => app === contract.app)
		expect(await notices()).toEqual([expect.objectContaining({ subject: `${HOST_CHARTER.name} has a new charter` })])
		// What the association publishes takes nothing of it back, and what the host takes away does.
		await publish(server())
		expect((await notices()).length).toBe(1)
		await setPolicy(server(), null)
		expect(await inForce()).toBeNull()
		expect(await notices()).toEqual([])
	})
})

describe('a charter of the host that is withdrawn', () => {
	const refusal = async (id: string, path: string, body: object) => (await call(id, 'POST', path, body)).data
	const error = (code: string) => expect.objectContaining({ error: code })

	it.each([
		['by the policy', () => setPolicy(server(), null)],
		['by a policy without texts', () => setHostCharter(server(), { texts: {} })],
		['by the space', async () => {
			await charter(server(), 'PUT /api/v1/settings', { hostCharter: false })
		}],
	])('%s asks nobody, keeps everything, and comes back as it was', async (_, withdraw) => {
		const old = await publishHost()
		const version = await publishHost()
		const [answered, waiting] = [await member('host-answered'), await member('host-waiting')]
		expect((await answerAs(answered, version)).status).toBe(200)
		const { answers } = await charter(server(), 'GET /api/v1/export')
		await withdraw()
		try {
			expect(await inForce()).toBeNull()
			expect(await status(server(), 'host')).toEqual({ version: null, counts: { accepted: 0, declined: 0, waiting: 0, overdue: 0 }, members: [] })
			expect((await charter(server(), 'GET /api/v1/metrics')).host).toBeNull()
			expect((await answerAs(waiting, version)).data).toEqual(error('withdrawn'))
			expect((await answerAs(waiting, old)).data).toEqual(error('replaced'))
			expect(await refusal(waiting, 'later', { version: version.id })).toEqual(error('withdrawn'))
			expect((await ocs(server(), server().admin, 'POST', `apps/${contract.app}/api/v1/reminders`, { version: version.id, accounts: [] })).data).toEqual(error('withdrawn'))
			expect((await open(server(), '/apps/files/', await logIn(server(), waiting))).html).not.toContain('Ce que nous promettons')
			expect((await charter(server(), 'GET /api/v1/history', undefined, `${answered}:${PASSWORD}`)).versions).toContainEqual(expect.objectContaining({ id: version.id, inForce: false }))
			expect((await charter(server(), 'GET /api/v1/answers', undefined, `${answered}:${PASSWORD}`)).answers).toMatchObject([{ version: version.id, owner: 'host', ownerName: HOST_CHARTER.name }])
			expect((await charter(server(), 'GET /api/v1/export')).answers).toEqual(answers)
		} finally {
			await charter(server(), 'PUT /api/v1/settings', { hostCharter: null })
		}
		await setHostCharter(server(), { texts: version.texts })
		expect(await inForce()).toEqual(version)
		expect((await status(server(), 'host')).members.find(({ account }) => account === answered)?.standing).toBe('accepted')
		expect((await answerAs(waiting, version)).status).toBe(200)
	})

	it('cannot be withdrawn by a space where the host has locked it', async () => {
		await setPolicy(server(), { locked: { hostCharter: true }, host: { charter: { ...HOST_CHARTER, texts: newTexts() } } })
		const refused = await ocs(server(), server().admin, 'PUT', `apps/${contract.app}/api/v1/settings`, { hostCharter: false })
		expect(refused).toMatchObject({ status: 403, data: { error: 'locked', field: 'hostCharter' } })
		expect(await inForce()).not.toBeNull()
	})
})

describe('a member', () => {
	let host: Version
	let own: Version
	beforeAll(async () => {
		host = await publishHost()
		own = await publish(server())
	})

	/** What the next page asks. */
	async function pending(cookie: string): Promise<PendingCharter | null> {
		const { html } = await open(server(), '/apps/files/', cookie)
		const value = /id="initial-state-ensemble_charter-pending" value="([^"]*)"/.exec(html)?.[1]
		return value === undefined ? null : JSON.parse(Buffer.from(value, 'base64').toString()) as PendingCharter
	}

	it('is asked both, the host\'s first, and each answer counts for its own', async () => {
		const id = await member('asked-both')
		const cookie = await logIn(server(), id)
		expect(await pending(cookie)).toMatchObject({ owner: 'host', ownerName: HOST_CHARTER.name, version: host.id, before: null, next: { owner: 'association', ownerName: '', version: own.id, next: null } })
		expect((await answerAs(id, host)).status).toBe(200)
		expect(await pending(cookie)).toMatchObject({ owner: 'association', version: own.id, before: null, next: null })
		expect((await call(id, 'POST', 'later', { version: own.id })).status).toBe(200)
		expect(await pending(cookie)).toBeNull()
		const next = await publishHost()
		expect(await pending(cookie)).toMatchObject({ owner: 'host', version: next.id, before: host.id, next: null })
		host = next
	})

	it('is asked nothing any more by a policy that went, even before anybody has followed it', async () => {
		const id = await member('asked-late')
		const cookie = await logIn(server(), id)
		expect(await pending(cookie)).toMatchObject({ owner: 'host' })
		await setPolicy(server(), null)
		expect(await pending(cookie)).toMatchObject({ owner: 'association', next: null })
		await setHostCharter(server(), { texts: host.texts })
	})

	it('who has answered both has pages without a query of ours', async () => {
		const id = await member('answered-both')
		const cookie = await logIn(server(), id)
		expect([(await answerAs(id, host)).status, (await answerAs(id, own)).status]).toEqual([200, 200])
		expect(await pending(cookie)).toBeNull()
		const queries = await queriesOf(server(), async () => (await open(server(), '/apps/files/', cookie)).requestId)
		expect(queries.length).toBeGreaterThan(0)
		expect(queries.filter((query) => query.includes('ens_charter_'))).toEqual([])
	})

	it('answers both at the same moment as others do, and the chain fits', async () => {
		const ids: string[] = []
		while (ids.length < 8) {
			const id = await member('both-at-once')
			// Nextcloud cannot set up an account in several requests at once: it has been here before.
			expect((await call(id, 'GET', 'charter')).status).toBe(200)
			ids.push(id)
		}
		const before = (await charter(server(), 'GET /api/v1/metrics')).answers
		const answers = await Promise.all(ids.flatMap((id) => [host, own, host, own].map((version) => answerAs(id, version))))
		expect(answers.map(({ status: code }) => code)).toEqual(answers.map(() => 200))
		expect((await charter(server(), 'GET /api/v1/metrics')).answers).toBe(before + 2 * ids.length)
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true, answers: before + 2 * ids.length })
	}, 120_000)

	it('is reminded once a day, whoever\'s charter it is', async () => {
		const id = await member('reminded-both')
		const remind = (version: Version) => charter(server(), 'POST /api/v1/reminders', { version: version.id, accounts: [id] })
		expect(await remind(host)).toEqual({ sent: 1, skipped: 0 })
		expect(await remind(own)).toEqual({ sent: 0, skipped: 1 })
		await server().runJobs()
	})
})

describe('the list of who answered the host\'s charter', () => {
	const queries = () => queriesOf(server(), async () => {
		const answered = await fetch(`${server().baseUrl}/ocs/v2.php/apps/${contract.app}/api/v1/status/host`, {
			headers: { accept: 'application/json', authorization: `Basic ${Buffer.from(server().admin).toString('base64')}`, 'ocs-apirequest': 'true' },
		})
		expect(answered.status).toBe(200)
		await answered.text()
		return answered.headers.get('x-request-id')
	})

	it('makes as many queries for many accounts as for few', async () => {
		const version = await publishHost()
		const few = await queries()
		for (let index = 0; index < MORE; index++) {
			const id = await member('listed-host')
			if (index % 8 === 0) {
				expect((await answerAs(id, version)).status).toBe(200)
			}
		}
		const many = await queries()
		const ours = many.filter((query) => query.includes('ens_charter_'))
		console.log(`GET /api/v1/status/host: ${few.length} queries before, ${many.length} with ${MORE} accounts more; ${ours.length} of them on our tables`)
		expect(many.length).toBe(few.length)
		expect(ours.length).toBe(3)
	}, 300_000)

	it('is refused for anybody else\'s charter', async () => {
		expect(await ocs(server(), server().admin, 'GET', `apps/${contract.app}/api/v1/status/nobody`)).toMatchObject({ status: 400, data: { error: 'invalid_request', field: 'owner' } })
	})
})

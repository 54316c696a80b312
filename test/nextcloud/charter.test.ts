// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter where only a real Nextcloud can tell: many at once, many accounts, its notifications, its command line. */

import type { Version } from '../../apps/charter/contract.ts'
import type { OcsAnswer } from './people.ts'

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/charter/contract.ts'
import { answer, charter, publish, status } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, ocs, PASSWORD } from './people.ts'
import { queriesOf } from './queries.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
/** Accounts made to see whether they cost anything. */
const MORE = Number(process.env.ENSEMBLE_CROWD ?? 40)
/** Answers at the same moment. */
const AT_ONCE = 200

async function people(count: number, word: string): Promise<string[]> {
	const ids = Array.from({ length: count }, () => newName(word))
	// One after the other: Nextcloud makes no two accounts at once on SQLite.
	for (const id of ids) {
		await createAccount(server(), id)
	}
	return ids
}

describe('the list of who answered what', () => {
	/** The queries of one request, once everything is warm. */
	const queries = () => queriesOf(server(), async () => {
		const answered = await fetch(`${server().baseUrl}/ocs/v2.php/apps/${contract.app}/api/v1/status/association`, {
			headers: { accept: 'application/json', authorization: `Basic ${Buffer.from(server().admin).toString('base64')}`, 'ocs-apirequest': 'true' },
		})
		expect(answered.status).toBe(200)
		await answered.text()
		return answered.headers.get('x-request-id')
	})

	it('makes as many queries for many accounts as for few', async () => {
		const version = await publish(server())
		await status(server())
		const few = await queries()
		const ids = await people(MORE, 'listed')
		for (const id of ids.slice(0, 5)) {
			expect((await answer(server(), id, version, 'declined')).status).toBe(200)
		}
		const many = await queries()
		const ours = many.filter((query) => query.includes('ens_charter_'))
		console.log(`GET /api/v1/status/association: ${few.length} queries before, ${many.length} with ${MORE} accounts more; ${ours.length} of them on our tables`)
		expect(many.length).toBe(few.length)
		expect(ours.length).toBe(3)
		const { members, counts } = await status(server())
		expect(members.filter(({ account }) => ids.includes(account)).length).toBe(MORE)
		expect(counts.declined).toBe(5)
	}, 300_000)
})

describe(`${AT_ONCE} answers at the same moment`, () => {
	let ids: string[] = []
	beforeAll(async () => {
		ids = await people(20, 'at-once')
		// Nextcloud cannot set up an account in several requests at once: they have all been here before.
		for (const id of ids) {
			await charter(server(), 'GET /api/v1/charter', undefined, `${id}:${PASSWORD}`)
		}
	}, 120_000)

	/** How often each status came; nothing but 200 and 409 may. */
	function tally(answers: OcsAnswer[]): Record<number, number> {
		const counts: Record<number, number> = {}
		for (const { status } of answers) {
			counts[status] = (counts[status] ?? 0) + 1
		}
		expect(Object.keys(counts).filter((status) => status !== '200' && status !== '409')).toEqual([])
		return counts
	}

	/** The chain must fit, and nobody says the same twice in a row. */
	async function checkChain(): Promise<void> {
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true, broken: null })
		const { answers, versions } = await charter(server(), 'GET /api/v1/export')
		const asks = new Map(versions.map((version) => [version.id, version.asks]))
		const last = new Map<string, string>()
		for (const { person, version, choice } of answers) {
			const key = `${person} ${asks.get(version)}`
			expect(last.get(key)).not.toBe(choice)
			last.set(key, choice)
		}
	}

	async function chosen(): Promise<string[]> {
		const { members } = await status(server())
		return members.filter(({ account }) => ids.includes(account)).map(({ standing }) => standing)
	}

	const everybody = (version: Version, choice: (n: number) => string, who = (n: number) => ids[n % ids.length]!) => Array.from({ length: AT_ONCE }, (_, n) => answer(server(), who(n), version, choice(n)))

	it('of one member who says the same are one answer', async () => {
		const version = await publish(server())
		const before = (await charter(server(), 'GET /api/v1/verification')).answers
		expect(tally(await Promise.all(everybody(version, () => 'accepted', () => ids[0]!)))).toEqual({ 200: AT_ONCE })
		expect((await charter(server(), 'GET /api/v1/verification')).answers).toBe(before + 1)
		await checkChain()
	}, 300_000)

	it('of one member who says both are one answer, and the other is refused', async () => {
		const version = await publish(server())
		const before = (await charter(server(), 'GET /api/v1/verification')).answers
		expect(tally(await Promise.all(everybody(version, (n) => n % 2 ? 'declined' : 'accepted', () => ids[0]!)))).toEqual({ 200: AT_ONCE / 2, 409: AT_ONCE / 2 })
		expect((await charter(server(), 'GET /api/v1/verification')).answers).toBe(before + 1)
		await checkChain()
	}, 300_000)

	it('of many members are one answer each', async () => {
		const version = await publish(server())
		const before = (await charter(server(), 'GET /api/v1/verification')).answers
		expect(tally(await Promise.all(everybody(version, (n) => n % ids.length < 5 ? 'declined' : 'accepted')))).toEqual({ 200: AT_ONCE })
		expect((await charter(server(), 'GET /api/v1/verification')).answers).toBe(before + ids.length)
		expect((await chosen()).toSorted()).toEqual([...Array(ids.length - 5).fill('accepted'), ...Array(5).fill('declined')])
		await checkChain()
	}, 300_000)

	it.each(['substantive', 'editorial'])('while a %s version is published are answers to the old one, or refused', async (kind) => {
		const version = await publish(server())
		const first = everybody(version, () => 'accepted').slice(0, AT_ONCE / 2)
		const publication = publish(server(), { kind })
		const answers = await Promise.all([...first, ...everybody(version, () => 'accepted').slice(AT_ONCE / 2)])
		const next = await publication
		console.log(`at a ${kind} publication:`, tally(answers))
		expect(answers.filter(({ status }) => status === 409).every(({ data }) => (data as { error: string }).error === 'replaced')).toBe(true)
		// Whoever is asked anew has not answered yet; a mended word loses no answer.
		const accepted = new Set((await charter(server(), 'GET /api/v1/export')).answers.filter((link) => link.version === version.id).map(({ person }) => person))
		expect(accepted.size).toBeGreaterThan(0)
		expect((await chosen()).filter((standing) => standing === 'accepted').length).toBe(next.kind === 'editorial' ? accepted.size : 0)
		await checkChain()
	}, 300_000)
})

describe('a reminder', () => {
	it('is a notification in the reader\'s words that opens the charter, and goes with the answer', async () => {
		const [id = ''] = await people(1, 'reminded')
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'language', value: 'fr' })
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'email', value: `${id}@example.org` })
		const version = await publish(server())
		const remind = () => charter(server(), 'POST /api/v1/reminders', { version: version.id, accounts: [id] })
		expect(await Promise.all([remind(), remind(), remind()])).toContainEqual({ sent: 1, skipped: 0 })
		expect(await remind()).toEqual({ sent: 0, skipped: 1 })
		await server().runJobs()
		const notices = async () => ((await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/notifications/api/v2/notifications')).data as Array<Record<string, unknown>>).filter(({ app }) => app === contract.app)
		const link = expect.stringMatching(/\/apps\/ensemble_charter\/$/)
		expect(await notices()).toEqual([expect.objectContaining({ message: 'Notre charte', link, actions: [expect.objectContaining({ type: 'WEB', link })] })])
		expect((await answer(server(), id, version, 'declined')).status).toBe(200)
		expect(await notices()).toEqual([])
	})
})

describe('a charter to inform', () => {
	it('tells its audience by one notification each, and nobody else', async () => {
		const [inside = '', outside = ''] = await people(2, 'informed')
		const group = newName('group')
		await ocs(server(), server().admin, 'POST', 'cloud/groups', { groupid: group })
		await ocs(server(), server().admin, 'POST', `cloud/users/${inside}/groups`, { groupid: group })
		await publish(server(), { mode: 'inform', audience: { who: 'only', groups: [group] } })
		await server().runJobs()
		const count = async (id: string) => ((await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/notifications/api/v2/notifications')).data as Array<{ app: string }>).filter(({ app }) => app === contract.app).length
		expect([await count(inside), await count(outside)]).toEqual([1, 0])
		await publish(server())
		expect(await count(inside)).toBe(0)
	})
})

describe('occ', () => {
	const occ = (...args: string[]) => server().occ(args)

	it('tells, checks and exports', async () => {
		const { version, counts } = await status(server())
		expect(JSON.parse((await occ('ensemble_charter:status', '--json')).stdout)).toEqual(await charter(server(), 'GET /api/v1/metrics'))
		expect(JSON.parse((await occ('ensemble_charter:status', '--owner', 'association', '--json')).stdout)).toMatchObject({ version: { id: version?.id, number: version?.number }, counts })
		expect((await occ('ensemble_charter:status', '--owner', 'nobody')).code).toBe(2)
		expect(JSON.parse((await occ('ensemble_charter:verify', '--json')).stdout)).toEqual(await charter(server(), 'GET /api/v1/verification'))
		const exported = contract.endpoints['GET /api/v1/export'].response.parse(JSON.parse((await occ('ensemble_charter:export', '-')).stdout))
		expect(exported.answers).toEqual((await charter(server(), 'GET /api/v1/export')).answers)
	})

	it('publishes a file, and says why it does not', async () => {
		const { association } = await charter(server(), 'GET /api/v1/charter')
		const file = join(server().data, '..', 'charter.json')
		await writeFile(file, JSON.stringify({ defaultLanguage: 'en', texts: { en: { title: 'From a file', summary: ['Short.'], body: 'Long.' } }, after: association?.version.id ?? 0 }))
		expect((await occ('ensemble_charter:publish', file)).code).toBe(0)
		expect((await charter(server(), 'GET /api/v1/charter')).association?.version.texts.en?.title).toBe('From a file')
		const again = await occ('ensemble_charter:publish', file)
		expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('after: Somebody else has published')])
		await writeFile(file, '{"texts": {}}')
		const wrong = await occ('ensemble_charter:publish', file)
		expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('defaultLanguage: ')])
	})
})

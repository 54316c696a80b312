// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter app comes from 0.1.0, goes back to it for a while, and comes again: nothing is lost. */

import type { Version } from '../../apps/charter/contract.ts'

import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalAnswer, canonicalText } from '../../apps/charter/src/logic/canonical.ts'
import { answer, charter, publish, status } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, PASSWORD } from './people.ts'
import { setHostCharter, setPolicy } from './policy.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const person = () => randomBytes(16).toString('hex')

/** A row of a table as 0.1.0 writes it. */
type Row = Record<string, number | string>
interface Rows { ens_charter_versions: Row[], ens_charter_answers: Row[], ens_charter_people: Row[] }

const texts = {
	fr: { title: 'Notre charte 🌱', summary: ['Nous nous entraidons.'], body: 'Nous décidons ensemble.\r\n' },
	en: { title: 'Our charter', summary: ['We help each other.'], body: 'We decide together.' },
}
const hashes = { fr: sha256(canonicalText({ language: 'fr', ...texts.fr })), en: sha256(canonicalText({ language: 'en', ...texts.en })) }

function versionRow(number: number): Row {
	return { number, default_language: 'fr', texts: JSON.stringify(texts), hashes: JSON.stringify(hashes), published_at: 1_790_000_000 + number }
}

/** The next answer of a chain, to a French text. */
function answerRow(number: number, previous: string | null, who: string, version: number, turn: number, choice: 'accepted' | 'declined', textHash = hashes.fr): Row & { hash: string } {
	const link = { number, previous, version, language: 'fr', textHash, choice, at: 1_790_000_100 + number, person: who }
	return { number, person: who, version_id: version, turn, language: 'fr', text_hash: textHash, choice, at: link.at, hash: sha256(canonicalAnswer(link)) }
}

/** Takes the app back to 0.1.0, which then writes rows, and brings it up to date again. */
async function throughOldRelease(fresh: boolean, rows: Partial<Rows>, current: number): Promise<void> {
	const input = JSON.stringify({ fresh, rows, current })
	const { status: code, stdout, stderr } = spawnSync('php', ['-d', 'memory_limit=512M', fileURLToPath(new URL('oldCharter.php', import.meta.url)), server().root], { input, encoding: 'utf8' })
	expect(code, stdout + stderr).toBe(0)
	expect((await server().occ(['status'])).stdout).toContain('needsDbUpgrade: true')
	const upgraded = await server().occ(['upgrade'])
	expect(upgraded.code, upgraded.stdout + upgraded.stderr).toBe(0)
}

const standingOf = async (id: string) => (await status(server())).members.find(({ account }) => account === id)?.standing

describe('an upgrade from 0.1.0', () => {
	const [ana, ben, zoe, gone] = [person(), person(), person(), person()]
	const accounts: Record<string, string> = {}
	let head = ''

	beforeAll(async () => {
		for (const name of ['ana', 'ben', 'zoe']) {
			accounts[name] = newName(name)
			await createAccount(server(), accounts[name])
		}
		const chain: Array<ReturnType<typeof answerRow>> = []
		// Zoe has answered the first version only; somebody's account was deleted; Ana has changed her mind.
		for (const [who, version, turn, choice] of [[ana, 1, 0, 'declined'], [zoe, 1, 0, 'accepted'], [gone, 2, 0, 'accepted'], [ana, 2, 0, 'accepted'], [ben, 2, 0, 'accepted'], [ben, 2, 1, 'declined']] as const) {
			chain.push(answerRow(chain.length + 1, chain.at(-1)?.hash ?? null, who, version, turn, choice))
		}
		head = chain.at(-1)!.hash
		await throughOldRelease(true, {
			ens_charter_versions: [versionRow(1), versionRow(2)],
			ens_charter_people: [{ person: ana, account: accounts.ana! }, { person: ben, account: accounts.ben! }, { person: zoe, account: accounts.zoe! }],
			ens_charter_answers: chain,
		}, 2)
	}, 180_000)
	afterAll(() => setPolicy(server(), null))

	it('keeps versions, numbers, texts and answers, and the chain fits', async () => {
		const { versions, answers } = await charter(server(), 'GET /api/v1/export')
		expect(versions).toEqual([1, 2].map((number) => ({
			...{ id: number, owner: 'association', ownerName: '', number, defaultLanguage: 'fr', texts, hashes, publishedAt: 1_790_000_000 + number },
			...{ kind: 'substantive', mode: 'ask', deadline: null, audience: { who: 'everyone', groups: [] }, changeNote: {}, asks: number },
		})))
		expect(answers.map(({ account, version, choice }) => [account, version, choice])).toEqual([
			[accounts.ana, 1, 'declined'],
			[accounts.zoe, 1, 'accepted'],
			[null, 2, 'accepted'],
			[accounts.ana, 2, 'accepted'],
			[accounts.ben, 2, 'accepted'],
			[accounts.ben, 2, 'declined'],
		])
		expect(await charter(server(), 'GET /api/v1/verification')).toEqual({ valid: true, answers: 6, broken: null, head })
		expect([await standingOf(accounts.ana!), await standingOf(accounts.ben!), await standingOf(accounts.zoe!)]).toEqual(['accepted', 'declined', 'waiting'])
	})

	it('goes on from there, with the host\'s charter beside it', async () => {
		await setHostCharter(server())
		const { association, host } = await charter(server(), 'GET /api/v1/charter', undefined, `${accounts.ana}:${PASSWORD}`)
		expect([association?.version.number, association?.answer?.choice, host?.version.number, host?.answer]).toEqual([2, 'accepted', 1, null])
		expect((await answer(server(), accounts.ana!, host!.version, 'accepted')).status).toBe(200)
		expect((await answer(server(), accounts.zoe!, association!.version, 'accepted')).status).toBe(200)
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true, answers: 8 })
		const mended = await publish(server(), { kind: 'editorial' })
		expect([mended.number, mended.asks]).toEqual([3, 2])
	})

	it('can go back to 0.1.0, which publishes and takes answers, and come again', async () => {
		const before = await charter(server(), 'GET /api/v1/export')
		const newest = Math.max(...before.versions.map(({ id }) => id))
		const last = before.answers.at(-1)!
		// 0.1.0 counts over the whole space, and knows of no owner, no edition and no version that mends another one.
		const late = answerRow(last.number + 1, last.hash, zoe, newest, 0, 'declined', before.versions.at(-1)?.hashes.fr)
		const first = answerRow(last.number + 2, late.hash, ben, newest + 1, 0, 'accepted')
		const changed = answerRow(last.number + 3, first.hash, ben, newest + 1, 1, 'declined')
		await throughOldRelease(false, { ens_charter_versions: [versionRow(before.versions.length + 1)], ens_charter_answers: [late, first, changed] }, newest + 1)
		const after = await charter(server(), 'GET /api/v1/export')
		expect(after.versions.slice(0, -1)).toEqual(before.versions)
		expect(after.versions.at(-1)).toMatchObject({ id: newest + 1, owner: 'association', number: 4, kind: 'substantive', asks: newest + 1 })
		expect(after.answers.slice(0, -3)).toEqual(before.answers)
		expect(await charter(server(), 'GET /api/v1/verification')).toEqual({ valid: true, answers: 11, broken: null, head: changed.hash })
		expect([await standingOf(accounts.ana!), await standingOf(accounts.ben!), await standingOf(accounts.zoe!)]).toEqual(['waiting', 'declined', 'waiting'])
		const { versions } = await charter(server(), 'GET /api/v1/versions')
		expect(versions.map(({ owner, number, inForce, accepted, declined }) => [owner, number, inForce, accepted, declined])).toEqual([
			['association', 4, true, 0, 1],
			['association', 3, false, 2, 2],
			['host', 1, true, 1, 0],
			['association', 2, false, 2, 2],
			['association', 1, false, 1, 1],
		])
		const next: Version = await publish(server())
		expect([next.number, (await answer(server(), accounts.zoe!, next, 'accepted')).status]).toEqual([5, 200])
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true, answers: 12 })
	}, 180_000)
})

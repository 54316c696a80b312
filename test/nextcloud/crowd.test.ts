// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of who answered what in a space of thousands: how long it takes, and how often it asks the database. */

import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/charter/contract.ts'
import { publish } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { run } from './process.ts'
import { queriesOf } from './queries.ts'

const server = fromEnvironment
/** Accounts made for this. The issue asks for 5,000. */
const MANY = Number(process.env.ENSEMBLE_THRONG ?? 5000)
/** Seconds that the list may take on the server. */
const ALLOWED = 1

async function throng(many: number, version = 0): Promise<void> {
	const script = fileURLToPath(new URL('./crowd.php', import.meta.url))
	const { code, stderr } = await run('php', ['-d', 'memory_limit=512M', script, server().root, String(many), String(version)])
	expect(code, stderr).toBe(0)
}

/** Asks for the list once. */
async function list(): Promise<{ id: string | null, seconds: number, text: string }> {
	const began = performance.now()
	const answered = await fetch(`${server().baseUrl}/ocs/v2.php/apps/${contract.app}/api/v1/status/association`, {
		headers: { accept: 'application/json', authorization: `Basic ${Buffer.from(server().admin).toString('base64')}`, 'ocs-apirequest': 'true' },
	})
	const text = await answered.text()
	expect(answered.status, text.slice(0, 500)).toBe(200)
	return { id: answered.headers.get('x-request-id'), seconds: (performance.now() - began) / 1000, text }
}

describe(`the list of ${MANY} members`, () => {
	let few = 0
	beforeAll(async () => {
		const version = await publish(server())
		await list()
		few = (await queriesOf(server(), async () => (await list()).id)).length
		await throng(MANY, version.id)
	}, 300_000)
	afterAll(() => throng(0), 300_000)

	it('asks the database as often as that of a few', async () => {
		const many = await queriesOf(server(), async () => (await list()).id)
		console.log(`GET /api/v1/status/association: ${few} queries before, ${many.length} with ${MANY} accounts more`)
		expect(many.length).toBe(few)
	})

	it('is there in under a second, everybody in it', async () => {
		const runs = await Promise.all([await list(), await list(), await list()])
		const { ocs: { data } } = JSON.parse(runs[0]!.text) as { ocs: { data: unknown } }
		const { members, counts } = contract.endpoints['GET /api/v1/status/{owner}'].response.parse(data)
		const crowd = members.filter(({ account }) => account.startsWith('throng-'))
		expect(crowd).toHaveLength(MANY)
		expect(counts.accepted + counts.declined).toBeGreaterThanOrEqual(MANY / 2)
		const fastest = Math.min(...runs.map(({ seconds }) => seconds))
		console.log(`GET /api/v1/status/association with ${MANY} accounts: ${fastest.toFixed(2)} s, ${Math.round(runs[0]!.text.length / 1000)} kB`)
		expect(fastest).toBeLessThan(ALLOWED)
	}, 120_000)
})

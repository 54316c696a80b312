// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** That counting makes as many queries for 1,000 accounts as for 10. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/quota/contract.ts'
import { fromEnvironment } from './connection.ts'
import { runPhp } from './fileRows.ts'
import { ocs } from './people.ts'
import { queriesOf } from './queries.ts'

const server = fromEnvironment
const FEW = 10
const MANY = 1000
const crowd = (what: object) => runPhp(server(), 'storages.php', { prefix: 'scale', ...what })

/** The queries of one request of an admin, once everything is warm. */
async function ofRequest(path: string): Promise<number> {
	const ask = () => fetch(`${server().baseUrl}/ocs/v2.php/apps/${contract.app}/api/v1/${path}`, {
		headers: { accept: 'application/json', authorization: `Basic ${Buffer.from(server().admin).toString('base64')}`, 'ocs-apirequest': 'true' },
	})
	await (await ask()).text()
	const queries = await queriesOf(server(), async () => {
		const answered = await ask()
		expect(answered.status).toBe(200)
		await answered.text()
		return answered.headers.get('x-request-id')
	})
	expect(queries.length).toBeGreaterThan(0)
	return queries.length
}

/** The queries of one run of occ. */
async function ofCommand(command: string): Promise<number> {
	const queries = await queriesOf(server(), async () => {
		const { code, stdout, stderr } = await server().occ([command])
		expect(code, stdout + stderr).toBe(0)
		return null
	})
	expect(queries.length).toBeGreaterThan(0)
	return queries.length
}

/** All that counts, with nothing left to write. */
async function all(): Promise<Record<string, number>> {
	// Twice: what is to be written, today's history and notices, is written first.
	await server().runJobs()
	await server().runJobs()
	return {
		usage: await ofRequest('usage'),
		metrics: await ofRequest('metrics'),
		history: await ofRequest('history'),
		mine: await ofRequest('mine'),
		check: await ofCommand('ensemble_quota:check'),
		report: await ofCommand('ensemble_quota:report'),
	}
}

describe(`for ${MANY} accounts as for ${FEW}`, () => {
	beforeAll(async () => {
		// So that one's own page looks at the whole space, too.
		await ocs(server(), server().admin, 'PUT', `apps/${contract.app}/api/v1/settings`, { pool: 5000 * 1024 ** 3 })
	})
	afterAll(async () => {
		crowd({ remove: true })
		await ocs(server(), server().admin, 'PUT', `apps/${contract.app}/api/v1/settings`, { pool: null })
		await server().runJobs()
	})

	it('usage, metrics, history, one\'s own page, check and report make as many queries', async () => {
		crowd({ from: 0, to: FEW, filesEach: 20 })
		const few = await all()
		crowd({ from: FEW, to: MANY, filesEach: 20 })
		const many = await all()
		console.log('queries', few)
		expect(many).toEqual(few)
		const { members, total } = contract.endpoints['GET /api/v1/usage'].response.parse((await ocs(server(), server().admin, 'GET', `apps/${contract.app}/api/v1/usage`)).data)
		expect(members.filter(({ account }) => account.startsWith('scale')).length).toBe(MANY)
		expect(total.files).toBe(members.reduce((sum, { files }) => sum + files, 0))
	}, 300_000)
})

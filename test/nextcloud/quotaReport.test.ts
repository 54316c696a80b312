// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the host learns: the metrics, and the same by occ; counts without names, unless the command is asked for them. */

import { describe, expect, it } from 'vitest'
import { contract } from '../../apps/quota/contract.ts'
import { fromEnvironment } from './connection.ts'
import { runPhp } from './fileRows.ts'
import { createAccount, ocs, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const DAY = 86_400

async function get<K extends 'GET /api/v1/metrics' | 'GET /api/v1/usage'>(key: K) {
	const { status, data } = await ocs(server(), server().admin, 'GET', `apps/${contract.app}${key.slice(4)}`)
	expect(status).toBe(200)
	return data
}

const metrics = async () => contract.endpoints['GET /api/v1/metrics'].response.parse(await get('GET /api/v1/metrics'))
const usage = async () => contract.endpoints['GET /api/v1/usage'].response.parse(await get('GET /api/v1/usage'))

async function report(...args: string[]): Promise<string> {
	const { code, stdout, stderr } = await server().occ(['ensemble_quota:report', ...args])
	expect(code, stderr).toBe(0)
	return stdout
}

describe('the metrics', () => {
	it('count the enabled accounts by level, each once', async () => {
		const before = (await metrics()).membersByLevel
		const [full, disabled, fresh] = [newName('full'), newName('disabled'), newName('fresh')]
		for (const id of [full, disabled]) {
			await createAccount(server(), id, '1 MB')
			await upload(server(), id, 'a.bin', 960_000)
		}
		await createAccount(server(), fresh, 'none')
		await ocs(server(), server().admin, 'PUT', `cloud/users/${disabled}/disable`)
		expect((await metrics()).membersByLevel).toEqual({ ...before, 0: before['0']! + 1, 90: before['90']! + 1 })
		const { members, total } = await usage()
		const { membersByLevel, countedAt, growthPerDay, openRequests, ...rest } = await metrics()
		expect(Object.values(membersByLevel).reduce((sum, count) => sum + count)).toBe(members.filter(({ enabled }) => enabled).length)
		expect(rest).toEqual(total)
		expect(Math.abs(countedAt - Date.now() / 1000)).toBeLessThan(120)
		expect([growthPerDay, openRequests]).toEqual([(await metrics()).growthPerDay, (await usage()).openRequests])
	})

	it('know how fast the space grows, one large day or not', async () => {
		const today = Math.floor(Date.now() / 1000 / DAY)
		const total = { trash: 0, versions: 0, team: 0, other: 0, promised: null, pool: null }
		const days = Array.from({ length: 11 }, (_, n) => ({ now: (today - 11 + n) * DAY, members: [], total: { ...total, files: n * 1000 + (n === 5 ? 900_000 : 0) } }))
		runPhp(server(), 'historyRun.php', [{ forget: '' }, ...days])
		try {
			expect((await metrics()).growthPerDay).toBe(1000)
		} finally {
			runPhp(server(), 'historyRun.php', [{ forget: '' }])
		}
		expect((await metrics()).growthPerDay).toBeNull()
	})
})

describe('occ ensemble_quota:report', () => {
	it('prints the metrics, and no name', async () => {
		const id = newName('nameless')
		await createAccount(server(), id, '1 GB')
		const json = await report('--json')
		const { countedAt, ...printed } = contract.endpoints['GET /api/v1/metrics'].response.parse(JSON.parse(json))
		const { countedAt: later, ...same } = await metrics()
		expect(printed).toEqual(same)
		expect(later).toBeGreaterThanOrEqual(countedAt)
		const text = await report()
		expect(json + text).not.toContain(id)
		expect(text).toContain(`files: ${same.files} (`)
		for (const [level, count] of Object.entries(same.membersByLevel)) {
			expect(text).toMatch(new RegExp(`^\\| ${level === '0' ? 'below, or no limit' : `${level} %`} +\\| ${count} +\\|$`, 'm'))
		}
	})

	it('lists the accounts when asked to', async () => {
		const id = newName('listed')
		await createAccount(server(), id, '1 GB')
		await upload(server(), id, 'a.bin', 1000)
		const { members } = JSON.parse(await report('--json', '--members')) as { members: object[] }
		expect(members).toContainEqual({ account: id, enabled: true, files: 1048, trash: 0, versions: 0, quota: 1024 ** 3, percent: 1048 / 1024 ** 3 * 100, level: null })
		expect(await report('--members')).toMatch(new RegExp(`^\\| ${id} +\\| yes +\\| 1048 +\\| 0 +\\| 0 +\\| 1073741824 +\\| 0.0 +\\| - +\\|$`, 'm'))
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The daily history on a real database: what is written, what is left out, what stays after months, and two runs at once. */

import type { OwnDay, PoolDay } from '../../apps/quota/contract.ts'

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../apps/quota/contract.ts'
import { staying } from '../../apps/quota/src/logic/thinning.ts'
import { fromEnvironment } from './connection.ts'
import { runPhp } from './fileRows.ts'
import { createAccount, ocs, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const DAY = 86_400
/** Every test has days of its own, later than those of the one before: what was kept is never changed. */
let start = Math.floor(Date.now() / 1000 / DAY) + 1000
beforeEach(() => {
	start += 1000
})
const used = new Set([''])
afterAll(() => {
	keep([...used].map((forget) => ({ forget })))
})

interface Kept { files: number, trash?: number, versions?: number, quota?: number | null }
interface Run { now: number, members: Array<{ account: string }>, total: object }

function run(day: number, kept: Record<string, Kept>, hour = 12): Run {
	return {
		now: day * DAY + hour * 3600,
		members: Object.entries(kept).map(([account, amounts]) => ({ account, trash: 0, versions: 0, quota: null, ...amounts })),
		total: { files: day, trash: 2, versions: 3, team: 4, other: 5, promised: null, pool: 50 * 1024 ** 3 },
	}
}

function keep(runs: Array<Run | { forget: string }>): { space: PoolDay[], of: Record<string, OwnDay[]> } {
	runs.forEach((one) => 'members' in one && one.members.forEach(({ account }) => used.add(account)))
	const { space, of } = runPhp(server(), 'historyRun.php', runs) as { space: PoolDay[], of: Record<string, OwnDay[]> }
	return { space: space.filter(({ day }) => day >= start), of }
}

describe('the history', () => {
	it('has a day of the space for every day with a run, and of an account for every day with a change', () => {
		const [a, b] = [newName('a'), '12345']
		const { space, of } = keep([
			run(start, { [a]: { files: 10, quota: 100 }, [b]: { files: 1 } }),
			run(start + 1, { [a]: { files: 10, quota: 100 }, [b]: { files: 2 } }),
			run(start + 2, { [a]: { files: 10, quota: 200 }, [b]: { files: 2, trash: 7, versions: 8 } }),
			run(start + 5, { [a]: { files: 10, quota: 200 }, [b]: { files: 2, trash: 7, versions: 8 } }),
		])
		expect(space).toEqual([0, 1, 2, 5].map((offset) => ({ day: start + offset, files: start + offset, trash: 2, versions: 3, team: 4, other: 5, promised: null, pool: 50 * 1024 ** 3 })))
		expect(of[a]).toEqual([{ day: start, files: 10, trash: 0, versions: 0, quota: 100 }, { day: start + 2, files: 10, trash: 0, versions: 0, quota: 200 }])
		expect(of[b]).toEqual([{ day: start, files: 1, trash: 0, versions: 0, quota: null }, { day: start + 1, files: 2, trash: 0, versions: 0, quota: null }, { day: start + 2, files: 2, trash: 7, versions: 8, quota: null }])
	})

	it('is written once a day, whenever the first run is', () => {
		const a = newName('a')
		const { space, of } = keep([run(start, { [a]: { files: 1 } }, 23), run(start, { [a]: { files: 2 } }, 23.9), run(start + 1, { [a]: { files: 3 } }, 0), run(start + 1, { [a]: { files: 4 } }, 1), run(start, { [a]: { files: 5 } }, 1)])
		expect(space.map(({ day }) => day)).toEqual([start, start + 1])
		expect(of[a]!.map(({ day, files }) => [day, files])).toEqual([[start, 1], [start + 1, 3]])
	})

	it('is thinned after 60 days and ends after 400, day by day as well as after a gap', () => {
		const [daily, seldom] = [newName('daily'), newName('seldom')]
		const days = Array.from({ length: 500 }, (_, n) => start + n)
		const { space, of } = keep(days.map((day) => run(day, { [daily]: { files: day }, [seldom]: { files: Math.floor((day - start) / 150) } })))
		const today = days.at(-1)!
		const stay = days.reduce<number[]>((before, day) => staying([...before, day], day), [])
		expect(space.map(({ day }) => day)).toEqual(stay)
		expect(of[daily]!.map(({ day }) => day)).toEqual(stay)
		// What held 400 days ago is still known.
		expect(of[seldom]!.map(({ day }) => day - start)).toEqual([0, 150, 300, 450])

		const afterGap = keep([run(today + 100, { [daily]: { files: 1 }, [seldom]: { files: 1 } })])
		const left = staying([...stay, today + 100], today + 100)
		expect(afterGap.space.map(({ day }) => day)).toEqual(left)
		expect(afterGap.of[daily]!.map(({ day }) => day)).toEqual(left)
		start += 1000
	}, 120_000)

	it('has each day once when two runs come at once', async () => {
		const script = fileURLToPath(new URL('historyRun.php', import.meta.url))
		const members = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`at-once-${start}-${n}`, { files: n + 1 }]))
		const both = await Promise.all([0, 1, 2].map((hour) => new Promise<{ code: number | null, said: string }>((resolve) => {
			const child = spawn('php', [script, server().root])
			let said = ''
			child.stderr.on('data', (some: Buffer) => said += some.toString())
			child.stdout.on('data', (some: Buffer) => said += some.toString())
			child.on('close', (code) => resolve({ code, said: said.slice(0, 500) }))
			child.stdin.end(JSON.stringify([run(start, members, hour)]))
		})))
		expect(both.map(({ code }) => code), both.map(({ said }) => said).join('\n')).toEqual([0, 0, 0])
		const { space, of } = keep([run(start, members, 23)])
		expect(space.length).toBe(1)
		expect(Object.values(of).map((own) => own.length)).toEqual(Object.keys(members).map(() => 1))
	})

	it('goes with the account', async () => {
		const id = newName('leaves')
		await createAccount(server(), id)
		expect(keep([run(start, { [id]: { files: 1 } })]).of[id]!.length).toBe(1)
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${id}`)
		const rows = runPhp(server(), 'historyRun.php', [{ ...run(start, { [id]: { files: 1 } }) }]) as { of: Record<string, OwnDay[]> }
		expect(rows.of[id]).toEqual([])
	})
})

describe('the check', () => {
	it('keeps today, as admins and members can read it', async () => {
		const id = newName('today')
		await createAccount(server(), id, '10 MB')
		await upload(server(), id, 'a.bin', 1000)
		// As if this were the first run of the day.
		keep([{ forget: '' }])
		await server().runJobs()
		const read = async (as: string, key: 'GET /api/v1/history' | 'GET /api/v1/mine/history') => contract.endpoints[key].response.parse((await ocs(server(), as, 'GET', `apps/${contract.app}${key.slice(4)}`)).data).days
		const today = Math.floor(Date.now() / 1000 / DAY)
		expect((await read(server().admin, 'GET /api/v1/history')).map(({ day }) => day)).toEqual([today])
		expect(await read(`${id}:${PASSWORD}`, 'GET /api/v1/mine/history')).toEqual([{ day: today, files: 1048, trash: 0, versions: 0, quota: 10 * 1024 ** 2 }])
	})
})

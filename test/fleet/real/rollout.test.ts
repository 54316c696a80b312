// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A whole life on real spaces: pack A comes, B with a migration in three waves while a client keeps asking, and back; no data lost. */

import type { RealHost } from './spaces.ts'
import type { Web } from './web.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Control, digests, LONG, seed } from './control.ts'
import { markDays, missing, realHost, RealPacks } from './spaces.ts'
import { Client, percentile, serveSpaces } from './web.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`The roll-out on real spaces is skipped: ${reason}.`)
}
const SPACES = LONG ? 20 : 5

describe.skipIf(reason !== null)(`a roll-out over ${SPACES} real spaces`, () => {
	let real: RealHost
	let web: Web
	let control: Control
	let data: Awaited<ReturnType<typeof digests>>

	beforeAll(async () => {
		real = await realHost(SPACES)
		const packs = new RealPacks(real)
		await packs.make('1.0.0')
		await packs.make('1.1.0', markDays(10100))
		web = await serveSpaces(real)
		control = new Control(real, packs)
		await control.write({ host: { url: web.url('{id}') }, more: { canaries: ['space1'], waves: ['canaries', '30%', '100%'], gates: { probe: true, recheck: 2 } } })
	}, 600_000)
	afterAll(async () => {
		web?.stop()
		await real?.stop()
	})

	/** What the plan and the web server agree on. */
	async function allAt(version: string): Promise<void> {
		const plan = JSON.parse(await control.must(0, 'plan', version, '-o', control.file('same.json'), '--json')) as { spaces: unknown[], skipped: { code: string }[] }
		expect(plan.spaces).toEqual([])
		expect(plan.skipped.map(({ code }) => code)).toEqual(real.spaces.map(() => 'same'))
	}

	it('installs pack A', async () => {
		await control.rollout('1.0.0')
		expect(await control.status()).toMatchObject({ status: 'done', phases: { done: SPACES, restored: 0, stuck: 0 } })
		await allAt('1.0.0')
		await seed(real)
		data = await digests(real)
		expect(new Set(Object.values(data).map((tables) => tables.ens_charter_answers)).size).toBe(SPACES)
	}, 600_000)

	it('rolls out B with a migration in three waves; spaces are away for a moment, each one once', async () => {
		const hashes = await Promise.all(real.spaces.map(real.configHash))
		const client = new Client(real, web)
		await control.rollout('1.1.0')
		const { seconds, unexplained, asked } = await client.end()
		const all = [...seconds.values()].flat()
		console.log(`Outage per space with a migration, ${SPACES} spaces, asked ${asked} times: p50 ${percentile(all, 0.5).toFixed(2)} s, p95 ${percentile(all, 0.95).toFixed(2)} s, longest ${Math.max(...all).toFixed(2)} s`)
		expect(unexplained).toEqual([])
		expect([...seconds.keys()].sort()).toEqual(real.spaces.map(({ id }) => id).sort())
		expect(all).toHaveLength(SPACES)
		expect(percentile(all, 0.95)).toBeLessThan(15)
		expect(await control.status()).toMatchObject({ status: 'done', waves: [{}, {}, {}], phases: { done: SPACES } })
		await allAt('1.1.0')
		expect(await Promise.all(real.spaces.map(real.configHash))).toEqual(hashes)
		expect(await digests(real)).toEqual(data)
	}, 900_000)

	it('goes back without a migration; the data of every app are intact', async () => {
		const client = new Client(real, web)
		await control.must(0, 'rollback', '--all', '--why', 'test')
		const { seconds, unexplained } = await client.end()
		const all = [...seconds.values()].flat()
		console.log(`Outage per space without a migration, ${SPACES} spaces: p50 ${percentile(all, 0.5).toFixed(2)} s, p95 ${percentile(all, 0.95).toFixed(2)} s`)
		expect(unexplained).toEqual([])
		expect(all).toHaveLength(SPACES)
		expect(await control.status()).toMatchObject({ status: 'rolled-back', phases: { restored: SPACES } })
		await allAt('1.0.0')
		expect(await digests(real)).toEqual(data)
	}, 900_000)

	it('goes forward once more over the column that stayed', async () => {
		await control.rollout('1.1.0')
		await allAt('1.1.0')
		expect(await digests(real)).toEqual(data)
	}, 900_000)
})

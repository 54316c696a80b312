// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** kill -9 of controller, agent and child on real spaces, at random moments: whatever was killed, resume brings every space to one of two versions, as the journal says. */

import type { RealHost } from './spaces.ts'

import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LocalEngine } from '../../../fleet/engines/local/local.ts'
import { random } from '../../../fleet/engines/sim/random.ts'
import { readJournalFile } from '../../../fleet/journal/journal.ts'
import { replay } from '../../../fleet/rollout/state.ts'
import { openRollout } from '../../../fleet/rollout/store.ts'
import { Control, digests, LONG, seed } from './control.ts'
import { APPS, markDays, missing, realHost, RealPacks } from './spaces.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`kill -9 on real spaces is skipped: ${reason}.`)
}
const KILLS = LONG ? 50 : 6
const SPACES = LONG ? 8 : 4
const bin = join(import.meta.dirname, '../../../fleet/bin/ensemble.mjs')
const VICTIMS = ['controller', 'agent', 'child'] as const

describe.skipIf(reason !== null)(`${KILLS} times kill -9`, () => {
	let real: RealHost
	let control: Control
	let data: Awaited<ReturnType<typeof digests>>
	const killed = { controller: 0, agent: 0, child: 0 }
	const steps: Record<string, number> = {}

	beforeAll(async () => {
		real = await realHost(SPACES)
		const packs = new RealPacks(real)
		await packs.make('1.0.0')
		await packs.make('1.1.0', markDays(10100))
		control = new Control(real, packs)
		await control.write({ more: { waves: ['25%', '100%'], limits: { failures: '100%' }, canaries: [] } })
		await control.rollout('1.0.0')
		await seed(real)
		data = await digests(real)
	}, 600_000)
	afterAll(() => real?.stop())

	/** The newest roll-out's journal; null before there is one. */
	const journal = () => {
		const dir = control.file('state/test/rollouts')
		const last = existsSync(dir) ? readdirSync(dir).sort().at(-1) : undefined
		return last === undefined ? null : join(dir, last, 'journal.jsonl')
	}
	const size = () => {
		const file = journal()
		return file === null ? 0 : statSync(file, { throwIfNoEntry: false })?.size ?? 0
	}

	/** One life of a controller; one process of it is killed once it has written some more. */
	async function life(args: readonly string[], victim: typeof VICTIMS[number], chance: () => number): Promise<number | null> {
		// The roll-out before is not this one.
		const [known, before] = [journal(), size()]
		const child = spawn(process.execPath, [bin, '--inventory', control.inventory, ...args], { stdio: 'ignore' })
		const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
		let over = false
		void ended.then(() => {
			over = true
		})
		// From the first record of this life to the last space: some 300 bytes a record.
		const until = Math.floor(chance() * SPACES * 900)
		while (!over && (journal() === known ? size() - before : size()) <= until) {
			await pause(3)
		}
		await pause(chance() * 150)
		for (const patience = Date.now() + 3000; !over && Date.now() < patience; await pause(2)) {
			const pid = victimOf(child.pid!, victim)
			if (pid !== null && end(pid)) {
				killed[victim]++
				const last = readJournalFile(journal()!).records.at(-1)
				const name = last === undefined ? 'nothing' : 'step' in last ? `${last.type} ${last.step}` : last.type
				steps[name] = (steps[name] ?? 0) + 1
				break
			}
		}
		return ended
	}

	/** The roll-out after the one before has come to its end, whether its controller lived to tell or not. */
	function isOver(before: string | null, code: number | null): boolean {
		const file = journal()
		if (code !== null && ![0, 1, 3, 4].includes(code)) {
			throw new Error(`A controller ended with ${code}.`)
		}
		return file !== before && file !== null && existsSync(file) && readJournalFile(file).records.at(-1)?.type === 'rollout-ended'
	}

	/** Every space is at one of two versions, wholly, and the journal knows at which. */
	async function mustBeWhole(): Promise<void> {
		const file = journal()!
		const { records, torn } = readJournalFile(file)
		expect(torn).toBe(0)
		const { plan } = openRollout(control.file('state/test'))
		const state = replay(plan, records)
		const target = plan.pack.version
		const other = target === '1.1.0' ? '1.0.0' : '1.1.0'
		const engine = new LocalEngine()
		const seen = new Set<string>()
		for await (const { space, facts, error } of engine.run(real.host, real.spaces.map((space) => ({ id: space.id, space, action: 'facts', apps: APPS })), { jobs: 2, timeout: 60, signal: new AbortController().signal })) {
			expect(error).toBeUndefined()
			const phase = state.spaces.get(space)?.phase
			const version = phase === 'done' ? target : phase === undefined ? facts!.overlay.pack : phase === 'restored' || phase === 'waiting' || phase === 'refused' ? other : `${phase} is no end`
			expect([space, facts!.overlay.pack, ...APPS.map((app) => facts!.apps[app])]).toEqual([space, version, ...APPS.map(() => ({ version, enabled: true, code: version }))])
			expect(facts).toMatchObject({ maintenance: false, needsDbUpgrade: false, loglevel: null })
			expect(readFileSync(join(real.spaces.find(({ id }) => id === space)!.config, 'config.php'), 'utf8')).not.toContain('loglevel')
			expect(readdirSync(real.spaces.find(({ id }) => id === space)!.config).filter((name) => name.endsWith('.draft'))).toEqual([])
			seen.add(space)
		}
		expect(seen.size).toBe(SPACES)
		await engine.close()
	}

	it('leaves every space whole, the data intact, the chain unbroken', async () => {
		const chance = random(20261122)
		const total = () => killed.controller + killed.agent + killed.child
		let rollouts = 0
		for (let round = 0; total() < KILLS; round++) {
			expect(round).toBeLessThan(KILLS)
			// Everything that is at the one goes to the other.
			const target = round % 2 === 0 ? '1.1.0' : '1.0.0'
			await control.must(0, 'plan', target, '-o', control.file('plan.json'))
			rollouts++
			const before = journal()
			const args = () => journal() === before ? ['rollout', control.file('plan.json')] : ['resume']
			let code: number | null = null
			for (let lives = 0; !isOver(before, code); lives++) {
				expect(lives).toBeLessThan(20)
				code = total() < KILLS && lives < 5 ? await life(args(), VICTIMS[total() % 3]!, chance) : (await control.run(...args())).code
			}
			await mustBeWhole()
		}
		expect(await digests(real)).toEqual(data)
		console.log(`kill -9: ${JSON.stringify(killed)} in ${rollouts} roll-outs over ${SPACES} spaces; last record when it came: ${JSON.stringify(steps)}`)
		expect(Math.min(...Object.values(killed))).toBeGreaterThanOrEqual(Math.floor(KILLS / 3) - 2)
	}, 1_800_000)
})

/** The agent is the PHP process that the controller started with --jobs, a child one that the agent forked. */
function victimOf(controller: number, victim: typeof VICTIMS[number]): number | null {
	if (victim === 'controller') {
		return controller
	}
	const agent = childrenOf(controller).find((pid) => commandOf(pid).includes('--jobs='))
	return agent === undefined || victim === 'agent' ? agent ?? null : childrenOf(agent)[0] ?? null
}

function childrenOf(pid: number): number[] {
	try {
		return readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter((text) => text !== '').map(Number))
	} catch {
		return []
	}
}

function commandOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
	} catch {
		return ''
	}
}

function end(pid: number): boolean {
	try {
		return process.kill(pid, 'SIGKILL')
	} catch {
		return false
	}
}

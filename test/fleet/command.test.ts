// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The command as people use it: on a simulated fleet, in real processes, killed for real. */

import type { Summary } from '@ensemble/fleet/rollout/summary'

import { makeDemo } from '@ensemble/fleet/cli/commands/demo'
import { main } from '@ensemble/fleet/cli/main'
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'ensemble-command-'))
afterAll(() => rmSync(root, { recursive: true }))
const bin = join(import.meta.dirname, '../../fleet/bin/ensemble.mjs')

/** Runs a command line in this process. */
async function ensemble(dir: string, ...args: string[]) {
	let out = ''
	let err = ''
	const code = await main(['--inventory', join(dir, 'fleet.yaml'), ...args], {
		out: { isTTY: false, write: (text) => { out += text } },
		err: { isTTY: false, write: (text) => { err += text } },
		env: {},
		signal: new AbortController().signal,
	})
	return { code, out, err }
}

/** A simulated fleet, planned. */
async function demo(name: string, spaces: number, speed: number): Promise<string> {
	const dir = join(root, name)
	makeDemo(dir, spaces, speed)
	expect((await ensemble(dir, 'plan', '1.1.0', '-o', join(dir, 'plan.json'))).code).toBe(0)
	return dir
}

describe('ensemble', () => {
	it('plans, rolls out, tells, and takes back', async () => {
		const dir = await demo('whole', 40, 2000)
		const plan = join(dir, 'plan.json')
		expect(await ensemble(dir, 'status')).toMatchObject({ code: 2, err: 'There was no roll-out yet.\n' })
		const first = await ensemble(dir, 'rollout', plan)
		expect(first).toMatchObject({ code: 3, err: expect.stringContaining('Stopped: ') as string })
		expect(first.out + first.err).not.toContain('\u001B')
		expect((await ensemble(dir, 'rollout', plan)).err).toContain('is not at its end')
		for (let code = 3; code === 3;) {
			code = (await ensemble(dir, 'resume')).code
			expect([1, 3]).toContain(code)
		}
		const status = await ensemble(dir, 'status', '--json')
		const summary = JSON.parse(status.out) as Summary
		expect(summary).toMatchObject({ status: 'done', spaces: 39, skipped: 1, phases: { done: 36, restored: 3, waiting: 0, stuck: 0 } })
		expect(summary.failures.map(({ code }) => code).sort()).toEqual(['gate', 'lost', 'migration'])
		expect((await ensemble(dir, 'rollout', plan)).err).toContain('carried out already')
		expect((await ensemble(dir, 'rollback')).code).toBe(2)
		expect((await ensemble(dir, 'rollback', '--wave', '1', '--why', 'test')).code).toBe(1)
		expect((await ensemble(dir, 'rollback', '--all')).code).toBe(0)
		expect(JSON.parse((await ensemble(dir, 'status', '--json')).out)).toMatchObject({ status: 'rolled-back', phases: { restored: 39 } })
	}, 60_000)

	it('refuses a plan when reality moved, and a second roll-out at the same time', async () => {
		const dir = await demo('moved', 40, 2000)
		const plan = join(dir, 'plan.json')
		const sim = join(dir, 'state/sim.jsonl')
		const line = readFileSync(sim, 'utf8').split('\n').find((text) => text.includes('"id":"space-001"'))!
		appendFileSync(sim, `${line.replaceAll('1.0.0', '1.2.0')}\n`)
		expect(await ensemble(dir, 'rollout', plan)).toMatchObject({ code: 2, err: 'space-001 is not what the plan says any more. Make a new plan.\n' })
		writeFileSync(join(dir, 'state/lease.1'), JSON.stringify({ token: 'x', host: 'elsewhere', pid: 1, started: null, since: 'then', what: 'rollout', released: false }))
		expect((await ensemble(dir, 'rollout', plan)).code).toBe(6)
	})

	it('is killed with kill -9 again and again, and ends whole', async () => {
		const dir = await demo('killed', 200, 30)
		const inventory = join(dir, 'fleet.yaml')
		const rollouts = () => existsSync(join(dir, 'state/rollouts')) ? readdirSync(join(dir, 'state/rollouts')).map((name) => join(dir, 'state/rollouts', name, 'journal.jsonl')) : []
		const size = () => rollouts().reduce((sum, journal) => sum + (statSync(journal, { throwIfNoEntry: false })?.size ?? 0), 0)
		let kills = 0
		for (let life = 0; ; life++) {
			const args = rollouts().length === 0 ? ['rollout', join(dir, 'plan.json')] : ['resume']
			const child = spawn(process.execPath, [bin, '--inventory', inventory, ...args], { stdio: 'ignore' })
			const until = size() + 8000
			// Killed in the midst of its work: once it has written a few dozen records.
			const timer = setInterval(() => life < 6 && size() > until && child.kill('SIGKILL'), 5)
			const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
			clearInterval(timer)
			if (code === null) {
				kills++
				// What a crash in the middle of a write may leave behind.
				rollouts().forEach((journal) => life % 2 === 1 && appendFileSync(journal, '{"at":"2026'))
			} else if (code !== 3) {
				expect(code).toBe(1)
				break
			}
			expect(life).toBeLessThan(20)
		}
		expect(kills).toBeGreaterThan(3)
		const { phases, status } = JSON.parse((await ensemble(dir, 'status', '--json')).out) as Summary
		expect(status).toBe('done')
		expect(phases.done + phases.restored).toBe(199)
		expect(phases.stuck + phases.waiting).toBe(0)
	}, 120_000)

	it('explains itself, and ends with 2 for what it does not know', () => {
		const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', cwd: root })
		expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit codes:') as string })
		expect(run('fly')).toMatchObject({ status: 2, stderr: expect.stringContaining('unknown command') as string })
		expect(run('status')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no fleet.yaml') as string })
		expect(spawnSync('bash', ['-n'], { input: run('completion', 'bash').stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
		expect(run('completion', 'fish').stdout).toContain('-a rollback')
	}, 60_000)
})

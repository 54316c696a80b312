// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The engine for a PHP that cannot fork: starts PHP anew for each job, as occ does, with the agent's own code.
 *
 * It does not call occ itself. `occ upgrade` switches maintenance mode on for the whole space, writes config.php in place,
 * leaves maintenance mode and the debug log level behind when it is killed, says "successful" when it has disabled an
 * app, and needs a second and third start to find out. The agent's way has none of that, needs two starts, and is what
 * the other engines do, so that one suite tests all of them. Measured: a quarter of the CPU of a tuned loop over occ.
 */

import type { Engine, Failure, Host, JobResult, PackTarget, RunOptions, SpaceJob } from '../engine.ts'

import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fromWire, toWire, wireResult } from '../../agent/wire.ts'
import { AGENT, checkPack } from '../local/packOnHost.ts'
import { failed, runPool } from '../local/pool.ts'

/** Runs each job in a PHP process of its own on this machine. */
export class OccEngine implements Engine {
	readonly name = 'occ'

	/**
	 * @param agent path of agent.php
	 */
	constructor(private readonly agent = AGENT) {}

	async prepare(host: Host, pack: PackTarget | undefined, signal: AbortSignal): Promise<Failure | null> {
		if (signal.aborted) {
			return { code: 'cancelled', message: 'It was not begun.' }
		}
		if (await stat(join(host.code, 'lib/base.php')).catch(() => null) === null) {
			return { code: 'unreachable', message: `There is no Nextcloud in ${host.code}.` }
		}
		return pack === undefined ? null : checkPack(host, pack, this.agent)
	}

	run(host: Host, jobs: readonly SpaceJob[], options: RunOptions): AsyncIterable<JobResult> {
		return runPool(jobs, options, (job) => this.work(host, job, options.timeout))
	}

	async close(): Promise<void> {
		// Nothing outlives its job.
	}

	private async work(host: Host, job: SpaceJob, timeout: number): Promise<JobResult> {
		const began = performance.now()
		// PHP may lack the functions to become somebody else, so it is started as that account.
		const owner = await stat(join(job.space.config, 'config.php')).catch(() => null)
		if (owner === null) {
			return failed(job, { code: 'config', message: `There is no readable ${job.space.config}/config.php.` })
		}
		const { line, error } = await this.start(host, job, timeout, owner)
		const seconds = (performance.now() - began) / 1000
		if (error !== undefined) {
			return failed(job, error, seconds)
		}
		try {
			return fromWire(job, wireResult.parse({ ...JSON.parse(line) as object, id: job.id, space: job.space.id, seconds }))
		} catch {
			return failed(job, { code: 'lost', message: 'PHP ended without an answer.' }, seconds)
		}
	}

	private start(host: Host, job: SpaceJob, timeout: number, owner: { uid: number, gid: number }): Promise<{ line: string, error?: Failure }> {
		return new Promise((resolve) => {
			const settings = ['-d', 'memory_limit=512M', '-d', 'display_errors=0', '-d', 'apc.enable_cli=0']
			const become = process.getuid?.() === 0 && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : {}
			// In a process group of its own: Ctrl-C is for us, and what was begun comes to its end.
			const child = spawn(host.php, [...settings, this.agent, '--once', `--code=${host.code}`], { stdio: ['pipe', 'pipe', 'ignore'], detached: true, ...become })
			let line = ''
			let late = false
			const timer = setTimeout(() => {
				late = true
				child.kill('SIGKILL')
			}, timeout * 1000)
			child.stdout.on('data', (bytes: Buffer) => {
				line += bytes.toString()
			})
			child.stdin.on('error', () => undefined)
			child.on('error', (error) => {
				clearTimeout(timer)
				resolve({ line, error: { code: 'unreachable', message: `${host.php} could not be started: ${error.message}` } })
			})
			child.on('close', () => {
				clearTimeout(timer)
				resolve(late && line === '' ? { line, error: { code: 'timeout', message: `It took longer than ${timeout} seconds and was ended.` } } : { line })
			})
			child.stdin.end(`${JSON.stringify(toWire(host, job, '1', timeout))}\n`)
		})
	}
}

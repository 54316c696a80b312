// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The engine for this machine: a fork server in PHP, a child for each job. */

import type { Engine, Failure, Host, JobResult, PackTarget, RunOptions, SpaceJob } from '../engine.ts'

import { fromWire, toWire } from '../../agent/wire.ts'
import { AgentProcess } from './agentProcess.ts'
import { AGENT, checkPack } from './packOnHost.ts'
import { failed, runPool } from './pool.ts'

/** More children than that help nobody. */
const MOST = 256

/** Runs jobs through agent.php on this machine. One agent for each code tree lives as long as the engine, warm. */
export class LocalEngine implements Engine {
	readonly name = 'local'
	private readonly agents = new Map<string, AgentProcess>()
	private number = 0

	/**
	 * @param agent path of agent.php
	 */
	constructor(private readonly agent = AGENT) {}

	async prepare(host: Host, pack: PackTarget | undefined, signal: AbortSignal): Promise<Failure | null> {
		if (signal.aborted) {
			return { code: 'cancelled', message: 'It was not begun.' }
		}
		const lacking = await this.agentFor(host).ready
		if (lacking !== null) {
			return { code: 'unreachable', message: lacking }
		}
		return pack === undefined ? null : checkPack(host, pack, this.agent)
	}

	run(host: Host, jobs: readonly SpaceJob[], options: RunOptions): AsyncIterable<JobResult> {
		return runPool(jobs, options, (job) => this.work(host, job, options.timeout))
	}

	async close(): Promise<void> {
		const agents = [...this.agents.values()]
		this.agents.clear()
		await Promise.all(agents.map((agent) => agent.close()))
	}

	/** Process ids of the agents, for tests that kill them. */
	pids(): number[] {
		return [...this.agents.values()].flatMap(({ pid }) => pid ?? [])
	}

	private async work(host: Host, job: SpaceJob, timeout: number): Promise<JobResult> {
		const began = performance.now()
		const seconds = () => (performance.now() - began) / 1000
		const agent = this.agentFor(host)
		const lacking = await agent.ready
		if (lacking !== null) {
			return failed(job, { code: 'unreachable', message: lacking }, seconds())
		}
		const answer = await agent.run(toWire(host, job, String(++this.number), timeout))
		return 'lost' in answer
			? failed(job, { code: answer.lost === 'silent' ? 'timeout' : 'lost', message: answer.message }, seconds())
			: fromWire(job, answer)
	}

	/** One that has died is replaced; its jobs are lost, those to come are not. */
	private agentFor(host: Host): AgentProcess {
		const key = `${host.php}\n${host.code}`
		const known = this.agents.get(key)
		if (known?.alive) {
			return known
		}
		const agent = new AgentProcess(host.php, this.agent, host.code, MOST)
		this.agents.set(key, agent)
		return agent
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts agent.php, talks to it, and ends it. */

import type { ChildProcess } from 'node:child_process'
import type { WireJob, WireResult } from '../../agent/wire.ts'

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { phpSettings } from '../../agent/php.ts'
import { hello, wireResult } from '../../agent/wire.ts'

/** The agent ends a child that takes too long; so many seconds later the agent itself is taken for dead. */
const GRACE = 15

/** How an agent ended a job, or that it did not. */
export type Answer = WireResult | { lost: 'ended' | 'silent' | 'unclear', message: string }

/** One running agent.php for one code tree. */
export class AgentProcess {
	/** Null once it can take jobs, or why it never will. */
	readonly ready: Promise<string | null>
	private readonly child: ChildProcess
	private readonly waiting = new Map<string, (answer: Answer) => void>()
	private readonly gone: Promise<void>
	private ended = false
	private complaint = ''

	/**
	 * @param php PHP's program
	 * @param agent path of agent.php
	 * @param code Nextcloud's code tree
	 * @param parallel how many children at most
	 */
	constructor(php: string, agent: string, code: string, parallel: number) {
		// In a process group of its own: Ctrl-C is for us, and we let children come to their end.
		this.child = spawn(php, [...phpSettings, agent, `--code=${code}`, `--jobs=${parallel}`], { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
		this.gone = new Promise((resolve) => {
			this.child.on('close', () => resolve())
			this.child.on('error', () => resolve())
		})
		void this.gone.then(() => this.lose('ended'))
		this.child.stdin?.on('error', () => undefined)
		this.child.stderr?.on('data', (bytes: Buffer) => {
			this.complaint = (this.complaint + bytes.toString()).slice(-2000)
		})
		this.ready = new Promise((resolve) => {
			this.child.on('error', (error) => resolve(`${php} could not be started: ${error.message}`))
			this.child.on('close', (code) => resolve(`The agent ended at once (${code ?? 'by a signal'}). ${this.complaint}`.trim()))
			let first = true
			createInterface({ input: this.child.stdout! }).on('line', (line) => {
				if (first) {
					first = false
					resolve(greet(line))
				} else {
					this.take(line)
				}
			})
		})
	}

	/** Whether it can take jobs still. */
	get alive(): boolean {
		return !this.ended
	}

	/** The process id, for tests that kill it. */
	get pid(): number | undefined {
		return this.child.pid
	}

	/**
	 * Has a job done.
	 *
	 * @param job its id must not be waiting already
	 */
	async run(job: WireJob): Promise<Answer> {
		if (this.ended) {
			return { lost: 'ended', message: 'The agent has ended.' }
		}
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.lose('silent')
				this.kill()
			}, (job.timeout + GRACE) * 1000)
			this.waiting.set(job.id, (answer) => {
				clearTimeout(timer)
				resolve(answer)
			})
			this.child.stdin?.write(`${JSON.stringify(job)}\n`)
		})
	}

	/** Lets it finish what it has begun. */
	async close(): Promise<void> {
		this.child.stdin?.end()
		await this.gone
	}

	private take(line: string): void {
		const { id, result } = readResult(line)
		const answer = this.waiting.get(id)
		this.waiting.delete(id)
		answer?.(result ?? { lost: 'unclear', message: `The agent gave an answer that is none of ours: ${line.slice(0, 200)}` })
	}

	private lose(lost: 'ended' | 'silent'): void {
		this.ended = true
		for (const answer of this.waiting.values()) {
			answer({ lost, message: lost === 'silent' ? 'The agent did not answer in time and was ended.' : `The agent ended without an answer. ${this.complaint}`.trim() })
		}
		this.waiting.clear()
	}

	private kill(): void {
		try {
			// The whole group: its children belong to jobs that nobody waits for any more.
			process.kill(-this.child.pid!, 'SIGKILL')
		} catch {
			// It is gone already.
		}
	}
}

function readResult(line: string): { id: string, result?: WireResult } {
	try {
		const json: unknown = JSON.parse(line)
		const { data } = wireResult.safeParse(json)
		return { id: z.object({ id: z.string() }).parse(json).id, result: data }
	} catch {
		return { id: '' }
	}
}

function greet(line: string): string | null {
	try {
		const { lacking, noCode } = hello.parse(JSON.parse(line))
		if (lacking !== undefined) {
			return `This PHP lacks ${lacking.join(', ')}; the engine "occ" works without.`
		}
		return noCode === undefined ? null : `There is no Nextcloud in ${noCode}.`
	} catch {
		return `The agent said something that is not of ours: ${line.slice(0, 200)}`
	}
}

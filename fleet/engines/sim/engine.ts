// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The engine of a simulated fleet: every job takes simulated time, in stages between which it can be lost, fail or be killed. */

import type { Clock } from '../../rollout/clock.ts'
import type { Engine, Failure, FailureCode, Host, JobResult, PackTarget, RunOptions, SpaceJob } from '../engine.ts'
import type { SimWorld } from './world.ts'

import { chance } from './random.ts'

/** Where in a job something happens: before anything, the code switched, half of the apps brought along, all done. */
export type Stage = 'begin' | 'flipped' | 'half' | 'end'

/** A planned fault. */
export interface Fault {
	readonly space: string
	readonly action: SpaceJob['action']
	readonly stage: Stage
	/** How the job ends; `silent` lets it go on and leave the space unwell (an app off), as some packs do with exit code 0. */
	readonly code: FailureCode | 'silent'
	/** How often it happens; for ever unless said. */
	times?: number
	/** Only when this pack is coming. */
	readonly pack?: string
}

/** How a simulated fleet behaves. */
export interface SimOptions {
	readonly seed?: number
	readonly faults?: readonly Fault[]
	/** Seconds that a boot takes, about. */
	readonly boot?: number
	/** Hosts that do not answer. */
	readonly unreachable?: ReadonlySet<string>
	/** Versions of packs whose unpacked files are damaged. */
	readonly damaged?: ReadonlySet<string>
}

/** Ends a job at once, as kill -9 does. */
class Dead extends Error {}

/** A job that ends badly. */
class Failed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message)
	}
}

/** What people read. */
const SENTENCES: Partial<Record<FailureCode, string>> = {
	lost: 'No answer came: the process ended without a word.',
	timeout: 'It took too long and was killed.',
	migration: 'A migration of an app failed.',
	exception: 'An app failed while it was brought along.',
	'disk-full': 'No space is left on the device.',
	database: 'The database does not answer.',
}

/** A simulated engine. */
export class SimEngine implements Engine {
	readonly name = 'sim'
	#dead = false
	/** Spaces being worked on; a real lock goes when its process does. */
	readonly #locks: Set<string>

	/**
	 * @param world what is real
	 * @param clock simulated, or sped up
	 * @param options how it behaves
	 * @param locks shared by engines that run side by side on one world
	 */
	constructor(private readonly world: SimWorld, private readonly clock: Clock, private readonly options: SimOptions = {}, locks = new Set<string>()) {
		this.#locks = locks
	}

	/** Makes a host ready. */
	async prepare(host: Host, pack: PackTarget | undefined, signal: AbortSignal): Promise<Failure | null> {
		await this.clock.sleep(1, signal)
		if (this.options.unreachable?.has(host.name)) {
			return { code: 'unreachable', message: `${host.name} does not answer.` }
		}
		if (pack !== undefined && (this.world.packs.get(pack.version)?.manifest !== pack.manifest || this.options.damaged?.has(pack.version))) {
			return { code: 'pack', message: `The files of pack ${pack.version} on ${host.name} are not those of its manifest.` }
		}
		return null
	}

	/**
	 * Runs jobs.
	 *
	 * @param host the host
	 * @param jobs what to do
	 * @param options how
	 * @yields {JobResult} each result as it comes
	 */
	async* run(host: Host, jobs: readonly SpaceJob[], { jobs: width, timeout, signal }: RunOptions): AsyncGenerator<JobResult> {
		const queue = [...jobs]
		const running = new Map<string, Promise<JobResult>>()
		let ended = false
		try {
			while (queue.length > 0 || running.size > 0) {
				while (queue.length > 0 && running.size < width) {
					const job = queue.shift()!
					running.set(job.id, this.#job(host, job, timeout, signal))
				}
				const result = await Promise.race(running.values())
				running.delete(result.id)
				yield result
			}
			ended = true
		} finally {
			if (!ended) {
				await Promise.all(running.values())
			}
		}
	}

	/** Nothing to remove. */
	async close(): Promise<void> {}

	/** kill -9 of everything that runs on the hosts: jobs stay where they are. */
	kill(): void {
		this.#dead = true
		this.#locks.clear()
	}

	async #job(host: Host, job: SpaceJob, timeout: number, signal: AbortSignal): Promise<JobResult> {
		const began = this.clock.now()
		const end = (rest: Pick<JobResult, 'ok' | 'facts' | 'error'>): JobResult => ({ id: job.id, space: job.space.id, ...rest, seconds: (this.clock.now() - began) / 1000 })
		const fail = (code: FailureCode, message: string) => end({ ok: false, error: { code, message } })
		if (signal.aborted) {
			return fail('cancelled', 'Not begun.')
		}
		if (this.options.unreachable?.has(host.name)) {
			return fail('unreachable', `${host.name} does not answer.`)
		}
		if (!this.world.spaces.has(job.space.id)) {
			return fail('config', 'There is no config.php.')
		}
		if (this.#locks.has(job.space.id)) {
			return fail('locked', 'Another process works on this space.')
		}
		this.#locks.add(job.space.id)
		try {
			return end({ ok: true, ...await this.#work(host, job, timeout) })
		} catch (error) {
			if (error instanceof Failed) {
				return end({ ok: false, error: error.failure })
			}
			if (error instanceof Dead) {
				return fail('lost', 'No answer came.')
			}
			throw error
		} finally {
			if (!this.#dead) {
				this.#locks.delete(job.space.id)
			}
		}
	}

	async #work(host: Host, job: SpaceJob, timeout: number): Promise<Pick<JobResult, 'facts'>> {
		const { world } = this
		const id = job.space.id
		const stage = (name: Stage) => this.#stage(job, name, timeout)
		await stage('begin')
		const space = world.space(id)
		switch (job.action) {
			case 'facts':
			case 'verify':
				await stage('end')
				return { facts: structuredClone(world.facts(id, job.space.config, job.apps, job.action === 'facts' && job.counts === true, job.action === 'facts' && job.texts === true)) }
			case 'settings':
				this.#set(id, job.values)
				await stage('end')
				return {}
			case 'apply': {
				const now = world.facts(id, job.space.config, [], false)
				if (now.instanceId !== job.before.instanceId || (space.overlay !== job.before.overlay && now.overlay.pack !== job.pack.version)) {
					throw new Failed({ code: 'moved', message: 'The space is not what the plan says: another instance id or another pack.' })
				}
				if (space.maintenance && !job.before.maintenance) {
					throw new Failed({ code: 'maintenance', message: 'It is in maintenance mode.' })
				}
				world.flip(id, host, null, job.pack.version)
				await stage('flipped')
				const on = Object.keys(space.apps).filter((app) => space.apps[app]!.enabled !== false)
				await this.#bringAlong(id, on, stage)
				job.enable.filter((app) => (space.apps[app]?.enabled ?? false) === false).forEach((app) => {
					world.enable(id, app, true)
					world.upgrade(id, app)
				})
				this.#set(id, job.values ?? {})
				await stage('end')
				return {}
			}
			case 'restore': {
				world.flip(id, host, job.before, '')
				await stage('flipped')
				for (const app of Object.keys(job.pack.apps).filter((app) => space.apps[app] !== undefined)) {
					world.enable(id, app, job.before.apps[app]?.enabled ?? false)
				}
				await this.#bringAlong(id, Object.keys(space.apps), stage)
				this.#set(id, job.values ?? {})
				await stage('end')
				return {}
			}
		}
	}

	async #bringAlong(id: string, apps: readonly string[], stage: (name: Stage) => Promise<void>): Promise<void> {
		const half = Math.ceil(apps.length / 2)
		apps.slice(0, half).forEach((app) => this.world.upgrade(id, app))
		await stage('half')
		apps.slice(half).forEach((app) => this.world.upgrade(id, app))
	}

	#set(id: string, values: Readonly<Record<string, Readonly<Record<string, string | null>>>>): void {
		const { policies } = this.world.space(id)
		for (const [app, entries] of Object.entries(values)) {
			for (const [key, value] of Object.entries(entries)) {
				if (key === 'fleet_policy' && value !== null) {
					policies[app] = value
				} else if (key === 'fleet_policy') {
					delete policies[app]
				}
			}
		}
		this.world.onChange(id, this.world.space(id))
	}

	/** Time passes; then whatever is planned for this place happens. */
	async #stage(job: SpaceJob, stage: Stage, timeout: number): Promise<void> {
		const { boot = 0.1, seed = 1, faults = [] } = this.options
		await this.clock.sleep(boot * (0.2 + 0.4 * chance(seed, job.space.id, job.action, stage)))
		if (this.#dead) {
			throw new Dead()
		}
		const fault = faults.find((entry) => entry.space === job.space.id && entry.action === job.action && entry.stage === stage && (entry.times ?? 1) > 0
			&& (entry.pack === undefined || ('pack' in job && entry.pack === job.pack.version)))
		if (fault === undefined) {
			return
		}
		if (fault.times !== undefined) {
			fault.times--
		}
		if (fault.code === 'silent') {
			const [app] = Object.keys(this.world.space(job.space.id).apps)
			this.world.enable(job.space.id, app ?? '', false)
			return
		}
		if (fault.code === 'timeout') {
			await this.clock.sleep(timeout)
		}
		throw new Failed({ code: fault.code, message: SENTENCES[fault.code] ?? 'A planned fault.' })
	}
}

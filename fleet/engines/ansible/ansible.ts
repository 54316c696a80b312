// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The engine for other machines: Ansible brings the agent and the jobs to each host, and its journal back. */

import type { Engine, Failure, Host, JobResult, PackTarget, RunOptions, SpaceJob } from '../engine.ts'
import type { HostEnd } from './command.ts'

import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { codes, fromWire, toWire } from '../../agent/wire.ts'
import { AGENT } from '../local/packOnHost.ts'
import { failed } from '../local/pool.ts'
import { Gathered } from './batch.ts'
import { runPlaybook } from './command.ts'
import { readHostJournal } from './hostJournal.ts'
import { checkAgent, checkPack, deliver, dirOf, inventoryFile, play, playbookFile, remove, work } from './playbook.ts'

/** Seconds that Ansible may need beside the work of the agents. */
const EXTRA = 300
/** Jobs handed out at once, in multiples of those that run at once. */
const BATCH = 8
const verdict = z.object({ ok: z.boolean(), error: z.object({ code: z.enum(codes), message: z.string() }).optional() })

interface Wish { readonly host: Host, readonly jobs: readonly SpaceJob[], readonly options: RunOptions }
interface Ready { readonly host: Host, readonly pack: PackTarget | undefined }

/** How the engine works. */
export interface AnsibleOptions {
	/** The program; `ansible-playbook` unless said. */
	readonly program?: string
	/** Path of agent.php here. */
	readonly agent?: string
	/** Jobs handed to a host at once, in multiples of `jobs`: what has been handed out cannot be called back. */
	readonly batch?: number
}

/** Runs jobs on hosts through ansible-playbook. Hosts that are asked for at the same moment go into one playbook. */
export class AnsibleEngine implements Engine {
	readonly name = 'ansible'
	private readonly token = randomBytes(6).toString('hex')
	/** Hosts that have the agent, by name. */
	private readonly delivered = new Map<string, Host>()
	private readonly readies: Gathered<Ready, Failure | null>
	private readonly wishes: Gathered<Wish, JobResult[]>
	private runs = 0

	/** @param options how */
	constructor(private readonly options: AnsibleOptions = {}) {
		this.readies = new Gathered((wishes) => this.makeReady(wishes), ({ host }) => host.name)
		this.wishes = new Gathered((wishes) => this.work(wishes), ({ host }) => host.name)
	}

	async prepare(host: Host, pack: PackTarget | undefined, signal: AbortSignal): Promise<Failure | null> {
		return signal.aborted ? { code: 'cancelled', message: 'It was not begun.' } : this.readies.ask({ host, pack })
	}

	async* run(host: Host, jobs: readonly SpaceJob[], options: RunOptions): AsyncIterable<JobResult> {
		const size = Math.max(1, options.jobs) * (this.options.batch ?? BATCH)
		const refused = jobs.length === 0 || options.signal.aborted || this.delivered.has(host.name) ? null : await this.prepare(host, undefined, options.signal)
		for (let next = 0; next < jobs.length; next += size) {
			const some = jobs.slice(next, next + size)
			if (options.signal.aborted) {
				yield* some.map((job) => failed(job, { code: 'cancelled', message: 'It was not begun.' }))
			} else if (refused !== null) {
				yield* some.map((job) => failed(job, { ...refused, touched: false }))
			} else {
				yield* await this.wishes.ask({ host, jobs: some, options })
			}
		}
	}

	async close(): Promise<void> {
		const hosts = [...this.delivered.values()]
		this.delivered.clear()
		if (hosts.length > 0) {
			await this.playbook('Leave nothing behind', [remove], hosts, {})
		}
	}

	private async makeReady(wishes: readonly Ready[]): Promise<(Failure | null)[]> {
		// One playbook for each pack: the check of a pack is about one.
		const packs = [...new Set(wishes.map(({ pack }) => pack))]
		const results = new Map<Ready, Failure | null>()
		await Promise.all(packs.map(async (pack) => {
			const some = wishes.filter((wish) => wish.pack === pack)
			const tasks = [...deliver, ...checkAgent, ...pack === undefined ? [] : checkPack]
			await this.playbook('Make ready', tasks, some.map(({ host }) => host), pack === undefined ? {} : { ensemble_pack: pack.version, ensemble_manifest: pack.manifest }, async (out, end) => {
				for (const wish of some) {
					const ended = end(wish.host)
					const said = pack === undefined || ended.message !== null ? null : await verdictOf(join(out, `${wish.host.name}.pack`))
					if (ended.message === null) {
						this.delivered.set(wish.host.name, wish.host)
					}
					results.set(wish, ended.message === null ? said : { code: 'unreachable', message: ended.message })
				}
			})
		}))
		return wishes.map((wish) => results.get(wish) ?? null)
	}

	private async work(wishes: readonly Wish[]): Promise<JobResult[][]> {
		const run = `run${++this.runs}`
		const longest = Math.max(...wishes.map(({ jobs, options }) => Math.ceil(jobs.length / Math.max(1, options.jobs)) * (options.timeout + 30)))
		const began = performance.now()
		const results: JobResult[][] = []
		const hosts = wishes.map(({ host, options }) => ({ ...host, jobs: options.jobs }))
		await this.playbook('Work on the spaces', work(false), hosts, { ensemble_run: run }, async (out, end) => {
			for (const { host, jobs } of wishes) {
				const text = await readFile(join(out, `${host.name}.jsonl`), 'utf8').catch(() => '')
				results.push(resultsOf(jobs, text, end(host), (performance.now() - began) / 1000))
			}
		}, {
			timeout: longest + EXTRA,
			before: async (out) => {
				for (const { host, jobs, options } of wishes) {
					await writeFile(join(out, `${host.name}.jobs`), jobs.map((job, index) => `${JSON.stringify(toWire(host, job, String(index), options.timeout))}\n`).join(''), { mode: 0o600 })
				}
			},
		})
		return results
	}

	/** One playbook over some hosts, with its files in a folder that is gone afterwards. */
	private async playbook(name: string, tasks: Parameters<typeof play>[1], hosts: readonly Host[], vars: Readonly<Record<string, string>>, after: (out: string, end: (host: Host) => HostEnd) => Promise<void> = async () => undefined, { timeout = EXTRA, before = async () => undefined }: { timeout?: number, before?: (out: string) => Promise<void> } = {}): Promise<void> {
		const { program = 'ansible-playbook', agent = AGENT } = this.options
		const out = await mkdtemp(join(tmpdir(), 'ensemble-ansible-'))
		try {
			const [inventory, playbook] = [join(out, 'inventory.yml'), join(out, 'playbook.yml')]
			const known = { ensemble_agent: agent, ensemble_agent_sha256: createHash('sha256').update(readFileSync(agent)).digest('hex'), ensemble_out: out, ensemble_jobs: `${out}/{{ inventory_hostname }}.jobs`, ensemble_journal: `${out}/{{ inventory_hostname }}.jsonl`, ...vars }
			await writeFile(inventory, inventoryFile(hosts.map((host) => ({ host, dir: dirOf(host, this.token) }))), { mode: 0o600 })
			await writeFile(playbook, playbookFile([play(name, tasks, { vars: known })]), { mode: 0o600 })
			await before(out)
			const { hosts: ends, error } = await runPlaybook({ program, inventory, playbook, forks: Math.min(50, hosts.length), timeout })
			await after(out, (host) => ends.get(host.name) ?? { unreachable: false, message: error ?? 'Ansible did not say how it ended.' })
		} finally {
			await rm(out, { recursive: true, force: true })
		}
	}
}

/** What the host's journal says of each job; what it does not say was lost, or never began. */
function resultsOf(jobs: readonly SpaceJob[], text: string, end: HostEnd, seconds: number): JobResult[] {
	const { entries } = readHostJournal(text)
	const begun = new Set(entries.flatMap((entry) => 'begun' in entry ? [entry.begun] : []))
	const ended = new Map(entries.flatMap((entry) => 'begun' in entry ? [] : [[entry.id, entry] as const]))
	return jobs.map((job, index) => {
		const entry = ended.get(String(index))
		if (entry !== undefined) {
			const { error, ...result } = entry
			return fromWire(job, { ...result, ...error === undefined || error.code === 'gate' ? {} : { error: { ...error, code: error.code } } })
		}
		if (text !== '' && !begun.has(String(index))) {
			return failed(job, { code: 'lost', message: `The agent ended before it began this. ${end.message ?? ''}`.trim(), touched: false }, seconds)
		}
		return failed(job, end.unreachable
			? { code: 'unreachable', message: end.message ?? 'The host does not answer.' }
			: { code: 'lost', message: end.message ?? 'The host\'s journal says nothing of it.' }, seconds)
	})
}

async function verdictOf(file: string): Promise<Failure | null> {
	try {
		const { ok, error } = verdict.parse(JSON.parse(await readFile(file, 'utf8')))
		return ok ? null : error ?? { code: 'pack', message: 'The pack is not what was signed.' }
	} catch {
		return { code: 'unreachable', message: 'The host could not check the pack.' }
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Ways to bring a pack to every space, each measured by the CPU seconds of all its processes. */

import type { Engine, JobResult, PackTarget, Space, SpaceFacts, SpaceJob } from '../../fleet/engines/engine.ts'
import type { RealHost } from '../fleet/real/spaces.ts'

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { AnsibleEngine } from '../../fleet/engines/ansible/ansible.ts'
import { beforeOf, overlayFor } from '../../fleet/engines/engine.ts'
import { LocalEngine } from '../../fleet/engines/local/local.ts'
import { OccEngine } from '../../fleet/engines/occ/occ.ts'
import { SimEngine } from '../../fleet/engines/sim/engine.ts'
import { scene } from '../../fleet/rollout/testing.ts'
import { APPS } from '../fleet/real/spaces.ts'

/** Seconds per space. */
export interface Measured {
	readonly cpu: number
	readonly wall: number
}

/** The same pack change, back and forth, by every way. */
export class Ways {
	private at: PackTarget
	private facts = new Map<string, SpaceFacts>()
	private readonly warm = new LocalEngine()

	/**
	 * @param real spaces without a pack
	 * @param one a pack
	 * @param other another one that differs by its version only
	 */
	constructor(private readonly real: RealHost, private readonly one: PackTarget, private readonly other: PackTarget) {
		this.at = one
	}

	/** Brings the first pack to every space. */
	async open(): Promise<void> {
		for (const { config } of this.real.spaces) {
			// As a team does that has tuned its loop; without it, `occ upgrade` takes 5 s CPU.
			await writeFile(join(config, 'tuned.config.php'), '<?php\n$CONFIG = [\'integrity.check.disabled\' => true];\n')
		}
		await this.look()
		await this.bring(this.warm, this.one)
	}

	async close(): Promise<void> {
		await this.warm.close()
	}

	/** What no way can do without: Nextcloud started once in each space, code compiled already. */
	async floor(): Promise<Measured> {
		const { warm } = this
		await this.run(warm, this.jobs((space) => ({ id: space.id, space, action: 'facts', apps: [] })))
		return this.measure(async () => {
			const results = await this.run(warm, this.jobs((space) => ({ id: space.id, space, action: 'facts', apps: [] })))
			// The agent lives on, so the system has not yet told what its children used; it has.
			return results.reduce((total, { cpu = 0 }) => total + cpu, 0)
		})
	}

	local(): Promise<Measured> {
		return this.engine(() => new LocalEngine())
	}

	occ(): Promise<Measured> {
		return this.engine(() => new OccEngine())
	}

	ansible(): Promise<Measured> {
		return this.engine(() => new AnsibleEngine())
	}

	/** What a tuned loop of today does: new overlay, `occ upgrade`, then two looks. */
	async xargs(): Promise<Measured> {
		return this.byHand(async (script) => this.child('sh', ['-c', `printf '%s\\n' ${this.real.spaces.map(({ config }) => config).join(' ')} | xargs -P2 -n1 ${script}`]))
	}

	/** The same by Ansible, each space being a host of its inventory. */
	async playbook(): Promise<Measured> {
		return this.byHand(async (script, dir) => {
			const occ = (name: string, ...args: string[]) => ({ name, 'ansible.builtin.command': { argv: [script, '{{ config }}', ...args] } })
			await writeFile(join(dir, 'inventory.yml'), stringify({ all: { hosts: Object.fromEntries(this.real.spaces.map(({ id, config }) => [id, { ansible_connection: 'local', ansible_python_interpreter: 'auto_silent', config }])) } }))
			await writeFile(join(dir, 'playbook.yml'), stringify([{ hosts: 'all', gather_facts: false, tasks: [occ('overlay', 'flip'), occ('upgrade', 'occ', 'upgrade'), occ('status', 'occ', 'status', '--output=json'), occ('apps', 'occ', 'app:list', '--output=json')] }]))
			return this.child('ansible-playbook', ['-f', '2', '-i', join(dir, 'inventory.yml'), join(dir, 'playbook.yml')])
		})
	}

	/** CPU seconds per space of the controller alone: a simulated roll-out of the whole machine, journal on the disk. */
	async controller(): Promise<number> {
		const [dir, spaces] = [await mkdtemp(join(this.real.root, 'controller-')), 2000]
		const s = await scene({ path: join(dir, 'journal.jsonl'), spaces })
		const before = process.cpuUsage()
		const { ending } = await s.run({ engine: new SimEngine(s.world, s.clock) })
		const { user, system } = process.cpuUsage(before)
		if (ending !== 'done') {
			throw new Error(`The simulated roll-out ended as ${ending}.`)
		}
		return (user + system) / 1e6 / spaces
	}

	/** One of our engines: started, used, ended; apply and a fresh boot that verifies. */
	private async engine(make: () => Engine): Promise<Measured> {
		const target = this.next()
		const engine = make()
		return this.measure(async () => {
			const refused = await engine.prepare(this.real.host, target, new AbortController().signal)
			if (refused !== null) {
				throw new Error(refused.message)
			}
			await this.bring(engine, target)
			await engine.close()
			return null
		})
	}

	private async bring(engine: Engine, target: PackTarget): Promise<void> {
		await this.run(engine, this.jobs((space) => ({ id: space.id, space, action: 'apply', pack: target, before: beforeOf(this.facts.get(space.id)!, APPS), enable: APPS })))
		await this.look(engine)
		this.mustBeAt(target)
		this.at = target
	}

	private async byHand(go: (script: string, dir: string) => Promise<void>): Promise<Measured> {
		const target = this.next()
		const dir = await mkdtemp(join(this.real.root, 'hand-'))
		const [script, overlay] = [join(dir, 'change.sh'), join(dir, 'overlay')]
		const { uid, gid } = this.real.owner
		const as = process.getuid?.() === uid ? '' : `setpriv --reuid=${uid} --regid=${gid} --clear-groups `
		await writeFile(overlay, overlayFor(this.real.host, target.version), { mode: 0o644 })
		const occ = `${as}php -d memory_limit=512M ${this.real.host.code}/occ --no-interaction`
		await writeFile(script, `#!/bin/sh\nset -e\nexport NEXTCLOUD_CONFIG_DIR="$1"\nflip() { cp ${overlay} "$NEXTCLOUD_CONFIG_DIR/.new" && mv "$NEXTCLOUD_CONFIG_DIR/.new" "$NEXTCLOUD_CONFIG_DIR/pack.config.php"; }\ncase "$2" in\nflip) flip ;;\nocc) shift 2; exec ${occ} "$@" ;;\n*) flip; ${occ} upgrade; ${occ} status --output=json; ${occ} app:list --output=json ;;\nesac\n`, { mode: 0o755 })
		const measured = await this.measure(async () => {
			await go(script, dir)
			return null
		})
		await this.look()
		this.mustBeAt(target)
		this.at = target
		return measured
	}

	private next(): PackTarget {
		return this.at === this.one ? this.other : this.one
	}

	private jobs(make: (space: Space) => SpaceJob): SpaceJob[] {
		return this.real.spaces.map(make)
	}

	private async run(engine: Engine, jobs: readonly SpaceJob[]): Promise<JobResult[]> {
		const results: JobResult[] = []
		for await (const result of engine.run(this.real.host, jobs, { jobs: 2, timeout: 300, signal: new AbortController().signal })) {
			if (!result.ok) {
				throw new Error(`${result.space}: ${result.error?.message}`)
			}
			results.push(result)
		}
		return results
	}

	private async look(engine: Engine = this.warm): Promise<void> {
		const results = await this.run(engine, this.jobs((space) => ({ id: space.id, space, action: 'verify', apps: APPS })))
		this.facts = new Map(results.map(({ space, facts }) => [space, facts!]))
	}

	/** A way that does not do the work is not to be compared. */
	private mustBeAt({ version }: PackTarget): void {
		for (const [id, { apps, needsDbUpgrade, maintenance }] of this.facts) {
			if (needsDbUpgrade || maintenance || APPS.some((app) => apps[app]?.version !== version || apps[app].enabled !== true)) {
				throw new Error(`${id} is not wholly at ${version}.`)
			}
		}
	}

	private async child(program: string, args: readonly string[]): Promise<void> {
		const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ANSIBLE_LOCALHOST_WARNING: '0' } })
		let said = ''
		child.stderr.on('data', (bytes: Buffer) => {
			said = (said + bytes.toString()).slice(-2000)
		})
		const code = await new Promise<number | null>((resolve, reject) => {
			child.on('error', reject)
			child.on('close', resolve)
		})
		if (code !== 0) {
			throw new Error(`${program} ended with ${code}: ${said}`)
		}
	}

	/**
	 * @param work gives back CPU seconds that it knows itself, or null for all that this process and its ended children used
	 */
	private async measure(work: () => Promise<number | null>): Promise<Measured> {
		const [began, before] = [performance.now(), await cpuSeconds()]
		const own = await work()
		const count = this.real.spaces.length
		return { cpu: (own ?? await cpuSeconds() - before) / count, wall: (performance.now() - began) / 1000 / count }
	}
}

/** CPU seconds of this process and of all children that have ended, and of theirs. */
async function cpuSeconds(): Promise<number> {
	// After the name in parentheses: state is field 3; utime, stime, cutime, cstime are 14 to 17, in hundredths of a second.
	const fields = (await readFile('/proc/self/stat', 'utf8')).replace(/^.*\) /s, '').split(' ')
	return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / 100
}

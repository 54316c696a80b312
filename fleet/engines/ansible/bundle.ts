// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A plan as a folder that Ansible carries out without our controller: inventory, playbook, jobs, the agent. For teams
 * whose roll-outs go through Ansible (AWX, Semaphore, a pipeline).
 */

import type { Plan } from '../../plan/types.ts'
import type { Yaml } from './playbook.ts'

import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePlan } from '../../plan/hash.ts'
import { failureLimit } from '../../rollout/gates.ts'
import { AGENT } from '../local/packOnHost.ts'
import { chainOf } from './chain.ts'
import { checkAgent, deliver, dirOf, inventoryFile, packIsThere, play, playbookFile, work } from './playbook.ts'

/** How the playbook goes through the hosts of a wave. */
export interface BundleOptions {
	/** Hosts at a time, as Ansible's `serial`. */
	readonly serial?: readonly (string | number)[]
	/** Share of hosts (in percent) that may fail before a wave ends the playbook. */
	readonly maxFail?: number
	/** Path of agent.php here. */
	readonly agent?: string
}

/** Where a wave's files lie in a bundle. */
export const waveDir = (kind: 'jobs' | 'journals', wave: number): string => `${kind}/wave${wave + 1}`

/**
 * Writes a bundle.
 *
 * @param dir where; made, must not hold a bundle already
 * @param plan what is to be carried out
 * @param options how
 * @return what the playbook cannot do, for people
 * @throws Error where there is a bundle
 */
export function writeBundle(dir: string, plan: Plan, { serial = [1, '100%'], maxFail = 0, agent = AGENT }: BundleOptions = {}): string[] {
	if (existsSync(join(dir, 'plan.json'))) {
		throw new Error(`${dir} holds a plan already.`)
	}
	const hosts = new Map(plan.hosts.map((host) => [host.name, host]))
	const spaces = new Map(plan.spaces.map((space) => [space.id, space]))
	const groups: Record<string, string[]> = {}
	mkdirSync(dir, { recursive: true, mode: 0o750 })
	plan.waves.forEach((wave, index) => {
		const jobs = join(dir, waveDir('jobs', index))
		mkdirSync(jobs, { recursive: true, mode: 0o750 })
		mkdirSync(join(dir, waveDir('journals', index)), { recursive: true, mode: 0o750 })
		const planned = wave.spaces.map((id) => spaces.get(id)!)
		groups[groupOf(index)] = [...new Set(planned.map(({ host }) => host))]
		for (const name of groups[groupOf(index)]!) {
			const some = planned.filter(({ host }) => host === name)
			writeFileSync(join(jobs, `${name}.jobs`), some.map((space) => `${JSON.stringify(chainOf(plan, hosts.get(name)!, space))}\n`).join(''), { mode: 0o640 })
		}
	})
	const used = plan.hosts.filter(({ name }) => Object.values(groups).some((members) => members.includes(name)))
	copyFileSync(agent, join(dir, 'agent.php'))
	writeFileSync(join(dir, 'plan.json'), writePlan(plan), { mode: 0o640 })
	writeFileSync(join(dir, 'inventory.yml'), inventoryFile(used.map((host) => ({ host, dir: dirOf(host) })), groups), { mode: 0o640 })
	writeFileSync(join(dir, 'playbook.yml'), `# Made by "ensemble ansible write" from the plan ${plan.hash.slice(0, 12)}. May be run again: what is done stays done.\n${playbookFile(playsOf(plan, agent, { serial, maxFail }))}`, { mode: 0o640 })
	return [
		...plan.window === null ? [] : ['The maintenance window is not in the playbook: start it when spaces may be touched.'],
		...plan.gates.probe ? ['The look from outside (gates.probe) is not in the playbook.'] : [],
	]
}

function groupOf(wave: number): string {
	return `wave${wave + 1}`
}

function playsOf(plan: Plan, agent: string, { serial, maxFail }: { serial: readonly (string | number)[], maxFail: number }): Yaml[] {
	const sha256 = createHash('sha256').update(readFileSync(agent)).digest('hex')
	const known = { ensemble_agent: '{{ playbook_dir }}/agent.php', ensemble_agent_sha256: sha256, ensemble_pack: plan.pack.version, ensemble_manifest: plan.pack.manifest }
	return [
		play('Make every host ready', [...deliver, ...checkAgent, packIsThere], { maxFail: 0, vars: known }),
		...plan.waves.flatMap(({ name, pause, spaces }, wave): Yaml[] => {
			const here = {
				...known,
				ensemble_jobs: `{{ playbook_dir }}/${waveDir('jobs', wave)}/{{ inventory_hostname }}.jobs`,
				ensemble_journal: `{{ playbook_dir }}/${waveDir('journals', wave)}/{{ inventory_hostname }}.jsonl`,
				ensemble_run: `${plan.hash.slice(0, 12)}-${groupOf(wave)}`,
				ensemble_failures: failureLimit(plan.limits.failures, spaces.length),
			}
			const after = afterWave(plan, wave, pause)
			return [
				play(`Wave ${wave + 1} (${name}), ${spaces.length} spaces`, work(true), { hosts: groupOf(wave), serial, maxFail, vars: here }),
				...after.length === 0 ? [] : [play(`After wave ${wave + 1}`, after, { hosts: 'localhost', maxFail: 0, vars: { ansible_connection: 'local', ansible_become: false } })],
			]
		}),
	]
}

/** The check of one's own, and what is between this wave and the next. */
function afterWave({ gates, waves }: Plan, wave: number, pause: number | 'approval' | null): Yaml[] {
	return [
		...gates.command === undefined ? [] : [{ name: 'The check of the inventory', 'ansible.builtin.command': { argv: gates.command }, changed_when: false }],
		...pause === null || wave === waves.length - 1
			? []
			: [pause === 'approval'
					? { name: 'Somebody approved', 'ansible.builtin.assert': { that: [`ensemble_approved | default(0) | int >= ${wave + 1}`], fail_msg: `Wave ${wave + 1} is through. To go on, run the playbook again with: -e ensemble_approved=${wave + 1}`, quiet: true } }
					: { name: 'Wait', 'ansible.builtin.pause': { seconds: pause } }],
	]
}

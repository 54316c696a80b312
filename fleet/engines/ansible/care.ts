// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Delivers, checks and removes the agent on hosts that are reached through Ansible. */

import type { Host } from '../engine.ts'
import type { HostEnd } from './command.ts'
import type { HostVars, Yaml } from './playbook.ts'

import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AGENT } from '../local/packOnHost.ts'
import { runPlaybook } from './command.ts'
import { checkAgent, checkCopy, deliver, dirOf, HOME, inventoryFile, phpCanFork, play, playbookFile, removeAll, trial } from './playbook.ts'

/** What can be done with the agent. */
export type Care = 'check' | 'deliver' | 'remove'

/** The plays of each; a trial is in a folder of its own. */
function playsFor(care: Care, vars: HostVars): Yaml[] {
	switch (care) {
		case 'check':
			return [
				play('The copy over there', checkCopy, { vars }),
				play('A trial', trial, { vars: { ...vars, ensemble_dir: `{{ ensemble_home }}/{{ inventory_hostname }}-${randomBytes(6).toString('hex')}` } }),
			]
		case 'deliver':
			return [play('The agent comes', [...deliver, ...checkAgent, phpCanFork], { vars })]
		case 'remove':
			return [play('The agent goes', removeAll, { vars })]
	}
}

/**
 * Does it on some hosts.
 *
 * @param care what
 * @param hosts where
 * @param options program: ansible-playbook's; agent: path of agent.php here
 * @return by name: null where it is done and well, or why not
 */
export async function careFor(care: Care, hosts: readonly Host[], { program = 'ansible-playbook', agent = AGENT }: { program?: string, agent?: string } = {}): Promise<Map<string, string | null>> {
	const dir = await mkdtemp(join(tmpdir(), 'ensemble-ansible-'))
	try {
		const [inventory, playbook] = [join(dir, 'inventory.yml'), join(dir, 'playbook.yml')]
		const vars = { ensemble_agent: agent, ensemble_agent_sha256: agentHash(agent) }
		await writeFile(inventory, inventoryFile(hosts.map((host) => ({ host, dir: dirOf(host), vars: { ensemble_home: host.home ?? HOME } }))))
		await writeFile(playbook, playbookFile(playsFor(care, vars)))
		const { hosts: ends, error } = await runPlaybook({ program, inventory, playbook, forks: Math.min(50, hosts.length), timeout: 300 })
		const said = (end: HostEnd | undefined) => end === undefined ? error ?? 'Ansible did not say how it ended.' : end.message
		return new Map(hosts.map(({ name }) => [name, said(ends.get(name))]))
	} finally {
		await rm(dir, { recursive: true, force: true })
	}
}

/**
 * SHA-256 of the agent, lower-case hex.
 *
 * @param agent path of agent.php
 */
export function agentHash(agent = AGENT): string {
	return createHash('sha256').update(readFileSync(agent)).digest('hex')
}

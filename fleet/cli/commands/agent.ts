// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble agent show`, `check`, `deliver` and `remove`: the one PHP file that works on hosts. */

import type { Command } from 'commander'
import type { Care } from '../../engines/ansible/care.ts'
import type { FleetHost } from '../../inventory/expand.ts'
import type { Context } from '../context.ts'

import { readFileSync } from 'node:fs'
import { agentHash, careFor } from '../../engines/ansible/care.ts'
import { dirOf } from '../../engines/ansible/playbook.ts'
import { AGENT } from '../../engines/local/packOnHost.ts'
import { takeLease } from '../../journal/lease.ts'
import { load } from '../context.ts'
import { openEngines } from '../engines.ts'
import { EXIT, UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addAgent(program: Command, context: () => Context): void {
	const agent = program.command('agent').summary('the PHP file that works on hosts')
		.description('Hosts need PHP and nothing else of ours. On this machine (engines local and occ) the agent is run from where this command is installed; hosts reached through Ansible get a copy for as long as they are worked on.')
	teach(agent.command('show').summary('say where the agent is and which one').option('--code', 'print the whole file, to be read or copied')
		.action(({ code }: { code?: boolean }) => {
			const { output } = context()
			const text = readFileSync(AGENT, 'utf8')
			const version = /const VERSION = '([^']+)'/.exec(text)?.[1] ?? 'unknown'
			output.json({ path: AGENT, version, sha256: agentHash(), bytes: Buffer.byteLength(text) })
			output.line(code ? text.trimEnd() : `agent.php ${version}, ${Buffer.byteLength(text)} bytes\n  file    ${AGENT}\n  sha256  ${agentHash()}`)
		}), [['ensemble agent show', 'where it is, and its hash'], ['ensemble agent show --code | less', 'read it before you trust it']])
	const onHosts = (care: Care, summary: string, description: string) => agent.command(care).argument('[host...]', 'names of hosts; all unless said').summary(summary).description(description)
		.action(async (names: string[]) => {
			const { options, output, signal, exit } = context()
			const loaded = load(options)
			const hosts = choose(loaded.fleet().hosts, names)
			const said = new Map<string, string | null>()
			// While a roll-out is at work, the agent is not taken from under it.
			const lease = care === 'check' ? null : takeLease(loaded.stateDir, { what: `agent ${care}` })
			try {
				const far = hosts.filter(({ engine }) => engine === 'ansible')
				const near = hosts.filter(({ engine }) => engine !== 'ansible')
				const reached = far.length === 0 ? new Map<string, string | null>() : await careFor(care, far)
				reached.forEach((why, name) => said.set(name, why))
				const engines = openEngines(near, loaded.stateDir)
				try {
					for (const host of near) {
						said.set(host.name, care === 'remove' ? null : (await engines.engineFor(host).prepare(host, undefined, signal))?.message ?? null)
					}
				} finally {
					await engines.close()
				}
			} finally {
				lease?.release()
			}
			const ends = hosts.map((host) => ({ host: host.name, engine: host.engine, ok: said.get(host.name) === null, message: said.get(host.name) ?? wordFor(care, host) }))
			output.json(ends)
			ends.forEach(({ host, ok, message }) => output.line(`${output.paint(ok ? 'green' : 'red', ok ? 'ok' : 'no')}  ${host}: ${message}`))
			exit(ends.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed)
		})
	teach(onHosts('check', 'look whether hosts can run it', 'Hosts reached through Ansible get the agent for a trial: it starts, and is removed again; a copy that lies there must be bit by bit this one. On this machine, the engine starts.'), [['ensemble agent check', 'all hosts'], ['ensemble agent check beta', 'one host']], ['failed'], { failed: 'a host cannot run it' })
	teach(onHosts('deliver', 'put it on hosts reached through Ansible', 'Not needed before a roll-out: it delivers the agent by itself. For looking at it beforehand, or for jobs of your own.'), [['ensemble agent deliver beta', 'puts it there']], ['failed', 'leased'], { failed: 'a host did not take it' })
	teach(onHosts('remove', 'remove it from hosts reached through Ansible', 'Removes the tool\'s folders, also those that a controller left behind that was killed. Spaces keep their pack.'), [['ensemble agent remove', 'from all hosts']], ['failed', 'leased'], { failed: 'a host could not be reached' })
}

function choose(hosts: readonly FleetHost[], names: readonly string[]): readonly FleetHost[] {
	const unknown = names.find((name) => !hosts.some((host) => host.name === name))
	if (unknown !== undefined) {
		throw new UsageError(`The inventory has no host "${unknown}".`)
	}
	return names.length === 0 ? hosts : hosts.filter(({ name }) => names.includes(name))
}

function wordFor(care: Care, host: FleetHost): string {
	if (host.engine !== 'ansible') {
		return care === 'remove' ? 'nothing was put there' : host.engine === 'sim' ? 'simulated' : 'runs it from here'
	}
	return care === 'remove' ? 'nothing of the tool is left' : care === 'check' ? 'can run it' : `is in ${dirOf(host)}`
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble ansible write` and `merge`: a plan for teams whose roll-outs go through Ansible, and what came of it. */

import type { Command } from 'commander'
import type { Taken } from '../../engines/ansible/merge.ts'
import type { Plan } from '../../plan/types.ts'
import type { StoredRollout } from '../../rollout/store.ts'
import type { Context, Loaded } from '../context.ts'

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeBundle } from '../../engines/ansible/bundle.ts'
import { readBundle, takeIn } from '../../engines/ansible/merge.ts'
import { Journal } from '../../journal/journal.ts'
import { takeLease } from '../../journal/lease.ts'
import { readPlan } from '../../plan/hash.ts'
import { createRollout, listRollouts, openRollout, stateOf } from '../../rollout/store.ts'
import { summarize } from '../../rollout/summary.ts'
import { refuseUnfinished } from '../begin.ts'
import { load, whoAsks } from '../context.ts'
import { EXIT, UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'
import { showSummary } from './status.ts'

/** How far each host's journal was taken in, beside the roll-out's own. */
const MERGED = 'merged.json'
const taken = z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string() }))

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addAnsible(program: Command, context: () => Context): void {
	const ansible = program.command('ansible').summary('carry a plan out by your own Ansible')
		.description('For teams whose changes go through Ansible. (A host of the inventory with "engine: ansible" is another thing: there, "ensemble rollout" starts Ansible by itself.)')
	teach(ansible.command('write').argument('<plan>', 'a plan\'s file').summary('make an inventory and a playbook of a plan')
		.description('Writes a folder with inventory, playbook, the agent and a file of jobs for each host and wave. Each space that fails is put back on its host; a wave with a failing host ends the playbook.')
		.option('-o, --out <folder>', 'where it is written', 'ansible')
		.option('--serial <list>', 'hosts at a time, as Ansible\'s "serial", with commas', '1,100%')
		.option('--max-fail <percent>', 'hosts of a batch that may fail before the playbook ends, as Ansible\'s "max_fail_percentage"', '0')
		.action((file: string, { out, serial, maxFail }: { out: string, serial: string, maxFail: string }) => {
			const { output } = context()
			const loaded = load(context().options)
			if (!existsSync(file)) {
				throw new UsageError(`There is no ${file}; "ensemble plan" makes one.`)
			}
			const plan = readPlan(readFileSync(file, 'utf8'))
			refuseUnfinished(loaded, plan)
			if (plan.hosts.some(({ engine }) => engine === 'sim')) {
				throw new UsageError('Simulated hosts are none that Ansible can reach.')
			}
			if (existsSync(join(out, 'plan.json'))) {
				throw new UsageError(`${out} holds a plan already.`)
			}
			const remarks = writeBundle(out, plan, { serial: serialOf(serial), maxFail: percentOf(maxFail) })
			remarks.forEach((remark) => output.remark(output.paint('yellow', remark)))
			output.line(`Written to ${out}. Then:`)
			output.line(`    ansible-playbook -i ${join(out, 'inventory.yml')} ${join(out, 'playbook.yml')}`)
			output.line(`    ensemble ansible merge ${out}`)
			output.json({ folder: out, plan: plan.hash, hosts: plan.hosts.map(({ name }) => name), remarks })
		}), [
		['ensemble ansible write plan.json --out tonight', 'a folder that ansible-playbook runs'],
		['ensemble ansible write plan.json --serial 1,25%,100%', 'hosts in three batches'],
	])
	teach(ansible.command('merge').argument('<folder>', 'what "ensemble ansible write" made').summary('take in what the hosts wrote down')
		.description('Takes the journals that the playbook fetched into the roll-out\'s own. Then "ensemble status" knows of it, "ensemble resume" ends what was left, and "ensemble rollback" takes it back.')
		.action((folder: string) => {
			const { output, options, exit } = context()
			const loaded = load(options)
			const file = join(folder, 'plan.json')
			if (!existsSync(file)) {
				throw new UsageError(`${folder} holds no plan; "ensemble ansible write" makes such a folder.`)
			}
			const plan = readPlan(readFileSync(file, 'utf8'))
			const lease = takeLease(loaded.stateDir, { what: 'ansible merge' })
			try {
				const { rollout, unreadable } = merge(folder, loaded, plan)
				if (unreadable > 0) {
					output.remark(`${unreadable} lines of the hosts' journals were cut off and are left out.`)
				}
				const { state } = stateOf(rollout)
				const summary = summarize(plan, state)
				output.json(summary)
				showSummary(output, summary)
				const failed = [...state.spaces.values()].some((space) => space.failed)
				exit([...state.spaces.values()].some(({ phase }) => phase === 'stuck') ? EXIT.stuck : state.outcome === null ? EXIT.resumable : failed ? EXIT.failed : EXIT.ok)
			} finally {
				lease.release()
			}
		}), [['ensemble ansible merge tonight', 'after the playbook']], ['failed', 'resumable', 'stuck', 'leased'])
}

function merge(folder: string, loaded: Loaded, plan: Plan): { rollout: StoredRollout, unreadable: number } {
	const last = listRollouts(loaded.stateDir).at(-1)
	const known = last === undefined ? undefined : openRollout(loaded.stateDir, last)
	const again = known?.plan.hash === plan.hash
	if (!again) {
		refuseUnfinished(loaded, plan)
	}
	const file = again ? join(known.dir, MERGED) : null
	const before: Taken = file !== null && existsSync(file) ? taken.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
	// Read first: a journal that is refused begins no roll-out.
	const found = readBundle(folder, plan, before)
	const rollout = again ? known : createRollout(loaded.stateDir, plan, Date.now())
	const journal = Journal.open(rollout.journal)
	try {
		takeIn(journal, plan, found.events, { id: rollout.id, by: whoAsks() })
	} finally {
		journal.close()
	}
	// A crash before this line takes the same lines in once more: they say the same.
	writeFileSync(join(rollout.dir, `.${MERGED}`), JSON.stringify(found.taken), { flush: true, mode: 0o640 })
	renameSync(join(rollout.dir, `.${MERGED}`), join(rollout.dir, MERGED))
	return { rollout, unreadable: found.unreadable }
}

function serialOf(text: string): (string | number)[] {
	return text.split(',').map((part) => {
		if (!/^(?:[1-9]\d{0,4}|(?:[1-9]\d?|100)%)$/.test(part)) {
			throw new UsageError(`--serial takes numbers of hosts and percentages such as "1,10%,100%", not "${part}".`)
		}
		return part.endsWith('%') ? part : Number(part)
	})
}

function percentOf(text: string): number {
	if (!/^(?:\d{1,2}|100)$/.test(text)) {
		throw new UsageError(`--max-fail takes a percentage from 0 to 100, not "${text}".`)
	}
	return Number(text)
}

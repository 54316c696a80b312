// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble plan`: looks at every space and says what a roll-out would change. */

import type { Command } from 'commander'
import type { PackTarget } from '../../engines/engine.ts'
import type { Plan } from '../../plan/types.ts'
import type { Context } from '../context.ts'
import type { Output } from '../output.ts'

import { writePlan } from '../../plan/hash.ts'
import { makePlan } from '../../plan/plan.ts'
import { load } from '../context.ts'
import { openEngines } from '../engines.ts'
import { UsageError } from '../exitCodes.ts'
import { lookWhole } from '../facts.ts'
import { findPack } from '../packTarget.ts'
import { teach } from '../teach.ts'
import { many } from '../words.ts'
import { writeWhole } from '../writeWhole.ts'

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addPlan(program: Command, context: () => Context): void {
	teach(program.command('plan').argument('<pack>', 'a pack\'s folder, or its version where it is unpacked')
		.summary('say what a roll-out would change').description('Reads the facts of every space (about one boot each), changes nothing, and writes a plan. "ensemble rollout PLAN" carries it out.')
		.option('-o, --out <file>', 'where the plan is written', 'plan.json')
		.option('--enable <apps>', 'apps to switch on where they are not, with commas; "none" for none', 'all')
		.option('--one-way', 'allow a pack whose migrations are not additive: there is no way back')
		.action(async (name: string, { out, enable, oneWay = false }: { out: string, enable: string, oneWay?: boolean }) => {
			const { output, options } = context()
			const loaded = load(options)
			const fleet = loaded.fleet()
			const engines = openEngines(fleet.hosts, loaded.stateDir)
			try {
				const pack = await findPack(name, loaded, engines)
				const known = await lookWhole(context(), loaded, { fleet, engines, packs: [pack] })
				const plan = makePlan({ fleet, pack, ...known, now: Date.now(), oneWay, ...enable === 'all' ? {} : { enable: enable === 'none' ? [] : named(enable, pack) } })
				writeWhole(out, writePlan(plan), 0o640)
				output.json({ file: out, hash: plan.hash, pack: pack.version, waves: plan.waves, spaces: plan.spaces.map(({ id, changes, risks }) => ({ id, changes, risks })), skipped: plan.skipped })
				showPlan(output, plan, `Written to ${out}. To carry it out: ensemble rollout ${out}`)
			} finally {
				await engines.close()
			}
		}), [
		['ensemble plan 1.2.0', 'writes plan.json'],
		['ensemble plan /srv/packs/1.2.0 --out monday.json', 'the same, by folder'],
		['ensemble plan 1.2.0 --enable none', 'switches on nothing that is off'],
		['ensemble plan 1.2.0 --json | jq .skipped', 'who is left out, and why'],
	], ['refusedPack'])
}

/** Apps by name, each one of the pack. */
function named(list: string, pack: PackTarget): string[] {
	const apps = list.split(',').map((app) => app.trim())
	const unknown = apps.find((app) => pack.apps[app] === undefined)
	if (unknown !== undefined) {
		throw new UsageError(`--enable: the pack has no app "${unknown}"; it has ${Object.keys(pack.apps).join(', ')}.`)
	}
	return apps
}

/**
 * Shows a plan to people.
 *
 * @param output where to
 * @param plan what would change
 * @param ending the last line
 */
export function showPlan(output: Output, plan: Plan, ending: string): void {
	output.line(`Pack ${plan.pack.version} for ${many(plan.spaces.length, 'space')} of ${plan.fleet}; ${plan.skipped.length} left out.`)
	tally(plan.spaces.flatMap(({ changes }) => changes.map((change) => change.kind === 'pack'
		? `pack ${change.from ?? 'none'} → ${change.to}`
		: change.kind === 'update' ? `${change.app} ${change.from} → ${change.to}` : change.kind === 'enable' ? `${change.app} ${change.to} switched on` : `${change.app}: policy`))).forEach(([what, count]) => output.line(`  ${String(count).padStart(6)}  ${what}`))
	output.line('Waves:')
	plan.waves.forEach(({ name, spaces, pause }, index) => output.line(`  ${index + 1}. ${name}: ${many(spaces.length, 'space')}${pause === null ? '' : pause === 'approval' ? ', then waits for "ensemble approve"' : `, then waits ${pause} s`}`))
	const risks = tally(plan.spaces.flatMap(({ risks }) => risks.map(({ code, message }) => `${code}: ${message}`)))
	if (risks.length > 0) {
		output.line(output.paint('yellow', 'Risks:'))
		risks.slice(0, 20).forEach(([risk, count]) => output.line(`  ${String(count).padStart(6)}  ${risk}`))
	}
	if (plan.skipped.length > 0) {
		output.line('Left out:')
		plan.skipped.slice(0, 20).forEach(({ id, code, message }) => output.line(`  ${id}: ${code}: ${message}`))
		if (plan.skipped.length > 20) {
			output.line(`  … and ${plan.skipped.length - 20} more (--json names all)`)
		}
	}
	output.line(ending)
}

/** How often each text, most frequent first. */
function tally(texts: readonly string[]): [string, number][] {
	const counts = new Map<string, number>()
	texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1))
	return [...counts].sort(([, a], [, b]) => b - a)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble heal`: puts back what drifted, as a roll-out with journal, lease and gates. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { makePlan } from '../../plan/plan.ts'
import { FORBIDS, HEALED } from '../../scan/drift.ts'
import { refuseUnfinished } from '../begin.ts'
import { byPack } from '../byPack.ts'
import { load } from '../context.ts'
import { openEngines } from '../engines.ts'
import { EXIT, UsageError } from '../exitCodes.ts'
import { scanFleet } from '../scanning.ts'
import { teach } from '../teach.ts'
import { carryPlans } from './carryPlans.ts'

interface HealOptions {
	readonly space?: string[]
	readonly dryRun?: boolean
	readonly breakLease?: boolean
}

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addHeal(program: Command, context: () => Context): void {
	teach(program.command('heal').summary('put back what drifted')
		.description('Looks at every space as "ensemble scan" does, and brings those that drifted back to the pack, the apps and the policies that they should have: one space first, then the others. Leaves alone what a person has to look at (maintenance mode, a waiting core upgrade, another instance id, log level, app store).')
		.option('--space <id...>', 'only these spaces').option('--dry-run', 'only say what would change')
		.option('--break-lease', 'take over from a controller that you know to be dead')
		.action((options: HealOptions) => heal(context(), options)), [
		['ensemble heal --dry-run', 'what it would do'],
		['ensemble heal', 'does it'],
		['ensemble heal --space space-007', 'in one space'],
	], ['failed', 'resumable', 'stuck', 'leased', 'interrupted'], { failed: 'something is left that a person has to look at, or a space failed and was put back' })
}

async function heal(context: Context, { space, dryRun, breakLease }: HealOptions): Promise<void> {
	const { output } = context
	const loaded = load(context.options)
	refuseUnfinished(loaded)
	const whole = loaded.fleet()
	const unknown = space?.find((id) => !whole.spaces.some((one) => one.id === id))
	if (unknown !== undefined) {
		throw new UsageError(`The inventory has no space "${unknown}".`)
	}
	// One space first, whatever the inventory's waves are; nobody waits for an approval to have a space repaired.
	const fleet = { ...whole, spaces: space === undefined ? whole.spaces : whole.spaces.filter(({ id }) => space.includes(id)), waves: [1, '100%'] }
	const engines = openEngines(fleet.hosts, loaded.stateDir)
	const { snapshot, expected, facts, packs, texts } = await scanFleet(context, loaded, { fleet, engines, files: false, counts: false }).finally(() => engines.close())
	const drifted = snapshot.spaces.filter(({ drift }) => drift.length > 0)
	const healed = drifted.filter(({ drift }) => drift.some(({ code }) => HEALED.has(code)) && !drift.some(({ code }) => FORBIDS.has(code)))
	const present = new Map(healed.map(({ id, pack }) => [id, pack]))
	const { groups, without } = byPack([...present.keys()], (id) => expected.has(id) ? expected.get(id)!.pack : present.get(id)!, packs)
	const plans = groups.map(({ pack, ids }) => makePlan({ fleet, pack, facts, packs, texts, now: Date.now(), only: ids, purpose: 'heal', enable: (id) => expected.get(id)?.on ?? [], oneWay: true }))
	const nobody = new Set(without)
	const left = [
		...drifted.flatMap(({ id, drift }) => drift.filter(({ code }) => !HEALED.has(code) || !present.has(id) || nobody.has(id)).map(({ message }) => ({ id, message }))),
		...plans.flatMap(({ skipped }) => skipped.map(({ id, message }) => ({ id, message }))),
	]
	left.forEach(({ id, message }) => output.remark(`! ${id}: for a person: ${message}`))
	if (drifted.length === 0) {
		output.line(`All ${snapshot.spaces.length} spaces are as they should be.`)
	}
	await carryPlans(context, loaded, plans, { what: 'Heal', dryRun, breakLease, more: { drifted: drifted.length, left } })
	if (left.length > 0 && !dryRun) {
		context.exit(Math.max(EXIT.failed, context.code()))
	}
}

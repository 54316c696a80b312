// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble rollback`: spaces as they were before the newest roll-out, or at any pack that is still unpacked. */

import type { Command } from 'commander'
import type { Fleet } from '../../inventory/expand.ts'
import type { JournalEvent } from '../../journal/records.ts'
import type { Plan } from '../../plan/types.ts'
import type { StoredRollout } from '../../rollout/store.ts'
import type { Context, Loaded } from '../context.ts'

import { PlanError } from '../../plan/hash.ts'
import { makePlan } from '../../plan/plan.ts'
import { compareVersions } from '../../plan/versions.ts'
import { listRollouts, openRollout, stateOf } from '../../rollout/store.ts'
import { refuseUnfinished } from '../begin.ts'
import { load, whoAsks } from '../context.ts'
import { openEngines } from '../engines.ts'
import { UsageError } from '../exitCodes.ts'
import { lookWhole } from '../facts.ts'
import { findPack } from '../packTarget.ts'
import { teach } from '../teach.ts'
import { many } from '../words.ts'
import { carryOut } from './carryOut.ts'
import { carryPlans } from './carryPlans.ts'
import { PURPOSES } from './status.ts'

interface RollbackOptions {
	readonly space?: string[]
	readonly wave?: string
	readonly all?: boolean
	readonly to?: string
	readonly dryRun?: boolean
	readonly why?: string
	readonly breakLease?: boolean
}

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addRollback(program: Command, context: () => Context): void {
	teach(program.command('rollback').argument('[rollout]', 'which; only the newest can be taken back').summary('put spaces back as they were, or to an older pack')
		.description('Puts back one space, a wave, or all that the newest roll-out touched: their pack, apps and policies as they were before it. With --to, brings spaces that have a newer pack back to any pack that is still unpacked. Waits for no window. Refuses where a migration was not additive: Nextcloud does not undo those, and the older code could not live with what they left.')
		.option('--space <id...>', 'these spaces').option('--wave <number>', 'the spaces of this wave of the newest roll-out, from 1').option('--all', 'all of them')
		.option('--to <pack>', 'version or folder of an older pack, instead of how it was before')
		.option('--dry-run', 'only say what would change').option('--why <text>', 'for the journal')
		.option('--break-lease', 'take over from a controller that you know to be dead')
		.action(async (id: string | undefined, options: RollbackOptions) => {
			if ([options.space, options.wave, options.all].filter((choice) => choice !== undefined).length !== 1) {
				throw new UsageError('Say what is to be taken back: --space ID, --wave NUMBER, or --all.')
			}
			const loaded = load(context().options)
			await (options.to === undefined ? takeBack(context(), loaded, id, options) : goTo(context(), loaded, options.to, options))
		}), [
		['ensemble rollback --space space-007', 'one space, as before the newest roll-out'],
		['ensemble rollback --wave 2 --why "slow pages"', 'a wave'],
		['ensemble rollback --all', 'everything'],
		['ensemble rollback --all --to 1.0.0 --dry-run', 'to an older pack: who would go back?'],
	], ['failed', 'resumable', 'stuck', 'refusedPack', 'leased', 'interrupted'])
}

/** As it was before the newest roll-out: its journal knows. */
async function takeBack(context: Context, loaded: Loaded, id: string | undefined, options: RollbackOptions): Promise<void> {
	const rollout = openRollout(loaded.stateDir, id)
	if (rollout.id !== listRollouts(loaded.stateDir).at(-1)) {
		throw new UsageError('A newer roll-out went over this one; only the newest can be taken back. To bring spaces to an older pack: --to VERSION.')
	}
	if (rollout.plan.purpose === 'heal') {
		throw new UsageError(`The newest roll-out, ${rollout.id}, healed: to take it back would be to bring the drift back. To bring spaces to an older pack: --to VERSION.`)
	}
	const asked = rollbackOf(rollout, options)
	if (options.dryRun === true) {
		context.output.json({ dryRun: true, rollout: rollout.id, spaces: asked.spaces })
		context.output.line(`${rollout.id}: ${many(asked.spaces.length, 'space')} would be put back. Nothing was changed (--dry-run).`)
		return
	}
	context.output.remark(`Taking back ${rollout.id} (${PURPOSES[rollout.plan.purpose]} ${rollout.plan.pack.version}) in ${many(asked.spaces.length, 'space')}.`)
	await carryOut(context, loaded, () => rollout, { breakLease: options.breakLease, ask: [asked], settleOnly: true })
}

/** What is asked back; refused where there is no way back. */
function rollbackOf(rollout: StoredRollout, { space, wave, why }: RollbackOptions): Extract<JournalEvent, { type: 'rollback-asked' }> {
	const { plan } = rollout
	const { state } = stateOf(rollout)
	const spaces = space ?? (wave === undefined ? plan.waves.flatMap((each) => each.spaces) : spacesOfWave(plan, wave))
	const unknown = spaces.find((id) => !state.spaces.has(id))
	if (unknown !== undefined) {
		throw new UsageError(`The roll-out ${rollout.id} has no space "${unknown}".`)
	}
	const risky = new Map(plan.spaces.flatMap(({ id, risks }) => risks.flatMap(({ code, apps = [] }) => code === 'one-way' ? [[id, apps] as const] : [])))
	// Where nothing has been touched, or it was put back already, there is nothing to go back from.
	const barred = spaces.filter((id) => risky.has(id) && state.spaces.get(id)!.touched && state.spaces.get(id)!.phase !== 'restored')
	if (barred.length > 0) {
		const apps = [...new Set(barred.flatMap((id) => risky.get(id)!))].map((app) => `${app} ${plan.pack.apps[app]?.version}`)
		throw new PlanError(`There is no way back from ${apps.join(', ')} for ${some(barred)}: a migration of it drops or renames something. Restore the spaces from a backup.`)
	}
	return { type: 'rollback-asked', scope: space !== undefined ? 'space' : wave !== undefined ? 'wave' : 'all', spaces: [...spaces], by: whoAsks(), ...why === undefined ? {} : { why } }
}

/** To an older pack: a plan of its own, for spaces that have a newer one. */
async function goTo(context: Context, loaded: Loaded, to: string, { space, wave, dryRun, breakLease, why }: RollbackOptions): Promise<void> {
	refuseUnfinished(loaded)
	// Back is urgent: one space first, then the others, at whatever hour.
	const fleet = { ...loaded.fleet(), waves: [1, '100%'], window: undefined }
	const asked = space ?? (wave === undefined ? fleet.spaces.map(({ id }) => id) : spacesOfWave(openRollout(loaded.stateDir).plan, wave))
	const unknown = asked.find((id) => !fleet.spaces.some((one) => one.id === id))
	if (unknown !== undefined) {
		throw new UsageError(`The inventory has no space "${unknown}".`)
	}
	const plan = await planBack(context, loaded, fleet, to, asked)
	plan.skipped.forEach(({ id, message }) => context.output.remark(`! ${id} is left out: ${message}`))
	if (plan.spaces.length === 0) {
		context.output.line(`No space that could be looked at has a newer pack than ${plan.pack.version}.`)
	}
	await carryPlans(context, loaded, [plan], { what: 'Back', dryRun, breakLease, why, more: { leftOut: plan.skipped } })
}

async function planBack(context: Context, loaded: Loaded, fleet: Fleet, to: string, asked: readonly string[]): Promise<Plan> {
	const engines = openEngines(fleet.hosts, loaded.stateDir)
	try {
		const pack = await findPack(to, loaded, engines)
		const { facts, packs } = await lookWhole(context, loaded, { fleet: withoutPolicies(fleet), engines, packs: [pack], only: new Set(asked) })
		// "Back" never brings a space forward; one that cannot be read is named by the plan.
		const only = new Set(asked.filter((id) => {
			const known = facts.get(id)
			return known === undefined || 'code' in known || (known.overlay.pack !== null && compareVersions(known.overlay.pack, pack.version) > 0)
		}))
		const plan = makePlan({ fleet: withoutPolicies(fleet), pack, facts, packs, now: Date.now(), only, purpose: 'rollback', enable: [], oneWay: true })
		const barred = plan.skipped.filter(({ code }) => code === 'one-way')
		if (barred.length > 0) {
			throw new PlanError(`${some(barred.map(({ id }) => id))} cannot go back to pack ${pack.version}. ${barred[0]!.message} Nothing was changed; name the other spaces with --space to bring them back.`)
		}
		return plan
	} finally {
		await engines.close()
	}
}

/** Only the pack goes back; policies stay as they are. */
function withoutPolicies(fleet: Fleet): Fleet {
	return { ...fleet, spaces: fleet.spaces.map((space) => ({ ...space, policies: {} })) }
}

function spacesOfWave(plan: Plan, wave: string): readonly string[] {
	const found = plan.waves[Number(wave) - 1]
	if (found === undefined) {
		throw new UsageError(`There are waves 1 to ${plan.waves.length}, not "${wave}".`)
	}
	return found.spaces
}

/** `space-001`, or `space-001 and 41 others`. */
function some(ids: readonly string[]): string {
	return ids.length === 1 ? ids[0]! : ids.length === 2 ? ids.join(' and ') : `${ids[0]} and ${ids.length - 1} others`
}

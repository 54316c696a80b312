// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether a roll-out may begin: the one before is at its end, and the plan is still true. */

import type { Plan } from '../plan/types.ts'
import type { StoredRollout } from '../rollout/store.ts'
import type { Context, Loaded } from './context.ts'

import { beforeOf } from '../engines/engine.ts'
import { canonical } from '../journal/canonical.ts'
import { PlanError } from '../plan/hash.ts'
import { createRollout, listRollouts, openRollout, stateOf } from '../rollout/store.ts'
import { openEngines } from './engines.ts'
import { UsageError } from './exitCodes.ts'
import { lookAtSpaces } from './looking.ts'

/**
 * Refuses while an earlier roll-out has not come to its end.
 *
 * @param loaded the inventory
 * @param plan that is to begin; one that was carried out already is refused, too
 * @throws UsageError, PlanError
 */
export function refuseUnfinished(loaded: Loaded, plan?: Plan): void {
	const last = listRollouts(loaded.stateDir).at(-1)
	if (last === undefined) {
		return
	}
	const rollout = openRollout(loaded.stateDir, last)
	const before = stateOf(rollout).state
	if (before.outcome === null) {
		throw new UsageError(`The roll-out ${last} is not at its end. "ensemble resume" goes on with it, "ensemble abort" ends it.`)
	}
	if (before.id !== null && rollout.plan.hash === plan?.hash) {
		throw new PlanError('This plan was carried out already. Make a new one.')
	}
}

/**
 * Begins a roll-out from a plan that was made some time ago, if it still fits: the inventory, the one before, the
 * canaries and some more spaces.
 *
 * @param context the command's
 * @param loaded the inventory
 * @param plan as read from its file
 * @throws UsageError, PlanError
 */
export async function beginPlan(context: Context, loaded: Loaded, plan: Plan): Promise<StoredRollout> {
	refuseUnfinished(loaded, plan)
	const fleet = loaded.fleet()
	const there = new Map(fleet.spaces.map((space) => [space.id, space]))
	const gone = plan.spaces.find(({ id, host, config }) => there.get(id)?.host !== host || there.get(id)?.config !== config || there.get(id)?.hold !== null)
	if (plan.fleet !== fleet.name || gone !== undefined) {
		throw new PlanError(`The inventory changed since the plan was made${gone === undefined ? '' : ` (${gone.id})`}. Make a new plan.`)
	}
	const apps = Object.keys(plan.pack.apps)
	const engines = openEngines(plan.hosts, loaded.stateDir)
	try {
		// Every space is checked again before it is touched; these first, so that a stale plan does not even begin.
		const only = new Set([...plan.waves[0]?.spaces ?? [], ...plan.waves.flatMap(({ spaces }) => spaces).slice(-20)])
		const facts = await lookAtSpaces(context, { ...fleet, hosts: plan.hosts, limits: plan.limits }, engines, { apps, only, quiet: true })
		for (const { id, before } of plan.spaces.filter(({ id }) => only.has(id))) {
			const known = facts.get(id)
			if (known === undefined || 'code' in known || canonical(beforeOf(known, apps, Object.keys(before.policies ?? {}))) !== canonical(before)) {
				throw new PlanError(`${id} is not what the plan says any more${known !== undefined && 'code' in known ? ` (${known.message})` : ''}. Make a new plan.`)
			}
		}
	} finally {
		await engines.close()
	}
	return createRollout(loaded.stateDir, plan, Date.now())
}

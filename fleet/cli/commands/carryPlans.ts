// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What policy, heal and rollback share: plans that are made and carried out at once, one after the other, each as a roll-out of its own. */

import type { Plan } from '../../plan/types.ts'
import type { Summary } from '../../rollout/summary.ts'
import type { Context, Loaded } from '../context.ts'

import { createRollout } from '../../rollout/store.ts'
import { refuseUnfinished } from '../begin.ts'
import { EXIT } from '../exitCodes.ts'
import { many } from '../words.ts'
import { carryOut } from './carryOut.ts'
import { showPlan } from './plan.ts'

/** How to carry out. */
export interface CarryOptions {
	/** Only shows the plans. */
	readonly dryRun?: boolean
	readonly breakLease?: boolean
	/** For the journal. */
	readonly why?: string
	/** What else the JSON says. */
	readonly more?: Readonly<Record<string, unknown>>
	/** What to call it for people: `Policies`, `Heal`. */
	readonly what: string
}

/**
 * Carries plans out. Where one stops or waits, the next ones are not begun: the same command, after "ensemble resume", plans them anew.
 *
 * @param context the command's; its exit code is set
 * @param loaded the inventory
 * @param plans in this order; those without spaces are left out
 * @param options how
 */
export async function carryPlans(context: Context, loaded: Loaded, plans: readonly Plan[], { dryRun = false, breakLease = false, why, more = {}, what }: CarryOptions): Promise<void> {
	const { output } = context
	const due = plans.filter(({ spaces }) => spaces.length > 0)
	if (dryRun) {
		output.json({ ...more, dryRun: true, plans: due.map(({ pack, waves, spaces, skipped }) => ({ pack: pack.version, waves, spaces: spaces.map(({ id, changes, risks }) => ({ id, changes, risks })), skipped })) })
		due.forEach((plan) => showPlan(output, plan, 'Nothing was changed (--dry-run).'))
		return
	}
	const rollouts: Summary[] = []
	let last: number = EXIT.ok
	for (const plan of due) {
		output.line(`${what}: ${many(plan.spaces.length, 'space')} with pack ${plan.pack.version}`)
		const { code, summary } = await carryOut(context, loaded, () => {
			// Under the lease: nobody else begins one in between.
			refuseUnfinished(loaded)
			return createRollout(loaded.stateDir, plan, Date.now())
		}, { breakLease, silent: true, why })
		rollouts.push(summary)
		last = Math.max(last, code)
		if (code !== EXIT.ok && code !== EXIT.failed) {
			break
		}
	}
	const left = due.slice(rollouts.length)
	if (left.length > 0) {
		output.line(`Not begun: ${left.map(({ pack, spaces }) => `${many(spaces.length, 'space')} with pack ${pack.version}`).join(', ')}. Once this roll-out is at its end, give the same command again.`)
	}
	context.exit(last)
	output.json({ ...more, dryRun: false, rollouts, notBegun: left.map(({ pack, spaces }) => ({ pack: pack.version, spaces: spaces.length })) })
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** All steps of a space as one chain of jobs, for a host that has to go on by itself: the way forward, and at each failure the way back. */

import type { Expectation, WireJob } from '../../agent/wire.ts'
import type { Step } from '../../journal/records.ts'
import type { Plan, PlannedSpace } from '../../plan/types.ts'
import type { Host } from '../engine.ts'

import { toWire } from '../../agent/wire.ts'
import { jobOf } from '../../rollout/steps.ts'

/**
 * The chain of a space. Ids are `apply:<space>`, `verify:<space>`, `restore:<space>`, `check:<space>`.
 *
 * @param plan of the roll-out
 * @param host of the space
 * @param space as planned
 */
export function chainOf(plan: Plan, host: Host, space: PlannedSpace): WireJob {
	const wire = (step: Step): WireJob => {
		const job = jobOf(plan, step, space)
		return toWire(host, job, job.id, plan.limits.timeout)
	}
	const check = (otherwise?: WireJob): WireJob => ({ ...wire('check'), expect: backward(plan, space), otherwise })
	const second: WireJob = { ...wire('restore'), then: check() }
	const back: WireJob = { ...wire('restore'), then: check(second), otherwise: second }
	return { ...wire('apply'), then: { ...wire('verify'), expect: forward(plan, space), otherwise: back }, otherwise: back }
}

/** What judgeForward() of rollout/gates.ts asks for. */
function forward({ pack }: Plan, { before, enable, policies = {} }: PlannedSpace): Expectation {
	return {
		...common(before),
		pack: pack.version,
		policies,
		apps: Object.fromEntries(Object.entries(pack.apps).map(([app, { version }]) => {
			const was = before.apps[app]?.enabled ?? false
			return [app, { version, enabled: was === false ? enable.includes(app) : was }]
		})),
	}
}

/** What judgeBack() asks for. */
function backward({ pack, texts }: Plan, { before }: PlannedSpace): Expectation {
	return {
		...common(before),
		pack: before.pack,
		policies: Object.fromEntries(Object.entries(before.policies ?? {}).filter(([, hash]) => hash === null || texts[hash] !== undefined)),
		apps: Object.fromEntries(Object.keys(pack.apps).map((app) => [app, { version: before.apps[app]?.version ?? null, enabled: before.apps[app]?.enabled ?? false }])),
	}
}

function common({ instanceId, maintenance, loglevel }: PlannedSpace['before']): Pick<Expectation, 'instanceId' | 'maintenance' | 'loglevel'> {
	return { instanceId, maintenance, loglevel }
}

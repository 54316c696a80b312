// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What each space should be: what the last roll-out that went over it made of it. */

import type { PlannedSpace } from '../plan/types.ts'
import type { SpaceState } from '../rollout/machine.ts'

import { listRollouts, openRollout, stateOf } from '../rollout/store.ts'

/** What is expected of a space. */
export interface Expected {
	/** The roll-out that says so. */
	readonly rollout: string
	/** False while it is between two packs: only "ensemble resume" can tell. */
	readonly settled: boolean
	/** Version of its pack; null for none. */
	readonly pack: string | null
	readonly instanceId: string
	/** Apps that are on. */
	readonly on: readonly string[]
}

/**
 * Reads what journals say, from the newest roll-out back, until every space is known.
 *
 * @param stateDir the state folder
 * @param ids of the spaces
 * @return by id; spaces that no roll-out went over are not in it
 * @throws JournalError, PlanError where one was changed
 */
export function readExpected(stateDir: string, ids: Iterable<string>): Map<string, Expected> {
	const open = new Set(ids)
	const expected = new Map<string, Expected>()
	// Known from a plan that did not touch them: counts where no older roll-out says more.
	const seen = new Map<string, Expected>()
	for (const id of listRollouts(stateDir).reverse()) {
		if (open.size === 0) {
			break
		}
		const rollout = openRollout(stateDir, id)
		const { state } = stateOf(rollout)
		for (const space of rollout.plan.spaces.filter((one) => open.has(one.id))) {
			const stands = state.spaces.get(space.id)
			const found = stands === undefined ? null : expectedOf(id, rollout.plan.pack.version, space, stands)
			if (found !== null) {
				expected.set(space.id, found)
				open.delete(space.id)
			} else if (!seen.has(space.id)) {
				seen.set(space.id, asBefore(id, space))
			}
		}
	}
	open.forEach((id) => seen.has(id) && expected.set(id, seen.get(id)!))
	return expected
}

/** Null where the roll-out did not touch the space. */
function expectedOf(rollout: string, pack: string, space: PlannedSpace, { phase, touched }: SpaceState): Expected | null {
	if (phase === 'refused' || (phase === 'waiting' && !touched)) {
		return null
	}
	if (phase === 'restored') {
		return asBefore(rollout, space)
	}
	return { rollout, settled: phase === 'done', pack, instanceId: space.before.instanceId, on: [...new Set([...onBefore(space), ...space.enable])].sort() }
}

function asBefore(rollout: string, space: PlannedSpace): Expected {
	return { rollout, settled: true, pack: space.before.pack, instanceId: space.before.instanceId, on: onBefore(space) }
}

function onBefore({ before }: PlannedSpace): string[] {
	return Object.entries(before.apps).filter(([, { enabled }]) => enabled !== false).map(([app]) => app).sort()
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A roll-out in a few numbers, for status and progress. */

import type { Plan } from '../plan/types.ts'
import type { Phase } from './machine.ts'
import type { RolloutState } from './state.ts'

/** What status shows. */
export interface Summary {
	readonly rollout: string | null
	readonly pack: string
	readonly purpose: Plan['purpose']
	/** `not begun`, `unfinished`, `paused`, `stopped`, `waits for approval`, or what became of it. */
	readonly status: string
	readonly reason: string | null
	readonly wave: number
	readonly waves: readonly { readonly name: string, readonly spaces: number, readonly done: number, readonly failed: number }[]
	readonly spaces: number
	readonly phases: Readonly<Record<Phase, number>>
	/** Spaces that failed, and what became of them. */
	readonly failures: readonly { readonly space: string, readonly phase: Phase, readonly code: string, readonly message: string, readonly stuckBy: string | null }[]
	readonly skipped: number
	readonly startedAt: string | null
	readonly lastAt: string | null
}

/**
 * Sums a roll-out up.
 *
 * @param plan its plan
 * @param state where it stands
 */
export function summarize(plan: Plan, state: RolloutState): Summary {
	const phases: Record<Phase, number> = { waiting: 0, applied: 0, done: 0, failed: 0, 'put-back': 0, restored: 0, refused: 0, stuck: 0 }
	const waves = plan.waves.map(({ name, spaces }) => ({ name, spaces: spaces.length, done: 0, failed: 0 }))
	const failures: Summary['failures'][number][] = []
	for (const [space, { phase, wave, failed, error, stuckBy }] of state.spaces) {
		phases[phase]++
		waves[wave]!.done += phase === 'done' ? 1 : 0
		waves[wave]!.failed += failed ? 1 : 0
		if (failed) {
			failures.push({ space, phase, code: error?.code ?? 'lost', message: error?.message ?? '', stuckBy: stuckBy?.message ?? null })
		}
	}
	return {
		rollout: state.id,
		pack: plan.pack.version,
		purpose: plan.purpose,
		...standing(plan, state),
		wave: state.wave,
		waves,
		spaces: state.spaces.size,
		phases,
		failures,
		skipped: plan.skipped.length,
		startedAt: state.startedAt,
		lastAt: state.lastAt,
	}
}

function standing(plan: Plan, state: RolloutState): Pick<Summary, 'status' | 'reason'> {
	const { id, outcome, paused, stopped, wave, begun, approved } = state
	if (id === null) {
		return { status: 'not begun', reason: null }
	}
	if (outcome !== null) {
		return { status: outcome, reason: null }
	}
	if (paused !== null) {
		return { status: 'paused', reason: paused }
	}
	if (stopped !== null) {
		return { status: 'stopped', reason: stopped }
	}
	const waits = wave > 0 && wave < plan.waves.length && !begun && plan.waves[wave - 1]!.pause === 'approval' && !approved.has(wave - 1)
	return waits ? { status: 'waits for approval', reason: `wave ${wave} of ${plan.waves.length} is through` } : { status: 'unfinished', reason: null }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The steps of one space. Pure.
 *
 *     waiting ─apply→ applied ─verify→ done
 *                │            │          │ (rollback asked)
 *                └── failed ──┴──────────┤
 *                                        └─restore→ put-back ─check→ restored
 *                                             └── twice in vain: stuck
 *
 * A step that was begun and has no end (the controller died) is done again: all steps are idempotent.
 */

import type { FailureCode } from '../engines/engine.ts'
import type { KeptFailure, Step } from '../journal/records.ts'

/** Where a space stands. `refused`: it was found to be otherwise than planned, and was not touched. */
export type Phase = 'waiting' | 'applied' | 'done' | 'failed' | 'put-back' | 'restored' | 'refused' | 'stuck'

/** A space of a roll-out. */
export interface SpaceState {
	readonly wave: number
	phase: Phase
	/** The step that was begun and has not ended; null between steps. */
	step: Step | null
	/** It may have been changed: an apply was begun that did not end as refused or cancelled. */
	touched: boolean
	/** A person asked to take it back. */
	back: boolean
	/** It failed at some time, whatever became of it. */
	failed: boolean
	/** How often a fresh boot was judged: once by its roll-out, once more by a gate. */
	looks: number
	/** Attempts to put it back that failed since a person last looked. */
	vain: number
	/** The first failure. */
	error: KeptFailure | null
	/** What went wrong when it was put back, if it is stuck. */
	stuckBy: KeptFailure | null
	/** Seconds of all its steps. */
	seconds: number
}

/** Attempts to put a space back before it is called stuck. */
const ATTEMPTS = 2

/** Failures by which an engine says, unless it says otherwise: I did not touch it. The agent knows the same list. */
const UNTOUCHED: ReadonlySet<string> = new Set<FailureCode>(['locked', 'moved', 'owner', 'config', 'maintenance', 'core-upgrade', 'range', 'missing-app', 'pack'])

/**
 * A space at the beginning.
 *
 * @param wave index of its wave
 */
export function untouched(wave: number): SpaceState {
	return { wave, phase: 'waiting', step: null, touched: false, back: false, failed: false, looks: 0, vain: 0, error: null, stuckBy: null, seconds: 0 }
}

/**
 * The step to do next, or null where nothing is left to do.
 *
 * @param space where it stands
 * @param mayBegin whether a space that waits may be begun now
 */
export function nextStep(space: SpaceState, mayBegin: boolean): Step | null {
	switch (space.phase) {
		case 'waiting':
			return space.touched ? (space.back ? 'restore' : 'apply') : mayBegin && !space.back ? 'apply' : null
		case 'applied':
			return space.back ? 'restore' : 'verify'
		case 'done':
			return space.back ? 'restore' : null
		case 'failed':
			return 'restore'
		case 'put-back':
			return 'check'
		default:
			return null
	}
}

/**
 * A step begins.
 *
 * @param space changed in place
 * @param step which
 */
export function begin(space: SpaceState, step: Step): void {
	space.step = step
}

/**
 * A step ends.
 *
 * @param space changed in place
 * @param step which
 * @param error null where it did what it is for
 * @param seconds it took
 */
export function end(space: SpaceState, step: Step, error: KeptFailure | null, seconds: number): void {
	space.step = null
	space.seconds += seconds
	space.looks += step === 'verify' ? 1 : 0
	if (error?.code === 'cancelled') {
		return
	}
	if (error === null) {
		space.phase = ({ apply: 'applied', verify: 'done', restore: 'put-back', check: 'restored' } as const)[step]
		space.touched ||= step === 'apply'
		return
	}
	space.failed = true
	space.error ??= error
	if (step === 'apply' && !space.touched && !(error.touched ?? !UNTOUCHED.has(error.code))) {
		space.phase = 'refused'
	} else if (step === 'apply' || step === 'verify') {
		space.touched = true
		space.phase = 'failed'
	} else {
		space.vain++
		space.phase = space.vain < ATTEMPTS ? 'failed' : 'stuck'
		space.stuckBy = space.phase === 'stuck' ? error : null
	}
}

/**
 * The controller begins again: a step without an end may have done anything, and a stuck space gets another try.
 *
 * @param space changed in place
 */
export function retry(space: SpaceState): void {
	if (space.step !== null) {
		space.touched ||= space.step === 'apply'
		space.step = null
	}
	if (space.phase === 'stuck') {
		space.phase = 'failed'
		space.vain = 0
		space.stuckBy = null
	}
}

/**
 * A person wants it back as it was.
 *
 * @param space changed in place
 */
export function ask(space: SpaceState): void {
	retry(space)
	space.back = true
	space.vain = 0
}

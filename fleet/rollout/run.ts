// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The controller: carries a plan out, wave after wave, and writes down each step before and after it. Also what resume and rollback run. */

import type { Engine, Host } from '../engines/engine.ts'
import type { Journal } from '../journal/journal.ts'
import type { JournalEvent, JournalRecord, KeptFailure } from '../journal/records.ts'
import type { Plan, PlannedSpace } from '../plan/types.ts'
import type { Clock } from './clock.ts'
import type { RolloutState } from './state.ts'

import { Ledger } from './ledger.ts'
import { settle, unsettled } from './steps.ts'
import { runWave, stop } from './wave.ts'

/** How a run ended. `paused`, `stopped`, `approval`, `interrupted`: there is more to do, and resume does it. */
export type Ending = 'done' | 'aborted' | 'rolled-back' | 'paused' | 'stopped' | 'approval' | 'interrupted'

/** What a run needs. */
export interface RunInput {
	readonly plan: Plan
	readonly journal: Journal
	readonly engineFor: (host: Host & { readonly engine: string }) => Engine
	readonly clock: Clock
	/** Ctrl-C: what was begun is brought to its end, nothing else is begun. */
	readonly signal: AbortSignal
	readonly by: string
	/** Why it is begun, for its first record. */
	readonly why?: string
	/** Name of the roll-out, for its first record. */
	readonly id: string
	/** What others asked for meanwhile (pause, approve, abort). */
	readonly requests?: () => readonly JournalEvent[]
	/** Sees each record, and the state after it. */
	readonly onRecord?: (record: JournalRecord, state: RolloutState) => void
	/** A check of one's own after each wave: null to go on, or why not. */
	readonly waveGate?: (wave: number) => Promise<string | null>
	/** Only brings to an end what was begun or asked back: for the rollback of some spaces. */
	readonly settleOnly?: boolean
	/** Asks a space from outside: null where it is well. */
	readonly probe?: (space: PlannedSpace) => Promise<KeptFailure | null>
}

/**
 * Carries a plan out from wherever its journal stands.
 *
 * @param input what it needs; the caller holds the lease
 * @return how it ended, and the state
 * @throws JournalError, JournalFullError; the state of spaces is then found out by the next resume
 */
export async function runRollout(input: RunInput): Promise<{ ending: Ending, state: RolloutState }> {
	const ledger = new Ledger(input)
	const ending = await carry(ledger)
	input.journal.seal()
	return { ending, state: ledger.state }
}

async function carry(ledger: Ledger): Promise<Ending> {
	const { state, input: { plan, by, why, id, signal, settleOnly } } = ledger
	if (state.id === null) {
		ledger.write([{ type: 'rollout-started', rollout: id, plan: plan.hash, pack: plan.pack.version, waves: plan.waves.map(({ spaces }) => spaces.length), by, ...why === undefined ? {} : { why } }])
		ledger.look()
	} else {
		// One that has ended can still be taken back.
		ledger.look()
		if (state.outcome !== null) {
			return state.outcome
		}
		ledger.write([{ type: 'resumed', by }])
	}
	await settle(ledger)
	const goesOn = () => state.wave < plan.waves.length && !state.aborted && !state.rollingBack
	if (settleOnly === true && goesOn()) {
		ledger.write([{ type: 'paused', by, why: 'spaces were taken back' }])
		return 'paused'
	}
	while (goesOn()) {
		const why = await runWave(ledger, state.wave)
		if (why !== null) {
			return why
		}
	}
	await settle(ledger)
	if (signal.aborted && unsettled(ledger).length > 0) {
		return 'interrupted'
	}
	const stuck = [...state.spaces.values()].filter(({ phase }) => phase === 'stuck').length
	if (stuck > 0) {
		// Not at an end: each resume tries once more to put them back.
		return stop(ledger, stuck === 1 ? 'One space is stuck.' : `${stuck} spaces are stuck.`)
	}
	const outcome = state.rollingBack ? 'rolled-back' : state.aborted ? 'aborted' : 'done'
	ledger.write([{ type: 'rollout-ended', outcome }])
	return outcome
}

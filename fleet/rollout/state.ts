// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where a roll-out stands: nothing but its plan and its journal, record by record. */

import type { JournalRecord, KeptFailure } from '../journal/records.ts'
import type { Plan } from '../plan/types.ts'
import type { SpaceState } from './machine.ts'

import { JournalError } from '../journal/line.ts'
import { ask, begin, end, retry, untouched } from './machine.ts'

/** What became of a roll-out; null while it goes on. */
export type Outcome = 'done' | 'aborted' | 'rolled-back' | null

/** The state of a roll-out. Made by replay(), kept by apply(). */
export interface RolloutState {
	id: string | null
	readonly spaces: Map<string, SpaceState>
	/** Index of the wave being worked on, or to begin; number of waves when all are through. */
	wave: number
	/** The wave has begun. */
	begun: boolean
	/** When the wave before ended, in milliseconds; null before the first. */
	waveEndedAt: number | null
	readonly hosts: Map<string, 'ready' | 'begun' | KeptFailure>
	/** Waves after which somebody said: go on. */
	readonly approved: Set<number>
	/** The last gate of the present wave; null where it was not asked yet. */
	gate: { pass: boolean, reason: string } | null
	paused: string | null
	/** Why it stopped by itself; a person resumes it. */
	stopped: string | null
	aborted: boolean
	/** All of it is being taken back. */
	rollingBack: boolean
	outcome: Outcome
	/** Spaces of the present wave that failed since a person last looked. */
	failures: number
	startedAt: string | null
	lastAt: string | null
	records: number
}

/**
 * The state before anything was written.
 *
 * @param plan of the roll-out
 */
export function emptyState(plan: Plan): RolloutState {
	const waves = plan.waves.flatMap(({ spaces }, wave) => spaces.map((id) => [id, untouched(wave)] as const))
	return { id: null, spaces: new Map(waves), wave: 0, begun: false, waveEndedAt: null, hosts: new Map(), approved: new Set(), gate: null, paused: null, stopped: null, aborted: false, rollingBack: false, outcome: null, failures: 0, startedAt: null, lastAt: null, records: 0 }
}

/**
 * Replays a journal.
 *
 * @param plan the roll-out's
 * @param records of its journal
 * @throws JournalError where the journal is another plan's
 */
export function replay(plan: Plan, records: readonly JournalRecord[]): RolloutState {
	const state = emptyState(plan)
	records.forEach((record) => applyRecord(state, plan, record))
	return state
}

/**
 * Takes one record in.
 *
 * @param state changed in place
 * @param plan the roll-out's
 * @param record the next one
 */
export function applyRecord(state: RolloutState, plan: Plan, record: JournalRecord): void {
	state.lastAt = record.at
	state.records = record.n
	switch (record.type) {
		case 'rollout-started':
			if (record.plan !== plan.hash) {
				throw new JournalError('The journal belongs to another plan.', record.n)
			}
			state.id = record.rollout
			state.startedAt = record.at
			break
		case 'resumed':
			state.paused = null
			if (state.stopped !== null) {
				state.stopped = null
				state.failures = 0
				state.gate = null
				state.hosts.forEach((host, name) => host !== 'ready' && state.hosts.delete(name))
			}
			state.spaces.forEach(retry)
			break
		case 'host-begun':
			state.hosts.set(record.host, 'begun')
			break
		case 'host-ended':
			state.hosts.set(record.host, record.error ?? 'ready')
			break
		case 'wave-begun':
			state.begun = true
			state.gate = null
			break
		case 'wave-ended':
			state.wave = record.wave + 1
			state.begun = false
			state.waveEndedAt = Date.parse(record.at)
			state.failures = 0
			state.gate = null
			break
		case 'space-begun':
			begin(spaceOf(state, record.space, record.n), record.step)
			break
		case 'space-ended': {
			const space = spaceOf(state, record.space, record.n)
			const failedBefore = space.failed
			end(space, record.step, record.error, record.seconds)
			state.failures += space.failed && !failedBefore ? 1 : 0
			break
		}
		case 'gate':
			state.gate = { pass: record.pass, reason: record.reason }
			break
		case 'paused':
			state.paused = record.why ?? `asked by ${record.by}`
			break
		case 'approved':
			state.approved.add(record.wave)
			break
		case 'aborted':
			state.aborted = true
			break
		case 'rollback-asked':
			state.outcome = null
			state.rollingBack ||= record.scope === 'all'
			record.spaces.forEach((id) => ask(spaceOf(state, id, record.n)))
			break
		case 'stopped':
			state.stopped = record.reason
			break
		case 'rollout-ended':
			state.outcome = record.outcome
			break
		case 'torn-line-dropped':
			break
	}
}

function spaceOf(state: RolloutState, id: string, line: number): SpaceState {
	const space = state.spaces.get(id)
	if (space === undefined) {
		throw new JournalError(`The plan has no space "${id}".`, line)
	}
	return space
}

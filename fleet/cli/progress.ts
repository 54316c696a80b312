// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Progress of a roll-out: failures as they come; on a terminal one line that moves, elsewhere a line per wave. */

import type { JournalRecord } from '../journal/records.ts'
import type { Plan } from '../plan/types.ts'
import type { RolloutState } from '../rollout/state.ts'
import type { Output } from './output.ts'

import { sayDuration } from '../inventory/duration.ts'
import { many } from './words.ts'

/** Milliseconds between two changes of the moving line. */
const PACE = 150

/** Shows progress. */
export class Progress {
	#settled = 0
	#counted: number | null = null
	#began: number
	#shown = 0

	/**
	 * @param output where to
	 * @param plan of the roll-out
	 * @param now in milliseconds; only differences count
	 */
	constructor(private readonly output: Output, private readonly plan: Plan, private readonly now: () => number) {
		this.#began = now()
	}

	/** Sees a record; give it to runRollout as onRecord. */
	readonly see = (record: JournalRecord, state: RolloutState): void => {
		this.#settled = this.#counted === null || record.type === 'rollback-asked' ? count(state) : this.#settled + (endsSpace(record, state) ? 1 : 0)
		this.#counted ??= this.#settled
		const text = this.#sentence(record, state)
		if (text !== null) {
			this.#clear()
			this.output.remark(text)
		}
		if (this.output.lively && this.now() - this.#shown >= PACE) {
			this.#shown = this.now()
			this.output.err.write(`\r\u001B[K${this.line(state)}`)
		}
	}

	/** The line that moves: `wave 2 of 4 · 120 of 500 spaces · 8.3/s · 46 s left · 1 failed`. */
	line(state: RolloutState): string {
		const total = this.plan.spaces.length
		const seconds = Math.max(0.001, (this.now() - this.#began) / 1000)
		const rate = (this.#settled - (this.#counted ?? 0)) / seconds
		const failed = [...state.spaces.values()].filter((space) => space.failed).length
		return [
			`wave ${Math.min(state.wave + 1, this.plan.waves.length)} of ${this.plan.waves.length}`,
			`${this.#settled} of ${total} spaces`,
			`${rate.toFixed(1)}/s`,
			...rate > 0 ? [`${sayDuration((total - this.#settled) / rate)} left`] : [],
			...failed > 0 ? [`${failed} failed`] : [],
		].join(' · ')
	}

	/** Removes the moving line. */
	end(): void {
		this.#clear()
	}

	#clear(): void {
		if (this.output.lively) {
			this.output.err.write('\r\u001B[K')
		}
	}

	#sentence(record: JournalRecord, state: RolloutState): string | null {
		const { plan, output } = this
		switch (record.type) {
			case 'torn-line-dropped':
				return 'The last line of the journal was torn (the command had been killed while writing it). It was dropped; nothing was done after it.'
			case 'resumed':
				return 'Going on where the journal ends.'
			case 'wave-begun':
				return `Wave ${record.wave + 1} of ${plan.waves.length} (${plan.waves[record.wave]!.name}): ${many(plan.waves[record.wave]!.spaces.length, 'space')}`
			case 'gate':
				return record.pass ? null : output.paint('red', `Gate of wave ${record.wave + 1}: ${record.reason}`)
			case 'host-ended':
				return record.error === null ? null : output.paint('red', `${record.host}: ${record.error.message}`)
			case 'stopped':
				return output.paint('red', `Stopped: ${record.reason}`)
			case 'paused':
				return `Paused: ${record.why ?? `asked by ${record.by}`}`
			case 'aborted':
				return `Aborted by ${record.by}${record.why === undefined ? '' : `: ${record.why}`}`
			case 'space-ended': {
				const space = state.spaces.get(record.space)
				if (space?.phase === 'stuck') {
					return output.paint('red', `✗ ${record.space} is stuck: ${record.error?.message ?? ''}`)
				}
				if (record.error !== null && record.error.code !== 'cancelled') {
					return output.paint('yellow', `! ${record.space}: ${record.step}: ${record.error.message}`)
				}
				return record.step === 'check' && space?.failed ? `  ${record.space} is back as it was and well.` : null
			}
			default:
				return null
		}
	}
}

const ENDS: ReadonlySet<string> = new Set(['done', 'restored', 'refused', 'stuck'])

function count(state: RolloutState): number {
	return [...state.spaces.values()].filter(({ phase }) => ENDS.has(phase)).length
}

/** The record brought a space to an end (a second look at one that is done does not). */
function endsSpace(record: JournalRecord, state: RolloutState): boolean {
	if (record.type !== 'space-ended') {
		return false
	}
	const space = state.spaces.get(record.space)
	return space !== undefined && ENDS.has(space.phase) && space.looks <= 1
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether a wave may begin or go on: pauses, approvals, the window, what others asked for. */

import type { Ledger } from './ledger.ts'
import type { Ending } from './run.ts'

import { LOOK } from './steps.ts'
import { untilOpen } from './window.ts'

/**
 * Waits for the pause between waves and for the window; says why it cannot go on.
 *
 * @param ledger of the roll-out
 * @param wave that is to begin or go on
 * @return null to go on (or when somebody aborted: the state says so)
 */
export async function mayGoOn(ledger: Ledger, wave: number): Promise<Ending | null> {
	const { state, input: { plan, clock, signal } } = ledger
	let opens = 0
	for (;;) {
		ledger.look()
		if (signal.aborted) {
			return 'interrupted'
		}
		if (state.aborted) {
			return null
		}
		if (state.paused !== null) {
			return 'paused'
		}
		const before = wave > 0 && !state.begun ? plan.waves[wave - 1]!.pause : null
		if (before === 'approval' && !state.approved.has(wave - 1)) {
			return 'approval'
		}
		const soak = typeof before === 'number' && !state.approved.has(wave - 1) ? (state.waveEndedAt ?? 0) + before * 1000 - clock.now() : 0
		// Looked up again only once it should be open: looking up is slow.
		opens = clock.now() < opens ? opens : clock.now() + untilOpen(plan.window, clock.now())
		const wait = Math.max(soak, opens - clock.now())
		if (wait <= 0) {
			return null
		}
		await clock.sleep(Math.min(wait / 1000, LOOK), signal)
	}
}

/**
 * Whether more spaces of a wave may be begun.
 *
 * @param ledger of the roll-out
 * @param wave which
 */
export function mayBegin(ledger: Ledger, wave: number): boolean {
	const { state, input: { plan, clock, signal } } = ledger
	return !signal.aborted && !state.aborted && !state.rollingBack && state.paused === null && !ledger.tooMany(wave) && untilOpen(plan.window, clock.now()) === 0
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What rollout, resume and rollback share: the lease, the journal, the engines, progress, the last word. */

import type { JournalEvent } from '../../journal/records.ts'
import type { StoredRollout } from '../../rollout/store.ts'
import type { Summary } from '../../rollout/summary.ts'
import type { Context, Loaded } from '../context.ts'

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Journal } from '../../journal/journal.ts'
import { takeLease } from '../../journal/lease.ts'
import { probe } from '../../rollout/probe.ts'
import { runRollout } from '../../rollout/run.ts'
import { requestsOf } from '../../rollout/store.ts'
import { summarize } from '../../rollout/summary.ts'
import { whoAsks } from '../context.ts'
import { openEngines } from '../engines.ts'
import { exitOfRun } from '../exitCodes.ts'
import { Progress } from '../progress.ts'
import { showSummary } from './status.ts'

/**
 * Carries a roll-out on from where its journal stands, and sets the exit code.
 *
 * @param context the command's
 * @param loaded the inventory
 * @param open gives the roll-out; called under the lease
 * @param options breakLease: take it from a holder that a person knows to be dead; ask: written down first; settleOnly: as runRollout; silent: the caller prints the JSON; why: for the journal's first record
 * @return the exit code, and where it stands
 * @throws LeaseError where another one is at work
 */
export async function carryOut(context: Context, loaded: Loaded, open: () => Promise<StoredRollout> | StoredRollout, { breakLease = false, ask = [], settleOnly = false, silent = false, why }: { breakLease?: boolean, ask?: readonly JournalEvent[], settleOnly?: boolean, silent?: boolean, why?: string } = {}): Promise<{ code: number, summary: Summary }> {
	const { output, signal } = context
	const lease = takeLease(loaded.stateDir, { what: process.argv.slice(2).join(' ').slice(0, 200), force: breakLease })
	try {
		const rollout = await open()
		const { plan } = rollout
		const engines = openEngines(plan.hosts, loaded.stateDir)
		const journal = Journal.open(rollout.journal, { now: () => engines.clock.now() })
		const progress = new Progress(output, plan, Date.now)
		const asked = requestsOf(rollout)
		let first = ask
		try {
			const { ending, state } = await runRollout({
				plan,
				journal,
				clock: engines.clock,
				engineFor: engines.engineFor,
				signal,
				by: whoAsks(),
				id: rollout.id,
				settleOnly,
				...why === undefined ? {} : { why },
				requests: () => {
					const events = [...first, ...asked()]
					first = []
					return events
				},
				onRecord: progress.see,
				probe: plan.gates.probe ? async ({ url }) => url === undefined ? null : probe(url) : undefined,
				waveGate: async () => plan.gates.command === undefined ? null : ownGate(plan.gates.command),
			})
			progress.end()
			const summary = summarize(plan, state)
			if (!silent) {
				output.json(summary)
			}
			showSummary(output, summary)
			const code = exitOfRun(ending, state)
			context.exit(code)
			return { code, summary }
		} finally {
			progress.end()
			journal.close()
			await engines.close()
		}
	} finally {
		lease.release()
	}
}

/** Runs the check that the inventory names: its exit code decides. */
async function ownGate([program, ...parameters]: readonly string[]): Promise<string | null> {
	try {
		await promisify(execFile)(program!, parameters, { timeout: 600_000 })
		return null
	} catch (error) {
		return `The check "${program}" says no: ${(error as Error).message.split('\n')[0]}`
	}
}

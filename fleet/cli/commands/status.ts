// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble status`: where a roll-out stands, from its journal alone. */

import type { Command } from 'commander'
import type { Summary } from '../../rollout/summary.ts'
import type { Context } from '../context.ts'
import type { Output } from '../output.ts'

import { leaseHolder } from '../../journal/lease.ts'
import { openRollout, stateOf } from '../../rollout/store.ts'
import { summarize } from '../../rollout/summary.ts'
import { load } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import { teach } from '../teach.ts'

/** Failures shown to people; --json has all. */
const SHOWN = 20

/** What a roll-out was for, before the version of its pack. */
export const PURPOSES: Readonly<Record<Summary['purpose'], string>> = { rollout: 'pack', rollback: 'back to pack', heal: 'drift put back to pack', policy: 'policies for pack' }

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addStatus(program: Command, context: () => Context): void {
	teach(program.command('status').argument('[rollout]', 'which; the newest unless said').summary('say where a roll-out stands')
		.description('Reads the journal, checks its chain, and says where the roll-out stands. Disturbs nobody. Exit code 4 if a space is stuck.')
		.action((id: string | undefined) => {
			const { output, options, exit } = context()
			const { stateDir } = load(options)
			const rollout = openRollout(stateDir, id)
			const { state, torn } = stateOf(rollout)
			const holder = leaseHolder(stateDir)
			const summary = summarize(rollout.plan, state)
			output.json({ ...summary, tornBytes: torn, controller: holder === null ? null : { host: holder.host, pid: holder.pid, since: holder.since } })
			showSummary(output, summary)
			if (holder !== null) {
				output.line(`At work: process ${holder.pid} on ${holder.host}, since ${holder.since}.`)
			} else if (torn > 0) {
				output.line('The last line of the journal is torn: the controller was killed while writing it. "ensemble resume" drops it and goes on.')
			} else if (summary.status === 'unfinished') {
				output.line('No controller is at work. "ensemble resume" goes on.')
			}
			exit(summary.phases.stuck > 0 ? EXIT.stuck : EXIT.ok)
		}), [
		['ensemble status', 'where the newest roll-out stands'],
		['ensemble status --json | jq .failures', 'every failure, with its reason'],
	], ['stuck'])
}

/**
 * Shows a summary to people.
 *
 * @param output where to
 * @param summary of a roll-out
 */
export function showSummary(output: Output, summary: Summary): void {
	const { phases } = summary
	output.line(`${output.paint('bold', summary.rollout ?? 'A roll-out')}: ${PURPOSES[summary.purpose]} ${summary.pack}, ${summary.status}${summary.reason === null ? '' : ` (${summary.reason})`}`)
	const words: [number, string][] = [[phases.done, summary.purpose === 'policy' ? 'hold the policies' : 'have the pack'], [phases.restored, 'were put back'], [phases.refused, 'were not as planned and not touched'], [phases.stuck, 'are stuck'], [phases.applied + phases.failed + phases['put-back'], 'on the way'], [phases.waiting, 'wait'], [summary.skipped, 'left out by the plan']]
	words.filter(([count]) => count > 0).forEach(([count, word]) => output.line(`  ${String(count).padStart(6)}  ${word === 'are stuck' ? output.paint('red', word) : word}`))
	summary.waves.forEach(({ name, spaces, done, failed }, index) => output.line(`  wave ${index + 1} (${name}): ${done} of ${spaces}${failed > 0 ? `, ${failed} failed` : ''}${index === summary.wave ? ' ←' : ''}`))
	summary.failures.slice(0, SHOWN).forEach(({ space, phase, message, stuckBy }) => output.line(`  ${space} (${phase}): ${message}${stuckBy === null ? '' : ` Putting back: ${stuckBy}`}`))
	if (summary.failures.length > SHOWN) {
		output.line(`  … and ${summary.failures.length - SHOWN} more failures (--json names all)`)
	}
}

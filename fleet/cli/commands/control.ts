// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble pause`, `approve` and `abort`: said to a roll-out, whether its controller runs or not. */

import type { Command } from 'commander'
import type { JournalEvent } from '../../journal/records.ts'
import type { RolloutState } from '../../rollout/state.ts'
import type { Context } from '../context.ts'
import type { Example } from '../teach.ts'

import { leaseHolder } from '../../journal/lease.ts'
import { openRollout, request, stateOf } from '../../rollout/store.ts'
import { load, whoAsks } from '../context.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'
import { carryOut } from './carryOut.ts'

const EXAMPLES: Readonly<Record<'pause' | 'approve' | 'abort', readonly [Example, ...Example[]]>> = {
	pause: [['ensemble pause --why "the database is slow"', 'from any terminal, while the roll-out runs']],
	approve: [['ensemble approve', 'after a wave with "pause: approval"']],
	abort: [['ensemble abort --why "pack 1.2.1 is coming"', 'then plan the next pack, or take this one back']],
}

type Asked = { by: string, why?: string }

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addControl(program: Command, context: () => Context): void {
	add(program, context, 'pause', 'begin no more spaces', 'Spaces that were begun are brought to their end. "ensemble resume" goes on.', (_, asked) => ({ type: 'paused', ...asked }))
	add(program, context, 'approve', 'let the next wave begin', 'Answers the wait after a wave. Where no controller runs, "ensemble resume" goes on.', ({ wave }, asked) => ({ type: 'approved', wave: wave - 1, ...asked }))
	add(program, context, 'abort', 'end a roll-out for good', 'Spaces that were begun are brought to their end; those that have the pack keep it ("ensemble rollback" takes it back).', (_, asked) => ({ type: 'aborted', ...asked }))
}

function add(program: Command, context: () => Context, name: 'pause' | 'approve' | 'abort', summary: string, description: string, event: (state: RolloutState, asked: Asked) => JournalEvent): void {
	teach(program.command(name).argument('[rollout]', 'which; the newest unless said').summary(summary).description(description).option('--why <text>', 'for the journal')
		.action(async (id: string | undefined, { why }: { why?: string }) => {
			const { output, options } = context()
			const loaded = load(options)
			const rollout = openRollout(loaded.stateDir, id)
			const { state } = stateOf(rollout)
			if (state.outcome !== null) {
				throw new UsageError(`The roll-out ${rollout.id} is at its end: ${state.outcome}.`)
			}
			if (name === 'approve' && (state.wave === 0 || state.begun || (rollout.plan.waves[state.wave - 1]?.pause ?? null) === null)) {
				throw new UsageError('The roll-out does not wait for an approval now.')
			}
			const asked = event(state, { by: whoAsks(), ...why === undefined ? {} : { why } })
			if (name === 'abort' && leaseHolder(loaded.stateDir) === null) {
				await carryOut(context(), loaded, () => rollout, { ask: [asked], settleOnly: true })
				return
			}
			request(rollout, asked)
			const runs = leaseHolder(loaded.stateDir) !== null
			output.json({ rollout: rollout.id, asked: name, controllerRuns: runs })
			output.line(runs ? 'Asked; the controller looks every few seconds.' : `Noted. ${name === 'approve' ? '"ensemble resume" goes on.' : 'No controller runs now.'}`)
		}), EXAMPLES[name], name === 'abort' ? ['failed', 'stuck', 'leased', 'interrupted'] : [])
}

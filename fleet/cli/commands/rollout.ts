// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble rollout` and `resume`. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { existsSync, readFileSync } from 'node:fs'
import { readPlan } from '../../plan/hash.ts'
import { openRollout } from '../../rollout/store.ts'
import { beginPlan } from '../begin.ts'
import { load } from '../context.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'
import { carryOut } from './carryOut.ts'

const BREAK = ['--break-lease', 'take over from a controller that you know to be dead'] as const

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addRollout(program: Command, context: () => Context): void {
	teach(program.command('rollout').argument('<plan>', 'a plan\'s file').summary('carry out a plan')
		.description('Carries out a plan, wave after wave. Whatever ends it (a gate, Ctrl-C, kill -9, a power cut): "ensemble resume" goes on.')
		.option(...BREAK)
		.action(async (file: string, { breakLease }: { breakLease?: boolean }) => {
			if (!existsSync(file)) {
				throw new UsageError(`There is no ${file}. "ensemble plan PACK" makes a plan.`)
			}
			const loaded = load(context().options)
			await carryOut(context(), loaded, () => beginPlan(context(), loaded, readPlan(readFileSync(file, 'utf8'))), { breakLease })
		}), [
		['ensemble rollout plan.json', 'canaries first, then wave after wave'],
		['ensemble rollout plan.json --json > end.json', 'for a script: where it stands at its end'],
	], ['failed', 'resumable', 'stuck', 'refusedPack', 'leased', 'interrupted'])
	teach(program.command('resume').argument('[rollout]', 'which; the newest unless said').summary('go on with a roll-out')
		.description('Replays the journal, brings what was begun to its end, tries stuck spaces once more, and goes on.')
		.option(...BREAK)
		.action(async (id: string | undefined, { breakLease }: { breakLease?: boolean }) => {
			const loaded = load(context().options)
			await carryOut(context(), loaded, () => openRollout(loaded.stateDir, id), { breakLease })
		}), [
		['ensemble resume', 'after a stop, a pause, a crash'],
		['ensemble resume --break-lease', 'when the machine that held the lease is gone for good'],
	], ['failed', 'resumable', 'stuck', 'leased', 'interrupted'])
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble report`: the last scan as a page with pictures, for people who run no commands. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { figuresOf } from '../../report/figures.ts'
import { reportPage } from '../../report/page.ts'
import { listRollouts, openRollout, stateOf } from '../../rollout/store.ts'
import { summarize } from '../../rollout/summary.ts'
import { readSnapshot } from '../../scan/snapshot.ts'
import { load } from '../context.ts'
import { teach } from '../teach.ts'
import { writeWhole } from '../writeWhole.ts'

/** Roll-outs of late that a report names. */
const NEWEST = 5

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addReport(program: Command, context: () => Context): void {
	teach(program.command('report').summary('write the last scan as a page with pictures')
		.description('Writes one HTML file without scripts: packs across the fleet, drift, pools near full, charters answered, the newest roll-outs. Counts only, no names. Reaches no host; "ensemble scan" looks anew.')
		.option('-o, --out <file>', 'where to', 'report.html')
		.action(({ out }: { out: string }) => {
			const { output, options } = context()
			const { stateDir } = load(options)
			const snapshot = readSnapshot(stateDir)
			const figures = figuresOf(snapshot, listRollouts(stateDir).slice(-NEWEST).reverse().map((id) => {
				const rollout = openRollout(stateDir, id)
				return summarize(rollout.plan, stateOf(rollout).state)
			}))
			writeWhole(out, reportPage(figures), 0o644)
			output.json({ file: out, ...figures })
			output.line(`${out}: ${figures.spaces} spaces, looked at ${figures.at}.`)
		}), [
		['ensemble scan; ensemble report', 'report.html, fresh'],
		['ensemble report --out /var/www/ops/fleet.html', 'from the last scan, elsewhere'],
		['ensemble report --json | jq .pools.near', 'the figures for a script'],
	])
}

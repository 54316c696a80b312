// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble scan`: looks at every space and says what is different from what it should be. */

import type { Command } from 'commander'
import type { DriftCode } from '../../scan/drift.ts'
import type { Snapshot } from '../../scan/snapshot.ts'
import type { Context } from '../context.ts'
import type { Output } from '../output.ts'

import { HEALED } from '../../scan/drift.ts'
import { prometheusText } from '../../scan/prometheus.ts'
import { writeSnapshot } from '../../scan/snapshot.ts'
import { load } from '../context.ts'
import { openEngines } from '../engines.ts'
import { EXIT } from '../exitCodes.ts'
import { scanFleet } from '../scanning.ts'
import { teach } from '../teach.ts'
import { writeWhole } from '../writeWhole.ts'

/** Spaces shown to people; --json has all. */
const SHOWN = 20

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addScan(program: Command, context: () => Context): void {
	teach(program.command('scan').summary('look for spaces that are not as they should be')
		.description('Looks at every space (about one boot each) and once at each pack\'s files on each host. What a space should be is what the last roll-out over it has made of it, with the inventory\'s policies. Changes nothing, needs no lease, keeps what it found for "ensemble report".')
		.option('--prometheus <file>', 'write figures for a node exporter\'s textfile collector')
		.option('--no-files', 'do not read the packs\' files')
		.option('--no-counts', 'no figures about accounts, pools and charters')
		.action(async ({ prometheus, files, counts }: { prometheus?: string, files: boolean, counts: boolean }) => {
			const { output, options, exit } = context()
			const loaded = load(options)
			const fleet = loaded.fleet()
			const engines = openEngines(fleet.hosts, loaded.stateDir)
			try {
				const { snapshot } = await scanFleet(context(), loaded, { fleet, engines, files, counts })
				writeSnapshot(loaded.stateDir, snapshot)
				if (prometheus !== undefined) {
					writeWhole(prometheus, prometheusText(snapshot), 0o644)
				}
				output.json(snapshot)
				showDrift(output, snapshot)
				exit(snapshot.spaces.some(({ drift }) => drift.length > 0) || snapshot.files.some(({ error }) => error !== null) ? EXIT.failed : EXIT.ok)
			} finally {
				await engines.close()
			}
		}), [
		['ensemble scan', 'what is different'],
		['ensemble scan --prometheus /var/lib/node_exporter/ensemble.prom', 'for alerts, from cron'],
		['ensemble scan --json | jq \'.spaces[] | select(.drift != [])\'', 'for a script'],
	], ['failed', 'interrupted'], { failed: 'something is not as it should be; "ensemble heal" puts back what it can', interrupted: 'interrupted; the scan before stays' })
}

/**
 * Shows a scan to people.
 *
 * @param output where to
 * @param snapshot of the fleet
 */
export function showDrift(output: Output, snapshot: Snapshot): void {
	const other = snapshot.spaces.filter(({ drift }) => drift.length > 0)
	output.line(`${snapshot.spaces.length} spaces of ${snapshot.fleet} in ${snapshot.seconds} s: ${other.length === 0 ? output.paint('green', 'all as they should be') : output.paint('yellow', `${other.length} not as they should be`)}`)
	const counts = new Map<DriftCode, number>()
	other.forEach(({ drift }) => new Set(drift.map(({ code }) => code)).forEach((code) => counts.set(code, (counts.get(code) ?? 0) + 1)))
	output.table([...counts].sort(([, a], [, b]) => b - a).map(([code, count]) => ['', count, code, HEALED.has(code) ? '"ensemble heal" puts it back' : 'a person has to look']))
	other.slice(0, SHOWN).forEach(({ id, drift }) => output.line(`  ${id}: ${drift.map(({ message }) => message).join(' ')}`))
	if (other.length > SHOWN) {
		output.line(`  … and ${other.length - SHOWN} more (--json names all)`)
	}
	snapshot.files.filter(({ error }) => error !== null).forEach(({ host, error }) => output.line(output.paint('red', `  ${host}: ${error}`)))
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A scan as figures for Prometheus (text format 0.0.4). Per space only what is wrong with it: ten thousand times nothing is no news. */

import type { Snapshot } from './snapshot.ts'

import { DRIFTS } from './drift.ts'

type Labels = Readonly<Record<string, string>>

/**
 * Writes the figures.
 *
 * @param snapshot a scan
 */
export function prometheusText(snapshot: Snapshot): string {
	const lines: string[] = []
	const metric = (name: string, help: string, samples: readonly (readonly [Labels, number])[]) => {
		if (samples.length > 0) {
			lines.push(`# HELP ensemble_${name} ${help}`, `# TYPE ensemble_${name} gauge`)
			samples.forEach(([labels, value]) => lines.push(`ensemble_${name}${labelsText({ fleet: snapshot.fleet, ...labels })} ${value}`))
		}
	}
	const { spaces, files } = snapshot
	metric('scan_timestamp_seconds', 'When the fleet was looked at.', [[{}, Math.floor(Date.parse(snapshot.at) / 1000)]])
	metric('scan_duration_seconds', 'How long that took.', [[{}, snapshot.seconds]])
	metric('spaces', 'Spaces by host and pack; an empty pack is none, or one that could not be read.', tally(spaces, ({ host, pack }) => ({ host, pack: pack ?? '' })))
	metric('spaces_server', 'Spaces by Nextcloud\'s version.', tally(spaces, ({ server }) => ({ server: server ?? '' })))
	metric('drift_spaces', 'Spaces that are not as they should be, by kind of difference.', DRIFTS.map((code) => [{ code }, spaces.filter(({ drift }) => drift.some((one) => one.code === code)).length]))
	metric('space_drift', 'A space that is not as it should be.', spaces.flatMap(({ id, host, drift }) => [...new Set(drift.map(({ code }) => code))].map((code): [Labels, number] => [{ space: id, host, code }, 1])))
	metric('pack_files_good', 'Files of an unpacked pack on a host are those of its manifest.', files.map(({ host, pack, error }) => [{ host, pack }, error === null ? 1 : 0]))
	for (const [name, help] of [['accounts', 'Accounts.'], ['charterAnswered', 'Accounts that have answered the charter.'], ['poolUsed', 'Bytes that spaces use.'], ['poolTotal', 'Bytes that spaces may use.']] as const) {
		const counted = spaces.filter(({ counts }) => counts[name] !== undefined)
		const unit = name.startsWith('pool') ? '_bytes' : ''
		metric(`${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}${unit}`, help, [...new Set(counted.map(({ host }) => host))].sort().map((host) => [{ host }, counted.filter((one) => one.host === host).reduce((sum, { counts }) => sum + counts[name]!, 0)]))
	}
	return `${lines.join('\n')}\n`
}

/** How many spaces have which labels. */
function tally(spaces: Snapshot['spaces'], labelsOf: (space: Snapshot['spaces'][number]) => Labels): [Labels, number][] {
	const counts = new Map<string, [Labels, number]>()
	for (const space of spaces) {
		const labels = labelsOf(space)
		const key = labelsText(labels)
		counts.set(key, [labels, (counts.get(key)?.[1] ?? 0) + 1])
	}
	return [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([, sample]) => sample)
}

function labelsText(labels: Labels): string {
	const entries = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
	return entries.length === 0 ? '' : `{${entries.join(',')}}`
}

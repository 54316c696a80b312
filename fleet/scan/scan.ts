// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts a scan together: facts, expectations and packs in, a snapshot out. Pure but for the checks of files it is given. */

import type { Failure, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { Fleet, FleetHost } from '../inventory/expand.ts'
import type { Expected } from './expected.ts'
import type { Snapshot } from './snapshot.ts'

import { PolicyBook } from '../plan/policies.ts'
import { driftOf } from './drift.ts'

/** What a scan is made from. */
export interface ScanInput {
	readonly fleet: Fleet
	readonly facts: ReadonlyMap<string, SpaceFacts | Failure>
	readonly expected: ReadonlyMap<string, Expected>
	/** Packs by version, those that are known. */
	readonly packs: ReadonlyMap<string, PackTarget>
	/** Packs that are refused here, and why. */
	readonly refused: ReadonlyMap<string, string>
	/** Checks the unpacked files of a pack on a host: null where they are the manifest's. Absent: files are not checked. */
	readonly checkFiles?: (host: FleetHost, pack: PackTarget) => Promise<Failure | null>
	/** When, in milliseconds. */
	readonly now: number
	/** How long it took; asked at the end. */
	readonly seconds: () => number
}

/**
 * Compares a fleet with what it should be.
 *
 * @param input facts, expectations, packs
 */
export async function makeSnapshot({ fleet, facts, expected, packs, refused, checkFiles, now, seconds }: ScanInput): Promise<Snapshot> {
	const hosts = new Map(fleet.hosts.map((host) => [host.name, host]))
	const used = new Map<string, Set<string>>()
	const book = new PolicyBook()
	const spaces = fleet.spaces.map((space): Snapshot['spaces'][number] => {
		const known = facts.get(space.id) ?? { code: 'lost', message: 'No facts came.' }
		const wanted = expected.get(space.id)
		const read = 'code' in known ? null : known
		const version = wanted === undefined ? read?.overlay.pack ?? null : wanted.pack
		const pack = version === null ? undefined : packs.get(version)
		for (const each of [version, read?.overlay.pack ?? null]) {
			if (each !== null) {
				used.set(space.host, (used.get(space.host) ?? new Set()).add(each))
			}
		}
		const missingPolicies = read === null || pack === undefined ? {} : book.missing(space, read, pack)
		return {
			id: space.id,
			host: space.host,
			server: read?.server ?? null,
			pack: read?.overlay.pack ?? null,
			apps: Object.fromEntries(Object.entries(read?.apps ?? {}).filter(([, { enabled }]) => enabled !== false).map(([app, { version }]) => [app, version])),
			counts: { ...read?.counts },
			drift: driftOf(known, { host: hosts.get(space.host)!, expected: wanted, pack, missingPolicies }),
		}
	})
	const files: Snapshot['files'] = []
	for (const [name, versions] of used) {
		for (const version of checkFiles === undefined ? [] : [...versions].sort()) {
			const pack = packs.get(version)
			const error = refused.get(version) ?? (pack === undefined ? `Nothing is known here of pack ${version}: no manifest, no roll-out.` : (await checkFiles?.(hosts.get(name)!, pack))?.message ?? null)
			files.push({ host: name, pack: version, error })
		}
	}
	return { format: 'ensemble-scan 1', fleet: fleet.name, at: new Date(now).toISOString(), seconds: Math.round(seconds() * 10) / 10, files, spaces }
}

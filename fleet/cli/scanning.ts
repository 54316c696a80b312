// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Looks at the whole fleet and compares it with what it should be: for scan and heal. */

import type { Fleet } from '../inventory/expand.ts'
import type { Expected } from '../scan/expected.ts'
import type { Snapshot } from '../scan/snapshot.ts'
import type { Context, Loaded } from './context.ts'
import type { Engines } from './engines.ts'
import type { Known } from './facts.ts'

import { readExpected } from '../scan/expected.ts'
import { makeSnapshot } from '../scan/scan.ts'
import { lookWhole } from './facts.ts'

/** What was found. */
export interface Scanned extends Known {
	readonly snapshot: Snapshot
	readonly expected: Map<string, Expected>
}

/**
 * Scans.
 *
 * @param context the command's
 * @param loaded the inventory
 * @param options fleet; engines; counts: numbers for reports, too; files: check the packs' files on every host
 */
export async function scanFleet(context: Context, loaded: Loaded, { fleet, engines, counts, files }: { fleet: Fleet, engines: Engines, counts: boolean, files: boolean }): Promise<Scanned> {
	const began = Date.now()
	const expected = readExpected(loaded.stateDir, fleet.spaces.map(({ id }) => id))
	const versions = new Set([...expected.values()].flatMap(({ pack }) => pack === null ? [] : [pack]))
	const known = await lookWhole(context, loaded, { fleet, engines, versions, counts })
	const snapshot = await makeSnapshot({
		...known,
		fleet,
		expected,
		...files ? { checkFiles: async (host, pack) => engines.engineFor(host).prepare(host, pack, context.signal) } : {},
		now: Date.now(),
		seconds: () => (Date.now() - began) / 1000,
	})
	return { ...known, expected, snapshot }
}

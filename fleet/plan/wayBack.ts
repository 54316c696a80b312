// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Whether there is a way back from one pack to another. Nextcloud never undoes a migration; the older code has to live
 * with what the newer one left. It can where migrations only add. Manifests name every migration that an app ever had,
 * so one that both packs hold bars nothing.
 */

import type { PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { Skipped } from './types.ts'

import { compareVersions } from './versions.ts'

type Packs = ReadonlyMap<string, PackTarget>

/**
 * Apps with migrations that are not additive and that the older pack does not hold.
 *
 * @param newer the pack whose migrations have run, or will
 * @param older the pack to go back to; null where nothing is known of it
 */
export function barring(newer: PackTarget, older: PackTarget | null): string[] {
	return Object.entries(newer.apps).flatMap(([app, { version, additive, breaking }]) => {
		const before = older?.apps[app]
		if (additive || before?.version === version) {
			return []
		}
		const known = new Set(before?.breaking)
		return breaking !== undefined && breaking.length > 0 && breaking.every((migration) => known.has(migration)) ? [] : [app]
	})
}

/**
 * Apps of a space for which a coming pack is a way of no return.
 *
 * @param facts about the space
 * @param pack that is coming
 * @param packs that are known
 */
export function oneWayApps(facts: SpaceFacts, pack: PackTarget, packs: Packs | undefined): string[] {
	const present = facts.overlay.pack === null ? null : packs?.get(facts.overlay.pack) ?? null
	// One that was never installed has nothing to go back to but being off.
	return barring(pack, present).filter((app) => facts.apps[app] !== undefined && compareVersions(facts.apps[app].version, pack.apps[app]!.version) < 0)
}

/**
 * Why a space cannot go to an older pack; null where it can, or where the pack is newer.
 *
 * @param id the space's
 * @param facts about it
 * @param pack that is coming
 * @param packs that are known; nothing is asked where absent
 */
export function barrier(id: string, facts: SpaceFacts, pack: PackTarget, packs: Packs | undefined): Skipped | null {
	const older = Object.entries(pack.apps).filter(([app, { version }]) => facts.apps[app] !== undefined && compareVersions(facts.apps[app].version, version) > 0).map(([app]) => app)
	if (packs === undefined || older.length === 0) {
		return null
	}
	const present = facts.overlay.pack === null ? undefined : packs.get(facts.overlay.pack)
	if (present === undefined) {
		return { id, code: 'one-way', message: `Nothing is known here of ${facts.overlay.pack === null ? 'where its apps come from' : `its pack ${facts.overlay.pack}`}: nobody can tell whether there is a way back from it.` }
	}
	const barred = barring(present, pack).filter((app) => older.includes(app))
	return barred.length === 0 ? null : { id, code: 'one-way', message: `There is no way back from ${barred.map((app) => `${app} ${facts.apps[app]!.version}`).join(', ')}: a migration drops or renames something. Restore the space from a backup.` }
}

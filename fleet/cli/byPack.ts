// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Spaces by the pack that they have or should have: a plan is about one pack. */

import type { PackTarget } from '../engines/engine.ts'

import { compareVersions } from '../plan/versions.ts'

/** Spaces of one pack. */
export interface PackGroup {
	readonly pack: PackTarget
	readonly ids: Set<string>
}

/**
 * Groups spaces.
 *
 * @param ids of the spaces
 * @param versionOf version of a space's pack, or null
 * @param packs that are known
 * @return groups, newest pack first, and the spaces without a pack, or with one of which nothing is known
 */
export function byPack(ids: readonly string[], versionOf: (id: string) => string | null, packs: ReadonlyMap<string, PackTarget>): { groups: PackGroup[], without: string[] } {
	const groups = new Map<string, PackGroup>()
	const without: string[] = []
	for (const id of ids) {
		const version = versionOf(id)
		const pack = version === null ? undefined : packs.get(version)
		if (pack === undefined) {
			without.push(id)
			continue
		}
		const group = groups.get(pack.version) ?? { pack, ids: new Set<string>() }
		group.ids.add(id)
		groups.set(pack.version, group)
	}
	return { groups: [...groups.values()].sort((a, b) => compareVersions(b.pack.version, a.pack.version)), without }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The figures of a report: counts over the fleet, no name of a space, an account or a person. Pure. */

import type { Summary } from '../rollout/summary.ts'
import type { DriftCode } from '../scan/drift.ts'
import type { Snapshot } from '../scan/snapshot.ts'

import { compareVersions } from '../plan/versions.ts'
import { DRIFTS, HEALED } from '../scan/drift.ts'

/** How many spaces of a host have which pack. */
export interface VersionsOfHost {
	readonly host: string
	readonly spaces: number
	/** In the order of Figures.packs. */
	readonly counts: readonly number[]
}

/** Spaces by share: ten columns of ten percent (100 % is in the last), and those beyond. */
export interface Shares {
	/** Spaces that tell. */
	readonly known: number
	readonly columns: readonly number[]
	readonly beyond: number
}

/** What a report shows. */
export interface Figures {
	readonly fleet: string
	/** ISO 8601, UTC. */
	readonly at: string
	readonly seconds: number
	readonly spaces: number
	readonly hosts: number
	/** Spaces that are as they should be. */
	readonly well: number
	/** Versions, newest first; then `none`, then `not read`, where there are such spaces. */
	readonly packs: readonly string[]
	readonly versions: readonly VersionsOfHost[]
	readonly servers: readonly { readonly server: string, readonly spaces: number }[]
	readonly pools: Shares & { readonly used: number, readonly total: number, /** At or above 80, 90 and 95 %. */ readonly near: readonly { readonly from: number, readonly spaces: number }[] }
	readonly charters: Shares & { readonly accounts: number, readonly answered: number }
	readonly drift: readonly { readonly code: DriftCode, readonly spaces: number, readonly healed: boolean }[]
	readonly files: Snapshot['files']
	readonly rollouts: readonly Rollout[]
}

/** A roll-out of late. */
export interface Rollout {
	readonly startedAt: string | null
	readonly purpose: Summary['purpose']
	readonly pack: string
	readonly status: string
	readonly spaces: number
	readonly done: number
	readonly back: number
	readonly stuck: number
}

const NONE = 'none'
const UNREAD = 'not read'
/** Percentages from which a pool is nearly full, as the app for storage has them. */
const NEAR = [80, 90, 95] as const

/**
 * Counts.
 *
 * @param snapshot a scan
 * @param summaries of the newest roll-outs
 */
export function figuresOf(snapshot: Snapshot, summaries: readonly Summary[]): Figures {
	const { spaces } = snapshot
	const packOf = ({ server, pack }: Snapshot['spaces'][number]) => pack ?? (server === null ? UNREAD : NONE)
	const found = new Set(spaces.map(packOf))
	const packs = [...[...found].filter((name) => name !== NONE && name !== UNREAD).sort((a, b) => compareVersions(b, a)), ...[NONE, UNREAD].filter((name) => found.has(name))]
	const hosts = [...new Set(spaces.map(({ host }) => host))].sort()
	const index = new Map(packs.map((name, at) => [name, at]))
	const counts = new Map(hosts.map((host) => [host, packs.map(() => 0)]))
	const servers = new Map<string, number>()
	const drift = new Map<DriftCode, number>()
	for (const space of spaces) {
		counts.get(space.host)![index.get(packOf(space))!]!++
		servers.set(space.server ?? UNREAD, (servers.get(space.server ?? UNREAD) ?? 0) + 1)
		new Set(space.drift.map(({ code }) => code)).forEach((code) => drift.set(code, (drift.get(code) ?? 0) + 1))
	}
	const pools = pairs(spaces, 'poolUsed', 'poolTotal')
	const charters = pairs(spaces, 'charterAnswered', 'accounts')
	return {
		fleet: snapshot.fleet,
		at: snapshot.at,
		seconds: snapshot.seconds,
		spaces: spaces.length,
		hosts: hosts.length,
		well: spaces.filter((space) => space.drift.length === 0).length,
		packs,
		versions: hosts.map((host) => ({ host, spaces: counts.get(host)!.reduce((sum, count) => sum + count, 0), counts: counts.get(host)! })),
		servers: [...servers].sort(([a], [b]) => compareVersions(b, a)).map(([server, count]) => ({ server, spaces: count })),
		pools: { ...sharesOf(pools), used: sum(pools, 0), total: sum(pools, 1), near: NEAR.map((from) => ({ from, spaces: pools.filter(([used, total]) => used / total * 100 >= from).length })) },
		charters: { ...sharesOf(charters), accounts: sum(charters, 1), answered: sum(charters, 0) },
		drift: DRIFTS.flatMap((code) => drift.has(code) ? [{ code, spaces: drift.get(code)!, healed: HEALED.has(code) }] : []).sort((a, b) => b.spaces - a.spaces),
		files: snapshot.files,
		rollouts: summaries.map(({ startedAt, purpose, pack, status, spaces: all, phases }) => ({ startedAt, purpose, pack, status, spaces: all, done: phases.done, back: phases.restored, stuck: phases.stuck })),
	}
}

/** Part and whole of the spaces that tell both. */
function pairs(spaces: Snapshot['spaces'], part: string, whole: string): [number, number][] {
	return spaces.flatMap(({ counts }): [number, number][] => counts[part] !== undefined && (counts[whole] ?? 0) > 0 ? [[counts[part], counts[whole]!]] : [])
}

function sum(list: readonly (readonly [number, number])[], at: 0 | 1): number {
	return list.reduce((total, pair) => total + pair[at], 0)
}

function sharesOf(list: readonly (readonly [number, number])[]): Shares {
	const columns = Array.from({ length: 10 }, () => 0)
	let beyond = 0
	for (const [part, whole] of list) {
		if (part > whole) {
			beyond++
		} else {
			columns[Math.min(9, Math.floor(part / whole * 10))]!++
		}
	}
	return { known: list.length, columns, beyond }
}

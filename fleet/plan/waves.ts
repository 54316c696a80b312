// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who goes in which wave. */

import type { WaveEntry } from '../inventory/schema.ts'
import type { PlannedWave } from './types.ts'

import { sha256 } from '../journal/canonical.ts'

/** What waves need to know of a space. */
export interface Candidate {
	readonly id: string
	readonly host: string
	readonly groups: readonly string[]
	readonly canary: boolean
}

/**
 * Deals spaces into waves. Percentages and numbers are counted from the beginning of the fleet (`10%` after `1%` takes
 * nine more percent), and rounded up. The order is by a hash of the name: the same every time, spread over hosts, and
 * the same few spaces are not always first, since the seed changes with the pack. Empty waves are left out. Where no
 * canary is to change, the first space by that order is the canary: a roll-out never begins with many.
 *
 * @param spaces that will change
 * @param entries as the inventory has them
 * @param seed for the order: the pack's version
 * @return the waves, and the ids that no wave takes
 */
export function dealWaves(spaces: readonly Candidate[], entries: readonly WaveEntry[], seed: string): { waves: PlannedWave[], left: string[] } {
	const order = spaces.map((space) => ({ ...space, key: sha256(`${seed}\n${space.id}`) })).sort((a, b) => a.key < b.key ? -1 : 1)
	const taken = new Set<string>()
	const waves = entries.flatMap((entry): PlannedWave[] => {
		const { take, pause = null } = typeof entry === 'object' ? entry : { take: entry }
		const free = order.filter(({ id }) => !taken.has(id))
		const chosen = choose(take, order, free, taken.size)
		chosen.forEach(({ id }) => taken.add(id))
		return chosen.length === 0 ? [] : [{ name: String(take), pause, spaces: chosen.map(({ id }) => id) }]
	})
	return { waves, left: order.filter(({ id }) => !taken.has(id)).map(({ id }) => id).sort() }
}

function choose(take: string | number, order: readonly Candidate[], free: readonly Candidate[], taken: number): readonly Candidate[] {
	if (take === 'canaries') {
		const canaries = free.filter(({ canary }) => canary)
		return canaries.length === 0 && taken === 0 ? free.slice(0, 1) : canaries
	}
	if (typeof take === 'string' && take.startsWith('group:')) {
		return free.filter(({ groups }) => groups.includes(take.slice(6)))
	}
	const until = typeof take === 'number' ? take : Math.ceil(order.length * Number.parseFloat(take) / 100 - 1e-9)
	return free.slice(0, Math.max(0, until - taken))
}

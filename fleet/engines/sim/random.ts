// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Chance that is the same every time: numbers from a seed (mulberry32), and from names. */

import { createHash } from 'node:crypto'

/**
 * A source of numbers from 0 to below 1.
 *
 * @param seed any whole number
 */
export function random(seed: number): () => number {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6D2B79F5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

/**
 * A number from 0 to below 1 that belongs to some names.
 *
 * @param names for instance a seed and a space
 */
export function chance(...names: readonly (string | number)[]): number {
	return createHash('sha256').update(names.join('\n')).digest().readUInt32BE() / 4_294_967_296
}

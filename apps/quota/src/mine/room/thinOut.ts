// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which old versions can go, by their age. */

import type { OldVersion } from '../../../contract.ts'

/** Days; 0 = all of them. */
export const AGES = [365, 180, 90, 30, 7, 0] as const
export type Age = typeof AGES[number]

/** Old versions of an age. */
export interface Choice {
	/** Older than so many days. */
	age: Age
	versions: OldVersion[]
	/** Bytes. */
	size: number
}

/** Seconds. */
const DAY = 86_400

/**
 * What one can choose from: each age that takes more versions than the one before.
 *
 * @param versions all of them
 * @param now seconds since 1970
 */
export function choicesOf(versions: readonly OldVersion[], now: number): Choice[] {
	const choices: Choice[] = []
	for (const age of AGES) {
		const old = age === 0 ? [...versions] : versions.filter(({ at }) => at < now - age * DAY)
		if (old.length > (choices.at(-1)?.versions.length ?? 0)) {
			choices.push({ age, versions: old, size: sizeOf(old) })
		}
	}
	return choices
}

/**
 * How much versions take.
 *
 * @param versions some
 * @return bytes
 */
export function sizeOf(versions: readonly OldVersion[]): number {
	return versions.reduce((sum, { size }) => sum + size, 0)
}

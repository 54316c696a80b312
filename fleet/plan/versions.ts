// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Versions of three numbers, as apps and packs have them. */

/**
 * Compares two versions by their numbers; what follows the numbers (`-beta1`) counts as earlier than nothing.
 *
 * @param a for instance `1.10.0`
 * @param b another
 * @return below 0 where a is older, above where newer, 0 where the same
 */
export function compareVersions(a: string, b: string): number {
	const [numbersA, restA] = parts(a)
	const [numbersB, restB] = parts(b)
	for (let index = 0; index < Math.max(numbersA.length, numbersB.length); index++) {
		const difference = (numbersA[index] ?? 0) - (numbersB[index] ?? 0)
		if (difference !== 0) {
			return difference
		}
	}
	if (restA === restB) {
		return 0
	}
	return restA === '' || (restB !== '' && restA > restB) ? 1 : -1
}

function parts(version: string): [number[], string] {
	const [, numbers, rest] = /^(\d+(?:\.\d+)*)?(.*)$/s.exec(version) ?? []
	return [(numbers ?? '').split('.').map(Number), rest ?? '']
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Two spaces with one instance id share temporary folders and caches: one of them is a clone, and neither may be touched. */

/**
 * Ids of spaces that share an instance id.
 *
 * @param spaces with their instance ids; null where it is not known (yet)
 * @return by instance id, only those with two spaces or more
 */
export function sharedInstanceIds(spaces: Iterable<{ readonly id: string, readonly instanceId: string | null }>): Map<string, string[]> {
	const all = new Map<string, string[]>()
	for (const { id, instanceId } of spaces) {
		if (instanceId !== null) {
			const list = all.get(instanceId)
			if (list === undefined) {
				all.set(instanceId, [id])
			} else {
				list.push(id)
			}
		}
	}
	return new Map([...all].filter(([, ids]) => ids.length > 1))
}

/**
 * The instance id that a config.php states, read without running it; null where it states none in the usual form.
 *
 * @param text of config.php
 */
export function instanceIdOf(text: string): string | null {
	return /^\s*(['"])instanceid\1\s*=>\s*(['"])([A-Za-z0-9]{1,64})\2/m.exec(text)?.[3] ?? null
}

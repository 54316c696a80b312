// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which groups are meant by what stands in a list. */

/** A group of the space. */
export interface Group {
	id: string
	/** What people know it by. */
	name: string
}

/** What a field means. */
export interface GroupChoice {
	/** Ids of groups that there are. */
	ids: string[]
	/** Names of groups that there are not. */
	missing: string[]
}

/** Longest id of a group that Nextcloud takes. */
export const LONGEST_GROUP = 64

/**
 * Reads a field: one group, or several with a comma, semicolon, vertical line or line end between them. A group whose
 * name has a comma in it is found by its whole name.
 *
 * @param field what stands in it
 * @param groups the groups of the space
 */
export function readGroups(field: string, groups: readonly Group[]): GroupChoice {
	const whole = find(field.trim(), groups)
	if (whole) {
		return { ids: [whole.id], missing: [] }
	}
	const ids = new Set<string>()
	const missing = new Map<string, string>()
	for (const name of field.split(/[,;|\n]/).map((part) => part.trim().replace(/\s+/g, ' ')).filter(Boolean)) {
		const group = find(name, groups)
		if (group) {
			ids.add(group.id)
		} else {
			missing.set(name.toLocaleLowerCase(), missing.get(name.toLocaleLowerCase()) ?? name)
		}
	}
	return { ids: [...ids], missing: [...missing.values()] }
}

function find(name: string, groups: readonly Group[]): Group | undefined {
	const wanted = name.toLocaleLowerCase()
	return groups.find(({ id }) => id === name)
		?? groups.find((group) => group.name.toLocaleLowerCase() === wanted)
		?? groups.find(({ id }) => id.toLocaleLowerCase() === wanted)
}

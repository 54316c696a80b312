// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which members are listed. */

import type { Member } from '../../../contract.ts'

/** Everybody, from a level on (`80`), below the first level, without a limit, disabled, or never logged in. */
export type Standing = `${number}` | 'all' | 'below' | 'disabled' | 'free' | 'unseen'

/** What is looked for. */
export interface Wanted {
	standing: Standing
	/** Id of a group; empty for all. */
	group: string
	/** Part of a name or login name; accents and capitals do not matter. */
	search: string
}

/**
 * The members that are looked for.
 *
 * @param members all of them
 * @param wanted what is looked for
 */
export function select(members: readonly Member[], { standing, group, search }: Wanted): Member[] {
	const part = plain(search.trim())
	return members.filter((member) => stands(member, standing)
		&& (group === '' || member.groups.includes(group))
		&& (part === '' || plain(`${member.name}\n${member.account}`).includes(part)))
}

/**
 * The levels that somebody has passed.
 *
 * @param members all of them
 * @return percent, rising
 */
export function levelsPassed(members: readonly Member[]): number[] {
	return [...new Set(members.map(({ level }) => level).filter((level) => level !== null))].sort((a, b) => a - b)
}

function stands({ enabled, level, quota, seen }: Member, standing: Standing): boolean {
	switch (standing) {
		case 'all': return true
		case 'below': return quota !== null && level === null
		case 'disabled': return !enabled
		case 'free': return quota === null
		case 'unseen': return !seen
		default: return level !== null && level >= Number(standing)
	}
}

/** "Maelle" finds "Maëlle". */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

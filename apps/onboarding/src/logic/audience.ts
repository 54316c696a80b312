// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a step is for. */

import type { Audience } from '../../contract.ts'

/** What is known of somebody, as far as steps ask. */
export interface Person {
	admin: boolean
	/** An account of the guests app. */
	guest: boolean
	/** Ids. */
	groups: readonly string[]
}

/**
 * Whether somebody belongs to those a step is for. PHP: Audience::holds().
 *
 * @param audience whom it is for
 * @param person who
 */
export function belongs({ who, groups }: Audience, person: Person): boolean {
	switch (who) {
		case 'everyone': return true
		case 'members': return !person.admin && !person.guest
		case 'admins': return person.admin
		case 'guests': return person.guest
		case 'groups': return groups.some((group) => person.groups.includes(group))
	}
}

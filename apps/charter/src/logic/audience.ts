// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a charter is for. */

import type { Audience } from '../../contract.ts'

/**
 * Whether somebody belongs to those a charter is for. Guests never do. A group that is gone has no members. PHP: Audience::includes().
 *
 * @param audience whom the charter is for
 * @param groups ids of the account's groups
 * @param guest whether it is an account of the guests app
 */
export function isAsked(audience: Audience, groups: readonly string[], guest: boolean): boolean {
	if (guest) {
		return false
	}
	const inOne = audience.groups.some((group) => groups.includes(group))
	switch (audience.who) {
		case 'everyone': return true
		case 'only': return inOne
		case 'except': return !inOne
	}
}

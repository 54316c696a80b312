// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a step is for, in words. */

import type { Audience } from '../../../contract.ts'
import type { Group } from '../../logic/invite/groups.ts'

import { t } from '../../l10n.ts'

/** The kinds of people, in the order in which they are offered. */
export const KINDS: readonly Audience['who'][] = ['everyone', 'members', 'admins', 'guests', 'groups']

/**
 * A kind of people.
 *
 * @param who the kind
 */
export function kindName(who: Audience['who']): string {
	return {
		everyone: t('Everybody'),
		members: t('Members, without admins and guests'),
		admins: t('Admins'),
		guests: t('Guests'),
		groups: t('Some groups'),
	}[who]
}

/**
 * Whom a step is for.
 *
 * @param audience whom
 * @param groups the groups of the space, for their names
 */
export function audienceInWords(audience: Audience, groups: readonly Group[]): string {
	return audience.who === 'groups'
		? t('Only for: {groups}', { groups: audience.groups.map((id) => groups.find((group) => group.id === id)?.name ?? id).join(', ') })
		: kindName(audience.who)
}

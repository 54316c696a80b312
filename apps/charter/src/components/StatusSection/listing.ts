// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of who answered what: which lines are shown, and what is said about them. */

import type { MemberStatus } from '../../../contract.ts'

import { t } from '../../l10n.ts'

/** Which lines are shown. */
export type Filter = 'all' | MemberStatus['standing']

/** Lines on one page. */
export const PAGE = 100

/** Nobody is reminded twice within this time; seconds. */
const REST = 86_400

/**
 * A standing in words.
 *
 * @param standing of a member
 */
export function wordFor(standing: MemberStatus['standing']): string {
	return {
		accepted: t('Accepted'),
		declined: t('Declined'),
		waiting: t('Not yet'),
		overdue: t('Overdue'),
	}[standing]
}

/**
 * The lines that are looked for.
 *
 * @param members all lines
 * @param filter which standing
 * @param search part of a name or account; accents and capitals do not matter
 */
export function select(members: readonly MemberStatus[], filter: Filter, search: string): MemberStatus[] {
	const wanted = plain(search.trim())
	return members.filter(({ standing, name, account }) => (filter === 'all' || standing === filter) && plain(`${name}\n${account}`).includes(wanted))
}

/**
 * Whether somebody can be reminded now.
 *
 * @param member a line of the list
 * @param now seconds since 1970
 */
export function canRemind({ standing, remindedAt }: MemberStatus, now: number): boolean {
	return (standing === 'waiting' || standing === 'overdue') && (remindedAt === null || remindedAt + REST <= now)
}

/** "Maelle" finds "Maëlle". */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

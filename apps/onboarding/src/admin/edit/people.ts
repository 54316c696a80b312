// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The kinds of people that a preview can be seen as, and what each of them is shown. */

import type { PlannedStep } from '../../../contract.ts'
import type { Person } from '../../logic/audience.ts'
import type { Group } from '../../logic/invite/groups.ts'

import { t } from '../../l10n.ts'
import { listed } from '../../logic/plan.ts'

/** Somebody a preview can be seen as. */
export interface Kind {
	id: string
	name: string
	person: Person
}

/** Steps that make no sense for guests: they are not asked for the charter, and have no storage or calendar. */
const NOT_FOR_GUESTS = ['charter', 'storage', 'calendar']

/**
 * The kinds of people. Groups only where a step asks for them: all others of the space see what members see.
 *
 * @param steps the steps
 * @param groups the groups of the space, for their names
 */
export function kinds(steps: readonly PlannedStep[], groups: readonly Group[]): Kind[] {
	const asked = [...new Set(steps.flatMap(({ audience }) => audience.who === 'groups' ? audience.groups : []))]
	return [
		{ id: 'member', name: t('A member'), person: { admin: false, guest: false, groups: [] } },
		{ id: 'admin', name: t('An admin'), person: { admin: true, guest: false, groups: ['admin'] } },
		{ id: 'guest', name: t('A guest'), person: { admin: false, guest: true, groups: [] } },
		...asked.map((id) => ({
			id: `group-${id}`,
			name: t('A member of the group “{group}”', { group: groups.find((group) => group.id === id)?.name ?? id }),
			person: { admin: false, guest: false, groups: [id] },
		})),
	]
}

/**
 * The steps that somebody is shown, where all the apps are there.
 *
 * @param steps the steps
 * @param person who
 */
export function shownTo(steps: readonly PlannedStep[], person: Person): PlannedStep[] {
	return listed(steps, person, (id) => !person.guest || !NOT_FOR_GUESTS.includes(id))
}

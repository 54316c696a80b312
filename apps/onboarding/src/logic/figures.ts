// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How the list went for everybody together: counts only, and none that could point at somebody. */

import type { Figures, PlannedStep } from '../../contract.ts'
import type { Person } from './audience.ts'
import type { Remembered } from './steps.ts'

import { listed } from './plan.ts'

/** FEWEST_PEOPLE of the contract, which no bundle loads. */
const FEWEST = 5

/** Somebody who has logged in at least once and is not disabled, with what their account remembers. */
export interface Walker extends Remembered { person: Person }

/**
 * The figures. PHP: Figures::of().
 *
 * @param plan all steps
 * @param offered built-in steps that make sense in this space at all
 * @param people everybody, guests too, who are not counted
 */
export function figuresOf(plan: readonly PlannedStep[], offered: readonly string[], people: readonly Walker[]): Figures {
	const walkers = people.filter(({ person }) => !person.guest)
	if (walkers.length < FEWEST) {
		return { people: walkers.length, finished: null, steps: null }
	}
	const lists = walkers.map(({ person, done, declined }) => listed(plan, person, (id) => offered.includes(id)).map(({ id }) => ({
		id,
		state: done.includes(id) ? 'done' as const : declined.includes(id) ? 'declined' as const : 'open' as const,
	}))).filter((list) => list.length > 0)
	const ids = [...new Set(plan.map(({ id }) => id))]
	const steps = ids.map((id) => {
		const states = lists.flatMap((list) => list.filter((step) => step.id === id).map(({ state }) => state))
		const count = (wanted: 'declined' | 'done' | 'open') => states.filter((state) => state === wanted).length
		return { id, done: count('done'), declined: count('declined'), open: count('open') }
	})
	return {
		people: walkers.length,
		finished: lists.length < FEWEST ? null : lists.filter((list) => list.every(({ state }) => state !== 'open')).length,
		steps: steps.filter(({ done, declined, open }) => done + declined + open >= FEWEST),
	}
}

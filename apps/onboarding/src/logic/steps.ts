// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps of one person: which are shown, which are done, what is remembered. */

import type { BuiltInStep, PlannedStep, Step, StepState } from '../../contract.ts'
import type { Person } from './audience.ts'

import { isOwn, listed } from './plan.ts'
import { anyWords, bestWords } from './words.ts'

/** What an account remembers; ids of steps, also of those that are not planned any more. */
export interface Remembered {
	/** Every step that was ever done. */
	done: readonly string[]
	/** Every step that was put aside. */
	declined: readonly string[]
}

/** What the list is made from. */
export interface StepsInput {
	plan: readonly PlannedStep[]
	person: Person
	/** Nextcloud's code. */
	language: string
	/** What the space shows: whether a step is done, false where left out; null = it makes no sense for this person here. */
	found: Partial<Record<BuiltInStep, boolean | null>>
	before: Remembered
}

/**
 * The list of somebody. What was done once stays done, even if its trace has gone. PHP: Steps::resolve().
 *
 * @param input plan, person and what is known
 * @return the steps, and every step that was ever done, to be stored
 */
export function stepsOf({ plan, person, language, found, before }: StepsInput): { steps: Step[], done: string[] } {
	const shown = listed(plan, person, (id) => found[id] !== null)
	const newly = shown.map(({ id }) => id).filter((id) => !isOwn(id) && found[id as BuiltInStep] === true && !before.done.includes(id))
	const done = [...before.done, ...newly]
	return {
		steps: shown.map(({ id, texts, url }) => ({
			id,
			state: done.includes(id) ? 'done' : before.declined.includes(id) ? 'declined' : 'open',
			texts: isOwn(id) ? anyWords(texts, language) : bestWords(texts, language),
			url,
		})),
		done,
	}
}

/**
 * What a person says about a step of their list. PHP: Steps::changed().
 *
 * @param id of the step
 * @param state what they say
 * @param before what was remembered
 * @return what to remember; null where only the space can say that the step is done
 */
export function changed(id: string, state: StepState, { done, declined }: Remembered): Remembered | null {
	if (state === 'done' && !isOwn(id)) {
		return null
	}
	return {
		done: isOwn(id) ? toggled(done, id, state === 'done') : done,
		declined: toggled(declined, id, state === 'declined'),
	}
}

function toggled(ids: readonly string[], id: string, there: boolean): readonly string[] {
	return there === ids.includes(id) ? ids : there ? [...ids, id] : ids.filter((one) => one !== id)
}

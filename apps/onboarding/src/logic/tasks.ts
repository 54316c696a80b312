// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins set up in the space, and which of it the space shows to be done. */

import type { StepState, Task, TaskId } from '../../contract.ts'

/** What the space shows. */
export interface SpaceFacts {
	/** An admin has set its name, logo or colour. */
	look: boolean
	/** It can send mails, as far as its settings tell. */
	mail: boolean
	/** Enabled admins. */
	admins: number
	/** Enabled accounts without guests, whether they have logged in or not. */
	people: number
	/** Disabled accounts that never logged in: somebody waits for them. */
	waiting: number
	/** Groups beside admin and that of the guests app. */
	groups: number
	/** A charter of the association is in force; null = the app is off. */
	charter: boolean | null
	/** A default quota, any quota or a pool is set; null = the app is off. */
	storage: boolean | null
	/** Default apps are chosen. */
	start: boolean
}

/** What admins have said about tasks. */
export type Marks = Readonly<Record<string, Exclude<StepState, 'open'>>>

/** The tasks that no state of the space can show. */
const BY_HAND: readonly TaskId[] = ['icons', 'handover']

/**
 * The tasks in their order. PHP: Tasks::resolve().
 *
 * @param facts what the space shows
 * @param marks what admins have said
 */
export function tasksOf(facts: SpaceFacts, marks: Marks): Task[] {
	const found: Record<TaskId, { done: boolean | null, count: number | null }> = {
		look: { done: facts.look, count: null },
		mail: { done: facts.mail, count: null },
		colleague: { done: facts.admins >= 2, count: facts.admins },
		people: { done: facts.people >= 3, count: facts.people },
		waiting: { done: facts.waiting === 0, count: facts.waiting },
		groups: { done: facts.groups >= 1, count: facts.groups },
		charter: { done: facts.charter, count: null },
		storage: { done: facts.storage, count: null },
		start: { done: facts.start, count: null },
		icons: { done: marks.icons === 'done', count: null },
		handover: { done: marks.handover === 'done', count: null },
	}
	return (Object.keys(found) as TaskId[]).flatMap((id) => {
		const { done, count } = found[id]
		return done === null ? [] : [{ id, state: done ? 'done' : marks[id] === 'declined' ? 'declined' : 'open', count }]
	})
}

/**
 * What an admin says about a task. PHP: Tasks::changed().
 *
 * @param id of the task
 * @param state what they say
 * @param marks what was said before
 * @return what to remember; null where only the space can say that the task is done
 */
export function markedTasks(id: TaskId, state: StepState, marks: Marks): Marks | null {
	if (state === 'done' && !BY_HAND.includes(id)) {
		return null
	}
	const others = Object.fromEntries(Object.entries(marks).filter(([one]) => one !== id))
	return state === 'open' ? others : { ...others, [id]: state }
}

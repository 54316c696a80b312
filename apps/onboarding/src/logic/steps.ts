// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which first steps a person has and which of them are done. PHP: Steps. */

import type { Step, StepId } from '../../contract.ts'

/** What the space shows about an account. */
export interface Facts {
	/** A picture was chosen. */
	picture: boolean
	/** A file was sent, not counting the examples of a new account. */
	upload: boolean
	/** Ids of the charter in force and of the one answered last, 0 for none; null where this person is not asked (no charter app, or a guest). */
	charter: { current: number, answered: number } | null
}

/** What to show and what to remember. */
export interface Steps {
	steps: Step[]
	/** Every step that was ever done, to be stored; in the order of the steps. */
	done: StepId[]
}

const ORDER: readonly StepId[] = ['picture', 'upload', 'charter']

/**
 * The steps of an account. A step that was done once stays done, even if its trace has gone.
 *
 * @param facts what the space shows now
 * @param before the steps stored as done
 */
export function stepsOf(facts: Facts, before: readonly StepId[]): Steps {
	const inForce = facts.charter !== null && facts.charter.current > 0
	const now: Record<StepId, boolean> = {
		picture: facts.picture,
		upload: facts.upload,
		charter: inForce && facts.charter?.answered === facts.charter?.current,
	}
	const done = ORDER.filter((id) => now[id] || before.includes(id))
	return {
		steps: ORDER.filter((id) => id !== 'charter' || inForce).map((id) => ({ id, done: done.includes(id) })),
		done,
	}
}

/**
 * The association's own words of welcome in a person's language: exactly it, else the same language without its region.
 *
 * @param words language → words
 * @param language the account's language
 * @return empty where the built-in words are to be used
 */
export function welcomeWords(words: Readonly<Record<string, string>>, language: string): string {
	return words[language] ?? words[language.split('_', 1)[0] ?? language] ?? ''
}

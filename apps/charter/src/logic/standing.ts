// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where a member stands with a charter. */

import type { Answer, MemberStatus } from '../../contract.ts'

/** A standing, as the list of who answered what shows it. */
export type Standing = MemberStatus['standing']

/** What a standing follows from. */
export interface StandingFacts {
	/** The latest answer that counts for the charter; null for none. */
	choice: Answer['choice'] | null
	/** Whether the charter is for this member. */
	asked: boolean
	/** From then on an answer is overdue, seconds since 1970; null = no deadline. */
	deadline: number | null
	/** Seconds since 1970. */
	now: number
}

/**
 * Where a member stands. An answer counts whoever gave it and whenever. PHP: Standing::of().
 *
 * @param facts what is known
 * @return null for somebody who is not asked and has not answered: they are not in the list
 */
export function standingOf({ choice, asked, deadline, now }: StandingFacts): Standing | null {
	if (choice !== null) {
		return choice
	}
	if (!asked) {
		return null
	}
	return deadline !== null && now >= deadline ? 'overdue' : 'waiting'
}

/**
 * Whether "later" is still possible. Only `require` takes it away, and only once the deadline has passed.
 *
 * @param charter mode and deadline of the version in force
 * @param charter.mode its mode
 * @param charter.deadline its deadline, seconds since 1970; null = none
 * @param now seconds since 1970
 */
export function canWait({ mode, deadline }: { mode: string, deadline: number | null }, now: number): boolean {
	return mode !== 'require' || deadline === null || now < deadline
}

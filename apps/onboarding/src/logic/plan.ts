// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which of the planned steps are somebody's. */

import type { BuiltInStep, PlannedStep } from '../../contract.ts'
import type { Person } from './audience.ts'

import { belongs } from './audience.ts'

/** Most steps that anybody is shown: MOST_STEPS of the contract, which no bundle loads. */
const MOST = 7

/** Whether a step is one of the association's or host's own. */
export function isOwn(id: string): boolean {
	return id.startsWith('own-')
}

/**
 * The steps of somebody, in the plan's order: those for them that make sense here, each once, seven at most. PHP: Plan::listed().
 *
 * @param plan all steps; of one that is there twice, the first counts, whoever it is for
 * @param person whose list
 * @param offered whether a built-in step makes sense for them here and now
 */
export function listed(plan: readonly PlannedStep[], person: Person, offered: (id: BuiltInStep) => boolean): PlannedStep[] {
	return plan
		.filter(({ id }, index) => plan.findIndex((other) => other.id === id) === index)
		.filter(({ id, audience, texts }) => belongs(audience, person) && (isOwn(id) ? Object.keys(texts).length > 0 : offered(id as BuiltInStep)))
		.slice(0, MOST)
}

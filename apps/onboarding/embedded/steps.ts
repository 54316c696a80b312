// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of a person, and what they say about it. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { BuiltInStep, Step } from '../contract.ts'
import type { Handlers, OnboardingSettings } from './store.ts'

import { contract } from '../contract.ts'
import { changed, stepsOf } from '../src/logic/steps.ts'
import { factsOf } from './facts.ts'
import { helpOf } from './help.ts'
import { personOf, remember, remembered } from './store.ts'

/**
 * The list as it is now; what is newly done is remembered.
 *
 * @param space the space
 * @param account whose
 * @param settings the app's
 */
export function opened(space: Space, account: Account, settings: OnboardingSettings): Step[] {
	const before = remembered(space, account.id)
	const { steps, done } = stepsOf({ plan: settings.steps, person: personOf(account), language: account.language, found: factsOf(space, account), before })
	remember(space, account.id, { ...before, done })
	return steps
}

/**
 * Something has happened that a step asks for: it is remembered, whether the list is opened or not.
 *
 * @param space the space
 * @param account who
 * @param step which
 */
export function tick(space: Space, { id }: Account, step: BuiltInStep): void {
	const before = remembered(space, id)
	if (!before.done.includes(step)) {
		remember(space, id, { ...before, done: [...before.done, step] })
	}
}

export const ownSteps: Pick<Handlers, 'GET /api/v1/steps' | 'PUT /api/v1/closed' | 'PUT /api/v1/steps/{id}'> = {
	'GET /api/v1/steps': ({ space, account, settings, host }) => ({
		help: helpOf(space, settings, host, account.language),
		steps: opened(space, account, settings),
		closed: space.userValue(account.id, contract.app, 'closed') === '1',
	}),

	'PUT /api/v1/steps/{id}': ({ space, account, params: { id }, body: { state }, settings, fail }) => {
		if (!opened(space, account, settings).some((step) => step.id === id)) {
			throw fail('no_such_step')
		}
		const after = changed(id, state, remembered(space, account.id))
		if (after === null) {
			throw fail('ticks_itself')
		}
		remember(space, account.id, after)
		return { steps: opened(space, account, settings) }
	},

	'PUT /api/v1/closed': ({ space, account, body: { closed } }) => {
		space.setUserValue(account.id, contract.app, 'closed', closed ? '1' : undefined)
		return { closed }
	},
}

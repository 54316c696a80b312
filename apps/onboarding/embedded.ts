// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first-steps app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { OnboardingContract, PendingWelcome, StepId } from './contract.ts'
import type { Facts } from './src/logic/steps.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { contract } from './contract.ts'
import { stepsOf, welcomeWords } from './src/logic/steps.ts'

const CHARTER = 'ensemble_charter'

/** What the space shows about an account. Nothing of it is asked from other apps' code: values and files only. */
function factsOf(space: Space, account: Account): Facts {
	return {
		picture: account.avatar,
		upload: space.files(account.id).some(({ uploaded }) => uploaded),
		charter: space.appEnabled(CHARTER) && !account.guest
			? { current: Number(space.appValue(CHARTER, 'current') ?? 0), answered: Number(space.userValue(account.id, CHARTER, 'answered') ?? 0) }
			: null,
	}
}

export default defineEmbedded<OnboardingContract>({
	contract,

	handlers: {
		'GET /api/v1/steps': ({ space, account, settings }) => {
			const before = (space.userValue(account.id, contract.app, 'done') ?? []) as StepId[]
			const { steps, done } = stepsOf(factsOf(space, account), before)
			if (done.length > before.length) {
				space.setUserValue(account.id, contract.app, 'done', done)
			}
			return { association: settings.association || space.name, contact: settings.contact, steps }
		},

		'POST /api/v1/welcome': ({ space, account }) => {
			space.setUserValue(account.id, contract.app, 'welcome', 'seen')
			return { seen: true }
		},
	},

	pending(space, account, settings) {
		return space.userValue(account.id, contract.app, 'welcome') === 'pending'
			? {
				association: settings.association || space.name,
				welcome: welcomeWords(settings.welcome, account.language),
				contact: settings.contact,
			} satisfies PendingWelcome
			: null
	},

	firstLogin(space, account) {
		// Whoever was welcomed already is not welcomed again.
		if (space.userValue(account.id, contract.app, 'welcome') === undefined) {
			space.setUserValue(account.id, contract.app, 'welcome', 'pending')
		}
	},
})

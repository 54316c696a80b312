// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What members decide for themselves: by which way they are told, and that a banner may go. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { Space } from '@ensemble/space/embedding'
import type { QuotaContract } from '../contract.ts'
import type { Handlers, QuotaSettings } from './store.ts'

import { contract } from '../contract.ts'
import { DAY, preferencesOf, storedDismissed, storedNotice } from './store.ts'

export const choices: Pick<Handlers, 'GET /api/v1/preferences' | 'POST /api/v1/dismissals' | 'PUT /api/v1/preferences'> = {
	'GET /api/v1/preferences': ({ space, account, settings }) => answer(space, account.id, settings),

	'PUT /api/v1/preferences': ({ space, account, body, settings, fail }) => {
		if (!settings.membersChoose) {
			throw fail('not_allowed')
		}
		space.setUserValue(account.id, contract.app, 'preferences', body)
		return answer(space, account.id, settings)
	},

	'POST /api/v1/dismissals': ({ space, account, body: { level, about }, settings, fail }) => {
		if (storedNotice(space, account.id)[about]?.level !== level) {
			throw fail('not_warned', 'level')
		}
		const until = space.now() + settings.repeatDays * DAY
		space.setUserValue(account.id, contract.app, 'dismissed', { ...storedDismissed(space, account.id), [about]: { level, until } })
		return { until }
	},
}

function answer(space: Space, account: string, { levels, membersChoose }: QuotaSettings): Answer<QuotaContract, 'GET /api/v1/preferences'> {
	// What was chosen is kept, but does not count where the admins decide.
	const inForce = membersChoose ? preferencesOf(space, account) : { mail: true, from: null }
	return { ...inForce, levels: [...levels], mayChoose: membersChoose }
}

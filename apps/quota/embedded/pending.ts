// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is put on a member's page when there is something to tell. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { PendingQuota } from '../contract.ts'
import type { QuotaSettings } from './store.ts'

import { adviceFor } from '../src/logic/advice.ts'
import { isPending } from '../src/logic/levels.ts'
import { storedDismissed, storedNotice } from './store.ts'

/**
 * The banner of an account's next page.
 *
 * @param space the space
 * @param account who reads
 * @param settings the app's
 * @return null where there is nothing to tell, or it was closed
 */
export function pending(space: Space, account: Account, settings: Pick<QuotaSettings, 'advice' | 'contact' | 'repeatDays'>): PendingQuota | null {
	const notice = storedNotice(space, account.id)
	const dismissed = storedDismissed(space, account.id)
	const mine = isPending(notice.mine, dismissed.mine ?? null, space.now()) ? notice.mine : null
	const everybody = isPending(notice.space, dismissed.space ?? null, space.now()) ? notice.space : null
	return mine === null && everybody === null
		? null
		: { mine, space: everybody, repeatDays: settings.repeatDays, contact: settings.contact, advice: adviceFor(settings.advice, account.language) }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The weekly mail to admins, when there is something to say. What it says: letters.ts. */

import type { Space } from '@ensemble/space/embedding'
import type { Total } from '../contract.ts'
import type { QuotaSettings } from './store.ts'

import { contract } from '../contract.ts'
import { ACCOUNT_LEVELS } from '../src/logic/channels.ts'
import { digestWeek } from '../src/logic/digest.ts'
import { levelOf, noticed, percent } from '../src/logic/levels.ts'
import { counts, kept, poolState, total, usedOf } from './counting.ts'
import { sendDigestTo } from './messages.ts'
import { openRequests } from './requests.ts'

/** The time zone of the space: the stand-in has no setting for it. */
const TIMEZONE = 'Europe/Paris'

/**
 * Sends the weekly mail, if it is due.
 *
 * @param space the space
 * @param settings the settings in force
 */
export function sendDigest(space: Space, settings: QuotaSettings): void {
	const week = digestWeek(space.now(), TIMEZONE, settings.digestDay)
	if (week === null || week === space.appValue(contract.app, 'digestWeek')) {
		return
	}
	space.setAppValue(contract.app, 'digestWeek', week)
	if (news(space, settings).isWorthAMail) {
		space.accounts().filter(({ admin, enabled }) => admin && enabled).forEach(({ id }) => sendDigestTo(space, id, week))
	}
}

/** What an admin should know. PHP: Mail\Week. */
export interface News {
	whole: Total
	/** Members who have passed a level of their own. */
	members: number
	/** Open ones. */
	requests: number
	capIsNear: boolean
	/** Whether there is anything that an admin may want to do something about. */
	isWorthAMail: boolean
}

/** What there is to say now. */
export function news(space: Space, settings: QuotaSettings): News {
	const whole = total(space, settings)
	const members = space.accounts().filter((account) => {
		const { files, quota } = kept(space, account.id)
		return counts(account) && levelOf(noticed(files, quota), settings.levels) !== null
	}).length
	const requests = openRequests(space)
	const capIsNear = levelOf(percent(whole.accounts, settings.accountCap), ACCOUNT_LEVELS) !== null
	const poolIsFilling = (poolState(usedOf(whole), settings)?.level ?? null) !== null
	return { whole, members, requests, capIsNear, isWorthAMail: poolIsFilling || members > 0 || requests > 0 || capIsNear }
}

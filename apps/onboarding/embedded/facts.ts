// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the space shows about an account. Nothing of it is asked from other apps' code: accounts, files, values and Nextcloud's own rows only. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { BuiltInStep } from '../contract.ts'
import type { StepsInput } from '../src/logic/steps.ts'

import { opensApp } from '@ensemble/space/bar'
import { appTokens, shares, subscriptions } from '@ensemble/space/nextcloud/traces'

const CHARTER = 'ensemble_charter'
const QUOTA = 'ensemble_quota'

/** The association's charter in force; 0 = none. */
export function charterInForce(space: Space): number {
	return space.appEnabled(CHARTER) ? Number(space.appValue(CHARTER, 'current') ?? 0) : 0
}

/** Built-in steps that make sense in this space at all, whoever it is. */
export function offeredHere(space: Space): BuiltInStep[] {
	return [
		'picture',
		'mail',
		'upload',
		'share',
		'device',
		...charterInForce(space) > 0 ? ['charter' as const] : [],
		...space.appEnabled(QUOTA) ? ['storage' as const] : [],
		...space.appEnabled('calendar') ? ['calendar' as const] : [],
	]
}

/**
 * What the space shows about an account.
 *
 * @param space the space
 * @param account who
 * @return step → whether it is done; null = it makes no sense for them here
 */
export function factsOf(space: Space, account: Account): StepsInput['found'] {
	const isTheirs = (row: { account: string }) => row.account === account.id
	const current = charterInForce(space)
	/** What guests of the guests app are never offered. */
	const own = (offered: boolean, done: boolean) => offered && !account.guest ? done : null
	return {
		picture: account.avatar,
		mail: account.email !== '',
		upload: space.files(account.id).some(({ uploaded }) => uploaded),
		// What others shared with somebody is no step of theirs.
		share: shares(space).some(isTheirs),
		device: appTokens(space).some(isTheirs),
		charter: own(current > 0, Number(space.userValue(account.id, CHARTER, 'answered') ?? 0) === current),
		storage: own(space.appEnabled(QUOTA), space.userValue(account.id, QUOTA, 'visited') === '1'),
		calendar: own(opensApp(space, account, 'calendar'), subscriptions(space).some(isTheirs)),
	}
}

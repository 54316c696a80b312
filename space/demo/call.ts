// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Lets invented people act: through the apps' own handlers, as their requests would. */

import type { EndpointKey } from '@ensemble/shared/contract/define'
import type { SpaceApp } from '../apps.ts'
import type { EmbeddedSpace } from '../state.ts'

import { settingsOf } from '../apps.ts'

/** Where the past is told. */
export interface Telling {
	space: EmbeddedSpace
	apps: SpaceApp[]
	/** Seconds since 1970. */
	today: number
	/** Puts the clock to a moment of the past, seconds since 1970. */
	standAt: (moment: number) => void
}

/**
 * Calls an endpoint as somebody.
 *
 * @param space the space
 * @param app the app
 * @param account login name
 * @param key the endpoint
 * @param body and
 * @param params what it gets
 * @throws Error if it refuses
 */
export async function call(space: EmbeddedSpace, app: SpaceApp, account: string, key: EndpointKey, body: Record<string, unknown>, params: Record<string, unknown> = {}): Promise<unknown> {
	const { contract, handlers } = app.embedded
	const handler = handlers[key]
	const found = space.account(account)
	if (handler === undefined || found === undefined) {
		throw new Error(`The app ${contract.app} has no handler for ${key}, or there is no account "${account}"`)
	}
	const { values: settings, host } = settingsOf(space, contract)
	return handler({ space, account: found, params, body, settings, host, fail: (code: string) => new Error(`${key} failed in the demo: ${code}`) })
}

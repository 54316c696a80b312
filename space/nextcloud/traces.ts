// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What people leave behind in Nextcloud's own tables: shares, app passwords, calendar subscriptions. */

import type { Space } from '../embedding.ts'

/** A share that an account has made. */
export interface Share {
	id: number
	account: string
	/** As `files/Photos`. */
	path: string
	/** As Nextcloud counts them: 0 an account, 1 a group, 3 a link, 4 a mail address. */
	type: number
	/** Login name, group or address; empty for a link. */
	with: string
	/** Of a link; empty for others. */
	token: string
	/** Seconds since 1970. */
	at: number
}

/** A password of an app that an account has connected. */
export interface AppToken { account: string, name: string, password: string }

/** A calendar from elsewhere that an account shows among its own. */
export interface Subscription { account: string, uri: string, source: string }

/** All shares. Live, as the others. */
export const shares = (space: Space) => space.rows<Share>('files_sharing', 'share')
export const appTokens = (space: Space) => space.rows<AppToken>('core', 'authtoken')
export const subscriptions = (space: Space) => space.rows<Subscription>('dav', 'calendarsubscriptions')

/** Forgets what an account has left behind, when it is deleted. */
export function forgetTraces(space: Space, account: string): void {
	for (const rows of [shares(space), appTokens(space), subscriptions(space)] as Array<Array<{ account: string }>>) {
		rows.splice(0, Infinity, ...rows.filter((row) => row.account !== account))
	}
}

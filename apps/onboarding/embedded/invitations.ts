// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What of a list of people cannot be invited. Nothing is created here: Nextcloud's own API does that. */

import type { Handlers } from './store.ts'

import { wrongId } from '@ensemble/space/nextcloud/accounts'
import { sendsMails } from './adminTasks.ts'

export const invitations: Pick<Handlers, 'POST /api/v1/invitations/check'> = {
	'POST /api/v1/invitations/check': ({ space, body: { people }, host: { accountCap } }) => {
		// A name that Nextcloud does not take is as little free. Names and addresses that differ in capitals only are the same.
		const accounts = new Set(space.accounts().map(({ id }) => id.toLowerCase()))
		const mails = new Set(space.accounts().map(({ email }) => email.toLowerCase()))
		const places = (isTaken: (person: typeof people[number]) => boolean) => people.flatMap((person, place) => isTaken(person) ? [place] : [])
		const taken = space.accounts().filter(({ enabled, guest }) => enabled && !guest).length
		return {
			takenAccounts: places(({ account }) => accounts.has(account.toLowerCase()) || wrongId(account) !== null),
			takenMails: places(({ mail }) => mail.trim() !== '' && mails.has(mail.trim().toLowerCase())),
			room: accountCap === 0 ? null : Math.max(0, accountCap - taken),
			mails: sendsMails(space),
		}
	},
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom the app writes to about what, and what is taken back. What it says: words.ts. */

import type { Space } from '@ensemble/space/embedding'
import type { Message } from '@ensemble/space/messages'
import type { About, RequestRow } from './store.ts'

import { notify, sendMail, withdraw } from '@ensemble/space/messages'
import { contract } from '../contract.ts'

/** What a message is about, as it is stored. */
export const SUBJECTS = { level: 'level', asked: 'asked', decided: 'decided', digest: 'digest' } as const

function aboutLevel(account: string, about: About): Message {
	return { app: contract.app, account, subject: SUBJECTS.level, object: { type: SUBJECTS.level, id: about } }
}

/**
 * Tells an account that a level is passed; one notification, whatever there was before.
 *
 * @param space the space
 * @param account login name
 * @param about what fills up
 * @param by which ways
 * @param by.notification in Nextcloud
 * @param by.mail by mail
 */
export function tellNotice(space: Space, account: string, about: About, by: { notification: boolean, mail: boolean }): void {
	const message = aboutLevel(account, about)
	if (by.notification) {
		withdraw(space, message)
		notify(space, message)
	}
	if (by.mail) {
		sendMail(space, message)
	}
}

/** A level is over: its notification has nothing to say any more. */
export function withdrawNotice(space: Space, account: string, about: About): void {
	withdraw(space, aboutLevel(account, about))
}

function aboutRequest({ id }: RequestRow): Message['object'] {
	return { type: 'request', id: String(id) }
}

/** Somebody asks for more room: all admins hear of it. */
export function tellAdmins(space: Space, row: RequestRow): void {
	for (const { id } of space.accounts().filter(({ admin, enabled }) => admin && enabled)) {
		notify(space, { app: contract.app, account: id, subject: SUBJECTS.asked, object: aboutRequest(row) })
	}
}

/** A request is not open any more. */
export function withdrawRequest(space: Space, row: RequestRow): void {
	withdraw(space, { app: contract.app, subject: SUBJECTS.asked, object: aboutRequest(row) })
}

/** A request was decided: who asked hears of it. */
export function tellDecision(space: Space, row: RequestRow): void {
	notify(space, { app: contract.app, account: row.account, subject: SUBJECTS.decided, object: aboutRequest(row) })
}

/** The weekly mail to an admin. */
export function sendDigestTo(space: Space, account: string, week: number): void {
	sendMail(space, { app: contract.app, account, subject: SUBJECTS.digest, object: { type: 'week', id: String(week) } })
}

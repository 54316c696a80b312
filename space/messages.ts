// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Notifications and mails: kept here as what they are about; what they say is put together when somebody reads them, in their language. */

import type { Space } from './embedding.ts'

/** What a message is about. */
export interface Message {
	/** App id. */
	app: string
	/** Login name of who gets it. */
	account: string
	/** What the app calls this kind of message. */
	subject: string
	/** What it is about, so that it can be taken back: in Nextcloud, type and id of an object. */
	object: { type: string, id: string }
}

/** A message that was sent. */
export interface SentMessage extends Message {
	id: number
	/** Seconds since 1970. */
	at: number
}

/** The notifications of all accounts, the oldest first. Live. */
export const notifications = (space: Space) => space.rows<SentMessage>('notifications', 'notifications')

/** The mails to all accounts, the oldest first; none of them leaves this program. Live. */
export const mails = (space: Space) => space.rows<SentMessage>('mail', 'mails')

/** Shows an account a notification. */
export function notify(space: Space, message: Message): void {
	send(space, notifications(space), message)
}

/**
 * Sends an account a mail.
 *
 * @param space the space
 * @param message what about
 * @return whether there is an address to send it to
 */
export function sendMail(space: Space, message: Message): boolean {
	const account = space.account(message.account)
	if (!account?.enabled || account.email === '') {
		return false
	}
	send(space, mails(space), message)
	return true
}

/**
 * Takes notifications back, as Nextcloud's markProcessed().
 *
 * @param space the space
 * @param which all that is alike
 */
export function withdraw(space: Space, which: Partial<Message> & { app: string }): void {
	const rows = notifications(space)
	const kept = rows.filter((row) => row.app !== which.app
		|| (which.account !== undefined && row.account !== which.account)
		|| (which.subject !== undefined && row.subject !== which.subject)
		|| (which.object !== undefined && (row.object.type !== which.object.type || row.object.id !== which.object.id)))
	rows.splice(0, Infinity, ...kept)
}

/** Forgets an account's messages, when it is deleted. */
export function forgetMessages(space: Space, account: string): void {
	for (const rows of [notifications(space), mails(space)]) {
		rows.splice(0, Infinity, ...rows.filter((row) => row.account !== account))
	}
}

function send(space: Space, rows: SentMessage[], { app, account, subject, object }: Message): void {
	// Numbers are not given twice, so the counter outlives what was taken back.
	const id = Number(space.appValue('notifications', 'last') ?? 0) + 1
	space.setAppValue('notifications', 'last', id)
	rows.push({ id, app, account, subject, object, at: space.now() })
}

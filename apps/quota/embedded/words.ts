// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the app's notifications say: amounts, always of how much, and one thing to do. What its mails say: letters.ts. */

import type { Account, MailWords, NotificationWords, Space, Text } from '@ensemble/space/embedding'
import type { Message } from '@ensemble/space/messages'
import type { About, RequestRow } from './store.ts'
import type { Lead, Writer } from './writer.ts'

import { kept, total, usedOf } from './counting.ts'
import { digestLetter, levelLetter } from './letters.ts'
import { SUBJECTS } from './messages.ts'
import { settingsOf } from './settings.ts'
import { requests } from './store.ts'
import { writerFor } from './writer.ts'

/** What a notification says; null once there is nothing to say any more. */
export function notificationWords(space: Space, message: Message, text: Text): NotificationWords | null {
	const account = space.account(message.account)
	if (account === undefined) {
		return null
	}
	const write = writerFor(space, account, text)
	if (message.subject === SUBJECTS.level) {
		return level(space, account, message.object.id as About, write)
	}
	const request = requests(space).find((row) => String(row.id) === message.object.id)
	return request === undefined ? null : message.subject === SUBJECTS.asked ? asked(space, request, write) : decided(request, write)
}

/** What a mail says. */
export function mailWords(space: Space, message: Message, text: Text): MailWords | null {
	const account = space.account(message.account)
	if (account === undefined) {
		return null
	}
	const write = writerFor(space, account, text)
	return message.subject === SUBJECTS.digest ? digestLetter(space, write) : levelLetter(space, account, message.object.id as About, write)
}

function words(subject: string, message: string, { link, action }: Lead): NotificationWords {
	return { subject, message, link, buttons: [{ label: action, link }] }
}

function level(space: Space, account: Account, about: About, { text, share, toMine, toAdmin }: Writer): NotificationWords | null {
	const settings = settingsOf(space)
	if (about === 'accounts') {
		const { accounts, accountCap } = total(space, settings)
		return accountCap === null ? null : words(text('Almost all accounts of this space are taken'), text('{used} of {total} accounts are in use. Once all are, nobody can be added.', { used: accounts, total: accountCap }), toAdmin('See the members'))
	}
	if (about === 'space') {
		const { pool } = settings
		const vars = share(usedOf(total(space, settings)), pool ?? 1)
		return pool === null ? null : words(text('The storage that all members share is {percent} full', vars), text('{used} of {total} are in use.', vars), account.admin ? toAdmin('See what takes the room') : toMine('See my storage'))
	}
	const { files, quota } = kept(space, account.id)
	const vars = share(files, quota ?? 1)
	return quota === null ? null : words(text('Your storage is {percent} full', vars), text('{used} of {total} are in use.', vars), toMine('See my storage'))
}

function asked(space: Space, { id, account, wanted, sentence, quotaAt }: RequestRow, { text, amount, toRequest }: Writer): NotificationWords {
	const user = space.account(account)?.name ?? account
	return {
		subject: text('{user} asks for more storage: {wanted} instead of {quota}', { user, wanted: amount(wanted), quota: amount(quotaAt) }),
		message: sentence,
		...toRequest(id),
	}
}

function decided({ state, granted, wanted, word }: RequestRow, { text, amount, toMine }: Writer): NotificationWords {
	const vars = { wanted: amount(wanted), granted: amount(granted ?? wanted) }
	const subject = state === 'declined'
		? text('Your request for {wanted} of storage was declined', vars)
		: state === 'approved'
			? text('You have more room now: up to {granted}', vars)
			: text('You have more room now: up to {granted}, instead of the {wanted} you asked for', vars)
	return words(subject, word, toMine('See my storage'))
}

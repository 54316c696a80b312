// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The app's notifications and mails. Each opens the charter's page; none of them accepts anything. */

import type { Account, MailWords, NotificationWords, Space, Text } from '@ensemble/space/embedding'
import type { Message } from '@ensemble/space/messages'
import type { Owner, Version } from '../contract.ts'

import { notify, sendMail, withdraw } from '@ensemble/space/messages'
import { contract } from '../contract.ts'
import { languageFor, newest, notedInForce, versionById, versions } from './store.ts'

const LINK = `/index.php/apps/${contract.app}/`

/** What messages of a version are about. */
export function aboutCharter({ asks }: Version): Message['object'] {
	return { type: 'charter', id: String(asks) }
}

/** Takes back all notifications about an owner's charter. */
export function forgetNotices(space: Space, owner: Owner): void {
	const all = versions(space).filter((version) => version.owner === owner)
	all.forEach((version) => withdraw(space, { app: contract.app, object: aboutCharter(version) }))
}

/**
 * A version has been published that asks anew: what was said of its owner's others is over, and in the mode `inform` its members hear of it.
 *
 * @param space the space
 * @param version what was published
 * @param audience whom it is for
 */
export function announce(space: Space, version: Version, audience: ReadonlyArray<{ id: string }>): void {
	forgetNotices(space, version.owner)
	if (version.mode === 'inform') {
		audience.forEach(({ id }) => notify(space, { app: contract.app, account: id, subject: 'published', object: aboutCharter(version) }))
	}
}

/** Reminds an account: one notification, whatever there was before, and a mail where there is an address. */
export function remind(space: Space, version: Version, account: string): void {
	const message = { app: contract.app, account, subject: 'reminder', object: aboutCharter(version) }
	withdraw(space, message)
	notify(space, message)
	sendMail(space, message)
}

/** What a notification says; null once its version is replaced or withdrawn. */
export function notificationWords(space: Space, message: Message, text: Text): NotificationWords | null {
	const found = stillAbout(space, message)
	return found && {
		subject: message.subject === 'published'
			? text('{association} has a new charter', { association: found.owner })
			: text('Your answer to the charter of {association} is still missing', { association: found.owner }),
		message: found.title,
		link: LINK,
		buttons: [{ label: text('Read the charter'), link: LINK }],
	}
}

/** What a mail says; null once its version is replaced or withdrawn. */
export function mailWords(space: Space, message: Message, text: Text): MailWords | null {
	const found = stillAbout(space, message)
	return found && {
		subject: text('Your answer to the charter of {association} is still missing', { association: found.owner }),
		heading: found.title,
		body: [
			text('Please read the charter when you have a moment, then accept or decline it, as you like.'),
			...found.version.deadline === null ? [] : [due(found.account, found.version.deadline, space.now(), text)],
		],
		button: { label: text('Read the charter'), link: LINK },
	}
}

/** By when an answer is wanted, in the account's language and time zone. */
function due({ language, timezone }: Account, deadline: number, now: number, text: Text): string {
	const date = new Intl.DateTimeFormat(language.replace('_', '-'), { dateStyle: 'long', timeZone: timezone }).format(deadline * 1000)
	return now < deadline ? text('Please answer by {date}.', { date }) : text('Your answer was due on {date}; it is still welcome.', { date })
}

/** The version in force with its title in the account's language and the name of its owner, if a message is still about it. */
function stillAbout(space: Space, { account: id, object }: Message): { account: Account, version: Version, title: string, owner: string } | null {
	const account = space.account(id)
	const asking = versionById(space, Number(object.id))
	const version = asking && newest(space, asking.owner)
	if (account === undefined || version === undefined || String(version.asks) !== object.id || (version.owner === 'host' && notedInForce(space, 'host') === undefined)) {
		return null
	}
	return { account, version, title: version.texts[languageFor(account, version)]?.title ?? '', owner: version.ownerName || space.name }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an account has been told: its notifications, and the mails that a real Nextcloud would have sent. */

import type { MailWords } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { enabled } from '../apps.ts'
import { day } from '../l10n/texts.ts'
import { mails } from '../messages.ts'
import { readNotifications } from '../nextcloud/notifications.ts'
import { translate } from '../nextcloud/translations.ts'
import { html } from './html.ts'
import { userPage } from './layout.ts'

/**
 * The list of notifications.
 *
 * @param world the space
 * @param reader who reads
 */
export function notificationsPage(world: World, reader: Reader): Reply {
	const { texts, account } = reader
	const found = readNotifications(world, account!)
	return userPage(world, reader, {
		title: texts('notifications.heading'),
		app: 'notifications',
		modules: ['notifications'],
		content: html`<main id="app-content" class="app-content" tabindex="-1">
			<h1>${texts('notifications.heading')}</h1>
			<p id="message" class="message" role="status"></p>
			${found.length === 0
				? html`<p>${texts('notifications.none')}</p>`
				: html`<ul class="messages">${found.map(({ message, words }) => html`<li>
					<h2>${words.subject}</h2>
					<p class="hint">${day(texts, message.at, account!.timezone)}</p>
					${words.message !== '' && html`<p>${words.message}</p>`}
					<p class="messages__actions">${words.buttons.map(({ label, link }, index) => html`<a class="${index === 0 ? 'button primary' : 'button'}" href="${link}">${label}</a> `)}<button type="button" class="button" data-dismiss="${message.id}" aria-label="${texts('notifications.dismissThis', { subject: words.subject })}">${texts('notifications.dismiss')}</button></p>
				</li>`)}</ul>`}
			<p><a href="/__space/mails">${texts('mails.link')}</a></p>
			<template id="texts" data-dismissed="${texts('notifications.dismissed')}" data-failed="${texts('personal.failed')}"></template>
		</main>`,
	})
}

/**
 * The mails that a real Nextcloud would have sent to the reader.
 *
 * @param world the space
 * @param reader who reads
 */
export function mailsPage(world: World, reader: Reader): Reply {
	const { texts, account } = reader
	const apps = new Map(enabled(world.space, world.apps).map(({ manifest, embedded }) => [manifest.id, embedded]))
	const found = mails(world.space).filter((message) => message.account === account!.id).toReversed().flatMap((message) => {
		const words = message.app === 'settings' ? invitation(world, reader) : apps.get(message.app)?.mail?.(world.space, message, (sentence, vars) => translate(world, message.app, account!.language, sentence, vars))
		return words ? [{ message, words }] : []
	})
	return userPage(world, reader, {
		title: texts('mails.heading'),
		app: 'mails',
		content: html`<main id="app-content" class="app-content" tabindex="-1">
			<h1>${texts('mails.heading')}</h1>
			<p>${account!.email === '' ? texts('mails.noAddress') : texts('mails.intro', { address: account!.email })}</p>
			${found.length === 0
				? html`<p>${texts('mails.none')}</p>`
				: html`<ul class="messages">${found.map(({ message, words }) => html`<li>
					<h2>${words.subject}</h2>
					<p class="hint">${day(texts, message.at, account!.timezone)}</p>
					<div class="mail"><h3>${words.heading}</h3>
					${words.body.map((paragraph) => html`<p>${paragraph}</p>`)}
					<p><a class="button primary" href="${words.button.link}">${words.button.label}</a></p></div>
				</li>`)}</ul>`}
			${account!.admin && invitations(world, reader)}
		</main>`,
	})
}

/** What Nextcloud's own invitation says, in the reader's language. */
function invitation({ space }: World, { texts, account }: Reader): MailWords {
	const { name } = space
	return {
		subject: texts('invitation.subject', { name }),
		heading: texts('invitation.heading'),
		body: [texts('invitation.text', { name }), texts('invitation.account', { account: account!.id })],
		button: { label: texts('invitation.button'), link: '/login' },
	}
}

/** For admins: whom Nextcloud has invited. Who is invited cannot be asked here: nobody has their password. */
function invitations({ space }: World, { texts, account }: Reader): Html | false {
	const sent = mails(space).filter(({ app }) => app === 'settings').toReversed()
	return sent.length > 0 && html`<h2>${texts('invitations.heading')}</h2>
			<ul>${sent.map((mail) => html`<li>${texts('invitations.line', { name: space.account(mail.account)!.name, address: space.account(mail.account)!.email, day: day(texts, mail.at, account!.timezone) })}</li>`)}</ul>`
}

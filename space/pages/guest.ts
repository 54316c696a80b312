// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pages without a person: login, second factor, public share, errors, and what this stand-in is. */

import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Reader } from './reader.ts'

import { PUBLIC_SHARE } from '../demo/share.ts'
import { amount } from '../l10n/texts.ts'
import { HOME } from '../nextcloud/core.ts'
import { html } from './html.ts'
import { fileIcon, icon } from './icons.ts'
import { guestPage } from './layout.ts'
import { peopleForms } from './people.ts'

/**
 * The login page.
 *
 * @param world the space
 * @param reader nobody yet
 * @param failed the name that was tried in vain; null = none
 */
export function loginPage(world: World, reader: Reader, failed: string | null): Reply {
	const { texts } = reader
	const title = texts('login.heading', { name: world.space.name })
	return guestPage(world, reader, {
		title,
		content: html`<h1>${icon('logo')} ${title}</h1>
			${failed !== null && html`<p class="message message--error" role="alert">${texts('login.failed')}</p>`}
			<form method="post" action="/index.php/login" name="login">
				<input type="hidden" name="requesttoken" value="${reader.session.token}">
				<p><label for="user">${texts('login.user')}</label><input id="user" name="user" type="text" autocomplete="username" autocapitalize="none" required value="${failed ?? ''}"></p>
				<p><label for="password">${texts('login.password')}</label><input id="password" name="password" type="password" autocomplete="current-password" required></p>
				<p><button type="submit" class="button primary wide">${texts('login.button')}</button></p>
			</form>
			${world.people.length > 0 && html`<h2>${texts('login.orPerson')}</h2>${peopleForms(world, reader)}`}`,
	})
}

/** A page that looks like the second step of a login; apps must stay off it. */
export function twoFactorPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	return guestPage(world, reader, {
		title: texts('twofactor.heading'),
		content: html`<h1>${texts('twofactor.heading')}</h1>
			<p>${texts('twofactor.text')}</p>
			<p><label for="code">${texts('twofactor.code')}</label><input id="code" type="text" inputmode="numeric" autocomplete="one-time-code"></p>
			<p><a class="button primary wide" href="/login">${texts('twofactor.toLogin')}</a></p>`,
	})
}

/** A public share of a few files; apps must stay off it. */
export function sharePage(world: World, reader: Reader): Reply {
	const { texts } = reader
	const title = texts('share.heading', { name: PUBLIC_SHARE.name })
	return guestPage(world, reader, {
		title,
		kind: 'public',
		content: html`<h1>${title}</h1>
			<p>${texts('share.by', { name: world.space.name })}. ${texts('share.intro')}</p>
			<ul class="recent">${PUBLIC_SHARE.files.map(([name, size]) => html`<li>${fileIcon(name)}<span class="recent__name">${name}</span><span class="recent__more">${amount(texts, size)}</span></li>`)}</ul>`,
	})
}

/**
 * An error.
 *
 * @param world the space
 * @param reader who reads
 * @param status 403 or 404
 */
export function errorPage(world: World, reader: Reader, status: 403 | 404): Reply {
	const { texts } = reader
	return guestPage(world, reader, {
		title: texts('error.heading'),
		status,
		content: html`<h1>${texts('error.heading')}</h1>
			<p>${texts(status === 403 ? 'error.forbidden' : 'error.text')}</p>
			<p><a class="button primary wide" href="${HOME}">${texts('action.back')}</a></p>`,
	})
}

/** Says what this is. */
export function aboutPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	return guestPage(world, reader, {
		title: texts('about.heading'),
		content: html`<h1>${texts('about.heading')}</h1>
			${(['about.intro', 'about.real', 'about.people', 'about.memory', 'about.passwords'] as const).map((key) => html`<p>${texts(key)}</p>`)}
			<p><a class="button primary wide" href="${HOME}">${texts('action.back')}</a></p>`,
	})
}

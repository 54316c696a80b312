// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The header of a page: name of the association, apps, switch of person, notifications, account menu. */

import type { AppManifest } from '@ensemble/appinfo-templates/manifest'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { enabled } from '../apps.ts'
import { HOME } from '../nextcloud/core.ts'
import { readNotifications } from '../nextcloud/notifications.ts'
import { html } from './html.ts'
import { icon } from './icons.ts'
import { peopleForms } from './people.ts'

/** Of all that Nextcloud has, what the menu offers; the others are reached by its API. */
const SWITCH = ['default', 'light', 'dark'] as const

/**
 * The header.
 *
 * @param world the space
 * @param reader who reads
 * @param app the app that is open
 * @param heading hidden h1 of the page; inside of the header, it is inside of a landmark
 */
export function header(world: World, reader: Reader, app: string, heading?: string): Html {
	const { texts } = reader
	const { name } = world.space
	return html`<header id="header">
			<div class="header-start">
				<a id="nextcloud" href="${HOME}" aria-label="${texts('header.home', { name })}">${icon('logo')}<span class="header-name">${name}</span></a>
				<nav aria-label="${texts('app.navigation')}">
					<ul class="app-menu">
						${entry(HOME, 'dashboard', texts('app.dashboard'), app === 'dashboard')}
						${entry('/apps/files/', 'folder', texts('app.files'), app === 'files')}
					</ul>
				</nav>
			</div>
			<div class="header-end">
				${world.people.length > 0 && peopleMenu(world, reader)}
				${bell(world, reader)}
				${accountMenu(world, reader)}
			</div>
			${heading !== undefined && html`<h1 class="hidden-visually" id="page-heading-level-1">${heading}</h1>`}
		</header>`
}

function entry(href: string, symbol: 'dashboard' | 'folder', text: string, active: boolean): Html {
	return html`<li><a href="${href}" ${active && html`aria-current="page"`}>${icon(symbol)}<span>${text}</span></a></li>`
}

function peopleMenu(world: World, reader: Reader): Html {
	return html`<details class="header-menu" id="people-menu">
					<summary>${icon('people')}<span>${reader.texts('people.menu')}</span></summary>
					<div class="header-menu__box">
						<p>${reader.texts('people.intro')}</p>
						${peopleForms(world, reader)}
					</div>
				</details>`
}

/** The bell in the header, with how many there are. */
function bell(world: World, { account, texts }: Reader): Html {
	const count = String(readNotifications(world, account!).length)
	return html`<a id="notifications" href="/__space/notifications" aria-label="${texts('notifications.bell', { count })}">${icon('bell')}${count !== '0' && html`<span class="bell__count">${count}</span>`}</a>`
}

function accountMenu(world: World, reader: Reader): Html {
	const { texts, account, language } = reader
	return html`<details class="header-menu" id="user-menu">
					<summary aria-label="${texts('account.menu', { name: account!.name })}"><img src="/index.php/avatar/${account!.id}/64?v=${avatarVersion(world, account!.id)}" alt="" width="32" height="32"></summary>
					<div class="header-menu__box">
						<p class="header-menu__name">${account!.name}</p>
						<ul class="menu">
							${pages(world).map(({ id, page }) => html`<li><a href="/apps/${id}/">${icon('association')}${localised(page!.title, language)}</a></li>`)}
							<li><a href="/settings/user">${icon('settings')}${texts('menu.personal')}</a></li>
							${account!.admin && html`<li><a href="/settings/admin/ensemble">${icon('settings')}${texts('menu.admin')}</a></li>`}
						</ul>
						${themeSwitch(reader)}
						<ul class="menu">
							<li><a href="/logout?requesttoken=${encodeURIComponent(reader.session.token)}">${icon('logout')}${texts('menu.logout')}</a></li>
						</ul>
					</div>
				</details>`
}

function themeSwitch({ texts, theme }: Reader): Html {
	return html`<fieldset class="theme-switch"><legend>${icon('theme')}${texts('menu.theme')}</legend>
							${SWITCH.map((one) => html`<button type="button" data-theme="${one}" aria-pressed="${String(one === theme)}">${texts(`theme.${one}`)}</button>`)}
						</fieldset>`
}

/** Changes with the picture, so that no old one is shown. */
function avatarVersion(world: World, account: string): number {
	return world.space.home(account).picture?.data.length ?? 0
}

/** The apps with a page of their own, in the order of the menu. */
function pages(world: World): AppManifest[] {
	return enabled(world.space, world.apps).map(({ manifest }) => manifest).filter(({ page }) => page !== undefined).sort((a, b) => a.page!.order - b.page!.order)
}

/**
 * A text of a manifest in the reader's language.
 *
 * @param text in both languages
 * @param text.en English
 * @param text.fr French
 * @param language Nextcloud's code
 */
export function localised(text: { en: string, fr: string }, language: string): string {
	return language.startsWith('fr') ? text.fr : text.en
}

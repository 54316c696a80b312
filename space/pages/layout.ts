// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The frame around every page: head, header with menus, content, the strip that says what this is. */

import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'
import type { InitialState, Script } from './scripts.ts'

import { pageHeaders } from '../http/headers.ts'
import { globals } from './globals.ts'
import { header } from './header.ts'
import { html } from './html.ts'
import { injected, scriptTags, stateInputs } from './scripts.ts'

/** A page for somebody logged in. */
export interface UserPage {
	/** Of the window. */
	title: string
	/** Which app it belongs to: `dashboard`, `files`, `settings` or an app id. */
	app: string
	/** With a `<main id="app-content">`, which an app's script may bring. */
	content: Html
	/** The hidden h1 that Nextcloud puts before an app's content; pages of the space itself have one in their main. */
	heading?: string
	/** Whether the content has its own navigation, with the id `app-navigation`. */
	navigation?: boolean
	scripts?: Script[]
	states?: InitialState[]
	/** Modules of client/. */
	modules?: string[]
}

/**
 * A page as Nextcloud renders it for somebody logged in, with what the apps have to say.
 *
 * @param world the space
 * @param reader who reads
 * @param page its content
 */
export function userPage(world: World, reader: Reader, page: UserPage): Reply {
	const { texts, account } = reader
	const pending = injected(world, reader)
	const states = [...page.states ?? [], ...pending.states]
	return send(200, reader, html`
	<head data-user="${account!.id}" data-user-displayname="${account!.name}" data-requesttoken="${reader.session.token}">
		${head(reader, `${page.title} - ${world.space.name}`)}
		${globals(world, reader)}${scriptTags(world, reader, [...page.scripts ?? [], ...pending.scripts])}
		${modules(reader, ['menus', ...page.modules ?? []])}
	</head>
	<body id="body-user" dir="ltr" ${themeAttributes(reader)}>
		${stateInputs(states)}
		<div id="skip-actions">
			<a href="#app-content" class="button primary skip-navigation skip-content">${texts('skip.content')}</a>
			${page.navigation && html`<a href="#app-navigation" class="button primary skip-navigation">${texts('skip.navigation')}</a>`}
		</div>
		${header(world, reader, page.app, page.heading)}
		<div id="content" class="app-${page.app}">
			${page.content}
		</div>
		${strip(reader)}
	</body>`)
}

/** A page for anybody: login, errors, shares. Nothing of the apps is on it. */
export interface GuestPage {
	title: string
	content: Html
	status?: number
	/** `base` for a public share, `guest` for a box in the middle. */
	kind?: 'guest' | 'public'
}

/**
 * A page that is not for one person.
 *
 * @param world the space
 * @param reader who reads
 * @param page its content
 */
export function guestPage(world: World, reader: Reader, page: GuestPage): Reply {
	return send(page.status ?? 200, reader, html`
	<head data-requesttoken="${reader.session.token}">
		${head(reader, `${page.title} - ${world.space.name}`)}
	</head>
	<body id="body-${page.kind === 'public' ? 'public' : 'login'}" dir="ltr" ${themeAttributes(reader)}>
		${stateInputs([])}
		<main class="${page.kind === 'public' ? 'public-box' : 'guest-box'}">
			${page.content}
		</main>
		${strip(reader)}
	</body>`)
}

function send(status: number, { language, locale, nonce }: Reader, page: Html): Reply {
	const lang = language.replace('_', '-')
	return {
		status,
		headers: pageHeaders(nonce),
		body: html`<!DOCTYPE html>
<html class="ng-csp" data-placeholder-focus="false" lang="${lang}" data-locale="${locale}" translate="no">${page}
</html>
`.text,
	}
}

function head({ nonce }: Reader, title: string): Html {
	return html`<meta charset="utf-8">
		<title>${title}</title>
		<meta name="csp-nonce" nonce="${nonce}">
		<meta name="viewport" content="width=device-width, initial-scale=1.0, minimum-scale=1.0">
		<link rel="icon" href="/__space/logo.svg" type="image/svg+xml">
		<link rel="stylesheet" href="/__space/theme.css">
		<link rel="stylesheet" href="/__space/style.css">`
}

function modules({ nonce }: Reader, names: string[]): Html[] {
	return names.map((name) => html`<script nonce="${nonce}" type="module" src="/__space/client/${name}.ts"></script>
		`)
}

/** As Nextcloud marks the theme; apps read data-themes. */
function themeAttributes({ theme, fonts }: Reader): Html {
	return html`data-theme-${theme} ${fonts.map((font) => html`data-theme-${font} `)}data-themes="${[theme, ...fonts].join(',')}"`
}

function strip({ texts }: Reader): Html {
	return html`<aside id="stand-in" aria-label="${texts('banner.label')}"><p>${texts('banner.text')} <a href="/__space/about">${texts('banner.more')}</a></p></aside>`
}

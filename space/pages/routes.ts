// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The addresses of the pages. */

import type { Reply } from '../http/reply.ts'
import type { PathValues, Route } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'
import type { Reader } from './reader.ts'

import { appsOf, isKnownApp, opensApp } from '../bar.ts'
import { redirect } from '../http/reply.ts'
import { HOME } from '../nextcloud/core.ts'
import { folderExists } from '../nextcloud/files.ts'
import { dashboardPage } from './dashboard.ts'
import { filesPage, trashPage } from './files.ts'
import { aboutPage, errorPage, loginPage, sharePage, twoFactorPage } from './guest.ts'
import { localised } from './header.ts'
import { html } from './html.ts'
import { userPage } from './layout.ts'
import { mailsPage, notificationsPage } from './messages.ts'
import { publicPages } from './public.ts'
import { readerOf } from './reader.ts'
import { associationPage, personalPage } from './settings.ts'

type Page = (reader: Reader, visit: Visit, params: PathValues) => Reply

/**
 * The routes of all pages.
 *
 * @param world the space
 */
export function pageRoutes(world: World): Route[] {
	const get = (path: string, page: Page): Route => ({ method: 'GET', path, handle: (visit, params) => page(readerOf(world, visit), visit, params) })
	/** Only for somebody logged in; others are led to the login. */
	const own = (path: string, page: Page): Route => ({
		method: 'GET',
		path,
		handle: (visit, params) => visit.caller.account === null
			? redirect(`/login?${new URLSearchParams({ redirect_url: visit.request.url ?? '/' })}`)
			: page(readerOf(world, visit), visit, params),
	})
	const association: Page = (reader) => reader.account!.admin ? associationPage(world, reader) : errorPage(world, reader, 403)
	return [
		{ method: 'GET', path: '/', handle: (visit) => redirect(visit.caller.account === null ? '/login' : HOME) },
		get('/login', (reader, visit) => reader.account !== null ? redirect(HOME) : loginPage(world, reader, visit.query.has('direct') ? visit.query.get('user') ?? '' : null)),
		get('/login/challenge/{provider}', (reader) => twoFactorPage(world, reader)),
		get('/s/{token}', (reader) => sharePage(world, reader)),
		own('/__space/notifications', (reader) => notificationsPage(world, reader)),
		own('/__space/mails', (reader) => mailsPage(world, reader)),
		get('/__space/about', (reader) => aboutPage(world, reader)),
		...['/apps/dashboard', '/apps/dashboard/'].map((path) => own(path, (reader) => dashboardPage(world, reader))),
		...['/apps/files', '/apps/files/', '/apps/files/files'].map((path) => own(path, (reader, visit) => filesPage(world, reader, visit.query.get('dir') ?? '/'))),
		{ method: 'GET', path: '/f/{id}', handle: (visit, { id = '' }) => fileById(world, visit, id) },
		own('/apps/files/trashbin', (reader) => trashPage(world, reader)),
		...['/settings/user', '/settings/user/{section}'].map((path) => own(path, (reader) => personalPage(world, reader))),
		...['/settings/admin', '/settings/admin/ensemble', '/settings/admin/overview'].map((path) => own(path, association)),
		...publicPages(world),
		...['/apps/{app}', '/apps/{app}/'].map((path) => own(path, (reader, _visit, { app = '' }) => appPage(world, reader, app))),
	]
}

/** A link to a file by its id: leads to its folder, as in Nextcloud; what is deleted, to the deleted files. */
function fileById(world: World, visit: Visit, id: string): Reply {
	const { account } = visit.caller
	if (account === null) {
		return redirect(`/login?${new URLSearchParams({ redirect_url: visit.request.url ?? '/' })}`)
	}
	const found = /^\d+$/.test(id) ? world.space.fileOf(Number(id)) : undefined
	if (found?.account !== account.id) {
		return errorPage(world, readerOf(world, visit), 404)
	}
	const [root = '', ...parts] = found.path.split('/')
	const dir = folderExists(world.space, account.id, found.path) ? parts : parts.slice(0, -1)
	return redirect(root === 'files' ? `/apps/files/?${new URLSearchParams({ dir: `/${dir.join('/')}` })}` : '/apps/files/trashbin')
}

/** The page of an app as its templates/page.php has it: an element, and the script that fills it. The `main` is the app's. */
function appPage(world: World, reader: Reader, id: string): Reply {
	if (isKnownApp(id)) {
		return opensApp(world.space, reader.account!, id) ? knownAppPage(world, reader, id) : errorPage(world, reader, 404)
	}
	const manifest = world.apps.find((app) => app.manifest.id === id && world.space.appEnabled(id))?.manifest
	if (manifest?.page === undefined) {
		return errorPage(world, reader, 404)
	}
	if (manifest.page.remembered) {
		world.space.setUserValue(reader.account!.id, id, 'visited', '1')
	}
	const title = localised(manifest.page.title, reader.language)
	return userPage(world, reader, {
		title,
		app: id,
		scripts: [{ app: id, entry: manifest.page.entry }],
		heading: title,
		content: html`<div id="${id}-page"></div>`,
	})
}

/** The page of an app that the stand-in knows by name only. */
function knownAppPage(world: World, reader: Reader, id: string): Reply {
	const { name } = appsOf(world.space, reader.account!).find((app) => app.id === id)!
	return userPage(world, reader, {
		title: name,
		app: id,
		content: html`<main id="app-content" class="app-content" tabindex="-1">
			<h1>${name}</h1>
			<p>${reader.texts('app.nameOnly', { name })}</p>
		</main>`,
	})
}

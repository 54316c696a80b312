// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What only the stand-in has, below /__space/: switch of person, jobs at once, its styles and scripts. None of it exists in Nextcloud. */

import type { Reply } from './http/reply.ts'
import type { Route } from './http/router.ts'
import type { Visit } from './http/visit.ts'
import type { World } from './world.ts'

import { mdiSprout } from '@mdi/js'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runJobs } from './apps.ts'
import { logIn } from './http/identify.ts'
import { empty, json, redirect } from './http/reply.ts'
import { fileBelow } from './http/static.ts'
import { textField } from './http/visit.ts'
import { HOME } from './nextcloud/core.ts'
import { fileReply } from './nextcloud/dav.ts'
import { themeCss } from './pages/theme.ts'
import { COLOURS, themesOf } from './pages/themes.ts'

const CLIENT = join(root, 'space/client')
const STYLE = join(root, 'space/style')

/** Whether a request came from a foreign page: then it may not change anything here. */
function isForeign(visit: Visit): boolean {
	const site = visit.header('Sec-Fetch-Site')
	if (site !== '') {
		return site !== 'same-origin' && site !== 'none'
	}
	const origin = visit.header('Origin')
	return origin !== '' && origin.replace(/^https?:\/\//, '') !== visit.header('Host')
}

/**
 * The routes of the stand-in.
 *
 * @param world the space
 */
export function standInRoutes(world: World): Route[] {
	return [
		{
			method: 'POST',
			path: '/__space/jobs',
			handle: (visit) => isForeign(visit) ? empty(403) : json(200, { ran: runJobs(world.space, world.apps) }),
		},
		{ method: 'POST', path: '/__space/switch', handle: (visit) => switchPerson(world, visit) },
		{
			method: 'POST',
			path: '/__space/theme',
			handle: async (visit) => {
				const { account } = visit.caller
				const wanted = textField(await visit.fields(), 'theme')
				const theme = COLOURS.find((one) => one === wanted)
				if (account === null || theme === undefined || isForeign(visit)) {
					return empty(400)
				}
				themesOf(world.space, account.id).set(theme, true)
				return json(200, { theme })
			},
		},
		{
			method: 'GET',
			path: '/__space/download/{path*}',
			handle: (visit, { path = '' }) => {
				const { account } = visit.caller
				return account === null ? redirect('/login') : fileReply(world, account, `files/${path}`)
			},
		},
		{ method: 'GET', path: '/__space/theme.css', handle: () => css(themeCss()) },
		{ method: 'GET', path: '/__space/style.css', handle: () => css(readdirSync(STYLE).filter((file) => file.endsWith('.css')).sort().map((file) => readFileSync(join(STYLE, file), 'utf8')).join('\n')) },
		{
			method: 'GET',
			path: '/__space/logo.svg',
			handle: () => ({ status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#2e6b3f" d="${mdiSprout}"/></svg>` }),
		},
		{ method: 'GET', path: '/__space/client/{file}', handle: (_visit, { file = '' }) => clientScript(file) },
	]
}

async function switchPerson(world: World, visit: Visit): Promise<Reply> {
	const account = world.space.account(textField(await visit.fields(), 'account'))
	if (isForeign(visit)) {
		return empty(403)
	}
	if (!account?.enabled) {
		return json(404, { message: 'There is no such account, or it is disabled.' })
	}
	logIn(world, visit, account, false)
	return visit.wantsHtml ? redirect(HOME) : json(200, { account: account.id })
}

function css(body: string): Reply {
	return { status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }, body }
}

const scripts = new Map<string, Promise<string>>()

/** A script of client/, as JavaScript. */
async function clientScript(file: string): Promise<Reply> {
	const path = file.endsWith('.test.ts') ? null : fileBelow(CLIENT, file)
	if (path === null) {
		return empty(404)
	}
	const script = scripts.get(path) ?? transpile(path)
	scripts.set(path, script)
	return { status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }, body: await script }
}

async function transpile(path: string): Promise<string> {
	// Vite is loaded with the first page only, so that the server starts at once.
	const { transformWithEsbuild } = await import('vite')
	return (await transformWithEsbuild(readFileSync(path, 'utf8'), path, { sourcemap: false, target: 'es2022' })).code
}

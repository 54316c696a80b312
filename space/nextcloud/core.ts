// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Status, request token, login and logout. Compare core's controllers and status.php. */

import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'

import { checkPassword, ensureSession, logIn, passesCsrf } from '../http/identify.ts'
import { json, redirect } from '../http/reply.ts'
import { textField } from '../http/visit.ts'

/** The Nextcloud that this stands in for. */
export const VERSION = { version: '34.0.1.2', versionstring: '34.0.1' } as const
/** Where a login leads. */
export const HOME = '/apps/dashboard/'

/**
 * The routes of core.
 *
 * @param world the space
 */
export function coreRoutes(world: World): Route[] {
	return [
		{
			method: 'GET',
			path: '/status.php',
			handle: () => json(200, { installed: true, maintenance: false, needsDbUpgrade: false, ...VERSION, edition: '', productname: 'Ensemble embedded space', extendedSupport: false }, { 'Access-Control-Allow-Origin': '*' }),
		},
		{ method: 'GET', path: '/csrftoken', handle: (visit) => json(200, { token: ensureSession(world, visit).token }) },
		{
			method: 'POST',
			path: '/login',
			handle: async (visit) => {
				const fields = await visit.fields()
				const user = textField(fields, 'user')
				const account = await passesCsrf(visit) ? checkPassword(world, user, textField(fields, 'password')) : null
				if (account === null) {
					return redirect(`/login?${new URLSearchParams({ user, direct: '1' })}`)
				}
				logIn(world, visit, account, true)
				return redirect(HOME)
			},
		},
		{
			method: 'POST',
			path: '/login/confirm',
			handle: async (visit) => {
				const { account, session } = visit.caller
				if (account === null || session === null) {
					return json(401, { message: 'Current user is not logged in' })
				}
				if (!await passesCsrf(visit)) {
					return json(412, { message: 'CSRF check failed' })
				}
				if (checkPassword(world, account.id, textField(await visit.fields(), 'password')) === null) {
					return json(403, [])
				}
				session.confirmedAt = world.space.now()
				return json(200, { lastLogin: session.confirmedAt })
			},
		},
		{
			method: 'GET',
			path: '/logout',
			handle: async (visit) => {
				if (visit.caller.session && await passesCsrf(visit)) {
					world.sessions.close(visit.caller.session)
				}
				return redirect('/login')
			},
		},
	]
}

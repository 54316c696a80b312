// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who sends a request, and whether it came from one of our pages. */

import type { Account } from '../embedding.ts'
import type { World } from '../world.ts'
import type { Caller, Visit } from './visit.ts'

import { loggedIn } from '../apps.ts'
import { appTokens } from '../nextcloud/traces.ts'
import { SESSION_COOKIE, sessionCookies } from './sessions.ts'
import { textField } from './visit.ts'

/**
 * Finds out who sends a request: by session cookie, else by name and password (Basic). Basic counts as a login, the
 * first one as the first login.
 *
 * @param world the space and its sessions
 * @param visit the request
 */
export function identify(world: World, visit: Visit): Caller {
	const session = world.sessions.get(visit.cookies.get(SESSION_COOKIE))
	const account = session?.account ? world.space.account(session.account) : undefined
	if (account?.enabled) {
		return { account, by: 'session', session, refused: false }
	}
	const basic = basicOf(visit.header('Authorization'))
	if (basic === null) {
		return { account: null, by: null, session, refused: false }
	}
	const { id, password } = basic
	const known = checkPassword(world, id, password)
	const device = known === null ? checkAppPassword(world, id, password) : null
	const found = known ?? device
	if (found === null) {
		return { account: null, by: null, session, refused: true }
	}
	loggedIn(world.space, world.apps, found)
	return { account: found, by: device === null ? 'basic' : 'device', session, refused: false }
}

/** Name and password of an Authorization header; null where there are none. */
function basicOf(header: string): { id: string, password: string } | null {
	const basic = header.match(/^Basic\s+(.+)$/i)?.[1]
	if (basic === undefined) {
		return null
	}
	const [, id = '', password = ''] = Buffer.from(basic, 'base64').toString('utf8').match(/^([^:]*):(.*)$/s) ?? []
	return { id, password }
}

/**
 * The account of a name and password.
 *
 * @param world the space
 * @param id login name
 * @param password the password
 * @return null if they do not fit or the account is disabled
 */
export function checkPassword(world: World, id: string, password: string): Account | null {
	const account = world.space.account(id)
	return account?.enabled && account.password === password ? account : null
}

/** The account of a name and the password of an app that it has connected. */
function checkAppPassword({ space }: World, id: string, password: string): Account | null {
	const account = space.account(id)
	return account?.enabled && appTokens(space).some((token) => token.account === id && token.password === password) ? account : null
}

/** Whether the caller has sent their password with this very request, as Nextcloud wants it before apps are switched. */
export function hasSentPassword(visit: Visit): boolean {
	const { account, by } = visit.caller
	return by === 'basic' || (account !== null && basicOf(visit.header('Authorization'))?.password === account.password)
}

/** After so many seconds a password must be given again: half an hour, and a little for a slow hand (PasswordConfirmationMiddleware). */
const CONFIRMED = 30 * 60 + 15

/** Whether the caller has given their password a short time ago; who sends it with each request always has. */
export function hasConfirmed({ space }: World, { caller }: Visit): boolean {
	return caller.by === 'basic' || (caller.session !== null && caller.session.confirmedAt >= space.now() - CONFIRMED)
}

/**
 * Logs a browser in: a new session, and the first login if it is one.
 *
 * @param world the space and its sessions
 * @param visit the request
 * @param account who
 * @param byPassword whether they have given their password; the switch of persons asks for none
 */
export function logIn(world: World, visit: Visit, account: Account, byPassword: boolean): void {
	if (visit.caller.session) {
		world.sessions.close(visit.caller.session)
	}
	loggedIn(world.space, world.apps, account)
	const session = world.sessions.open(account.id, byPassword ? world.space.now() : 0)
	visit.caller = { account, by: 'session', session, refused: false }
	visit.setCookies.push(...sessionCookies(session))
}

/** The session of a visit; a browser without one gets one. Pages carry its request token. */
export function ensureSession(world: World, visit: Visit) {
	const { caller } = visit
	if (caller.session === null || caller.by === 'basic' || caller.by === 'device') {
		caller.session = world.sessions.open(caller.account?.id ?? null)
		visit.setCookies.push(...sessionCookies(caller.session))
	}
	return caller.session
}

/**
 * Nextcloud's check that a request was meant (Request::passesCSRFCheck): the header `OCS-APIRequest`, which no foreign
 * page can send, or the session's request token; with a session cookie, also the two same-site cookies.
 *
 * @param visit the request
 */
export async function passesCsrf(visit: Visit): Promise<boolean> {
	if (visit.header('OCS-APIRequest') !== '') {
		return true
	}
	if (visit.cookies.has(SESSION_COOKIE) && !['nc_sameSiteCookielax', 'nc_sameSiteCookiestrict'].every((name) => visit.cookies.get(name) === 'true')) {
		return false
	}
	const form = visit.header('Content-Type').startsWith('application/x-www-form-urlencoded') ? textField(await visit.fields(), 'requesttoken') : ''
	const token = visit.query.get('requesttoken') ?? (form || visit.header('requesttoken'))
	return token !== '' && token === visit.caller.session?.token
}

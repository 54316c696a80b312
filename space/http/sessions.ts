// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Browser sessions: a cookie that names the session, and its request token. */

import { randomBytes } from 'node:crypto'

/** One browser. */
export interface Session {
	id: string
	/** Who is logged in; null for nobody. */
	account: string | null
	/** The request token (CSRF) of the session's pages. */
	token: string
	/** When the password was last given in this session, seconds since 1970; 0 for never. */
	confirmedAt: number
}

/** Name of the session cookie. Nextcloud's is chosen per installation. */
export const SESSION_COOKIE = 'space_session'
/** The two cookies by which Nextcloud sees that a request came from its own page. */
const SAME_SITE = ['nc_sameSiteCookielax=true; Path=/; HttpOnly; SameSite=Lax', 'nc_sameSiteCookiestrict=true; Path=/; HttpOnly; SameSite=Strict']

/** All sessions; they end with the process. */
export class Sessions {
	readonly #sessions = new Map<string, Session>()

	get(id: string | undefined): Session | null {
		return (id !== undefined && this.#sessions.get(id)) || null
	}

	/**
	 * Opens a session. After a login it is always a new one.
	 *
	 * @param account who has logged in, null for nobody
	 * @param confirmedAt when they have given their password, seconds since 1970; 0 = they have not
	 */
	open(account: string | null, confirmedAt = 0): Session {
		const session = { confirmedAt, id: randomBytes(24).toString('base64url'), account, token: `${randomBytes(32).toString('base64')}:${randomBytes(32).toString('base64')}` }
		this.#sessions.set(session.id, session)
		return session
	}

	close(session: Session): void {
		this.#sessions.delete(session.id)
	}
}

/** The Set-Cookie values that give a browser its session. */
export function sessionCookies(session: Session): string[] {
	return [`${SESSION_COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax`, ...SAME_SITE]
}

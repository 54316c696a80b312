// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What WebDAV answers when something is wrong, and who is let in at all. */

import type { Account } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { Handler, PathValues } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'

import { passesCsrf } from '../http/identify.ts'
import { escapeXml, xml } from '../http/reply.ts'

/** One call by the owner of what is asked for. */
export interface DavCall {
	visit: Visit
	account: Account
	/** Of files: the path below the storage, as `files/a.txt`. */
	path: string
	params: PathValues
}

export type DavHandler = (call: DavCall) => Promise<Reply> | Reply

/** An error as sabre/dav writes it. */
export function davError(status: number, exception: string, message: string, headers: Reply['headers'] = {}): Reply {
	return xml(status, `<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>${exception}</s:exception>\n  <s:message>${escapeXml(message)}</s:message>\n</d:error>\n`, headers)
}

/** There is no such thing, or it is not yours. */
export function notFound(path: string): Reply {
	return davError(404, 'Sabre\\DAV\\Exception\\NotFound', `File with name //${path.replace(/^files\/?/, '')} could not be located`)
}

/**
 * Lets only the owner in: with a name and password, or from one of our pages.
 *
 * @param handle answers the owner; the address has `{account}` and may have `{path*}`
 */
export function guarded(handle: DavHandler): Handler {
	return async (visit, params) => {
		const { account, by } = visit.caller
		if (account === null || (by === 'session' && !await passesCsrf(visit))) {
			return davError(401, 'Sabre\\DAV\\Exception\\NotAuthenticated', account === null ? 'No public access to this resource., Username or password was incorrect, No \'Authorization: Bearer\' header found.' : 'CSRF check not passed.', { 'WWW-Authenticate': 'Basic realm="Nextcloud", charset="UTF-8"' })
		}
		const path = ['files', ...(params.path ?? '').split('/').filter(Boolean)].join('/')
		// A foreign account is not found, as in Nextcloud: who exists is nobody's business.
		if (params.account !== account.id || path.split('/').some((part) => part === '.' || part === '..' || part.includes('\0'))) {
			return notFound(params.path ?? '')
		}
		return handle({ visit, account, path, params })
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** OCS answers and the checks before an OCS endpoint, with the statuses and bodies of Nextcloud. */

import type { Account } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { Handler, PathValues } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'

import { TooLarge } from '../http/body.ts'
import { passesCsrf } from '../http/identify.ts'
import { escapeXml, json } from '../http/reply.ts'

/** Nextcloud's own status numbers; HTTP carries another one (httpStatus below). */
export const OCS = { unauthorised: 997, notFound: 998, unknownError: 999 } as const

/** An OCS endpoint failed: throw it. */
export class OcsFailure extends Error {
	/**
	 * @param status an HTTP status or one of Nextcloud's own numbers (101, 102, …)
	 * @param message what `meta` says
	 * @param data what `ocs.data` carries
	 */
	constructor(readonly status: number, message = '', readonly data: unknown = []) {
		super(message)
	}
}

/** What an OCS endpoint answers. */
export interface OcsResult { data: unknown, status?: number }

/** An OCS endpoint: called for those who may. */
export type OcsHandler = (call: { visit: Visit, params: PathValues, account: Account | null }) => OcsResult | Promise<OcsResult>

/** Who may call an endpoint. */
export type Who = 'admin' | 'anyone' | 'member'

/** HTTP status of an OCS status (OCS version 2). */
function httpStatus(status: number): number {
	const own: Record<number, number> = { [OCS.unauthorised]: 401, [OCS.notFound]: 404, [OCS.unknownError]: 500 }
	return own[status] ?? (status < 200 || status > 600 ? 400 : status)
}

/**
 * The envelope around every OCS answer, JSON or XML as the request wants (XML where it does not say).
 *
 * @param visit the request
 * @param status OCS status
 * @param data content
 * @param message of a failure
 */
export function ocsReply(visit: Visit, status: number, data: unknown, message = ''): Reply {
	const ok = status >= 200 && status < 300
	const ocs = { meta: { status: ok ? 'ok' : 'failure', statuscode: status, message: ok ? 'OK' : message }, data }
	const wanted = visit.query.get('format') ?? visit.header('Accept').split(',').map((type) => type.trim().toLowerCase().match(/^application\/(.*)$/)?.[1]).find(Boolean)
	if (wanted === 'json') {
		return json(httpStatus(status), { ocs })
	}
	return {
		status: httpStatus(status),
		headers: { 'Content-Type': 'text/xml; charset=UTF-8' },
		body: `<?xml version="1.0"?>\n${toXml('ocs', ocs)}\n`,
	}
}

function toXml(name: string, value: unknown): string {
	if (typeof value === 'object' && value !== null) {
		const inner = Object.entries(value).map(([key, item]) => toXml(/^\d+$/.test(key) ? 'element' : key, item)).join('')
		return `<${name}>${inner}</${name}>`
	}
	// PHP writes true as 1 and false as nothing.
	const text = typeof value === 'boolean' ? (value ? '1' : '') : String(value ?? '')
	return `<${name}>${escapeXml(text)}</${name}>`
}

/**
 * Puts Nextcloud's checks before an endpoint, in Nextcloud's order: logged in (401), admin (403), meant (412).
 *
 * @param who may call it
 * @param handle the endpoint
 */
export function ocs(who: Who, handle: OcsHandler): Handler {
	return async (visit, params) => {
		try {
			const { account } = visit.caller
			if (visit.caller.refused) {
				return ocsReply(visit, OCS.unauthorised, [], 'Unauthorised')
			}
			if (who !== 'anyone' && account === null) {
				return ocsReply(visit, OCS.unauthorised, [], 'Current user is not logged in')
			}
			if (who === 'admin' && !account?.admin) {
				return ocsReply(visit, 403, [], 'Logged in account must be an admin')
			}
			if (!await passesCsrf(visit)) {
				// OCSMiddleware turns only 401 and 403 into envelopes.
				return json(412, { message: 'CSRF check failed' })
			}
			const { data, status } = await handle({ visit, params, account })
			return ocsReply(visit, status ?? 200, data)
		} catch (error) {
			if (error instanceof OcsFailure) {
				return ocsReply(visit, error.status, error.data, error.message)
			}
			if (error instanceof TooLarge) {
				return ocsReply(visit, 413, [], 'Request body is too large')
			}
			throw error
		}
	}
}

/** The answer to an OCS address that nobody has. */
export function unknownOcs(visit: Visit): Reply {
	return ocsReply(visit, OCS.notFound, [], 'Invalid query, please check the syntax. API specifications are here: http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n')
}

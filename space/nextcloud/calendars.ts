// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** As much CalDAV as it takes to subscribe to a calendar from elsewhere. */

import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'

import { empty } from '../http/reply.ts'
import { davError, guarded } from './davReply.ts'
import { subscriptions } from './traces.ts'

const CALENDARS = '/remote.php/dav/calendars/{account}/{uri}'

/**
 * The routes of calendars.
 *
 * @param world the space
 */
export function calendarRoutes({ space }: World): Route[] {
	return [
		{
			method: 'MKCOL',
			path: CALENDARS,
			handle: guarded(async ({ visit, account: { id: account }, params: { uri = '' } }) => {
				const body = (await visit.bytes()).toString('utf8')
				if (!visit.header('Content-Type').includes('xml')) {
					return davError(415, 'Sabre\\DAV\\Exception\\UnsupportedMediaType', 'The request body for the MKCOL request must have an xml Content-Type')
				}
				// Calendars of one's own are beyond this stand-in.
				const source = /<(?:\w+:)?subscribed\s*\/>/.test(body) ? /<(?:\w+:)?href>\s*([^<\s]+)\s*</.exec(body)?.[1] : undefined
				if (source === undefined) {
					return davError(403, 'Sabre\\DAV\\Exception\\Forbidden', 'The {http://calendarserver.org/ns/}source property is required when creating subscriptions.')
				}
				if (subscriptions(space).some((row) => row.account === account && row.uri === uri)) {
					return davError(405, 'Sabre\\DAV\\Exception\\MethodNotAllowed', 'The resource you tried to create already exists')
				}
				subscriptions(space).push({ account, uri, source })
				return empty(201)
			}),
		},
		{
			method: 'DELETE',
			path: CALENDARS,
			handle: guarded(({ account: { id: account }, params: { uri = '' } }) => {
				const rows = subscriptions(space)
				const at = rows.findIndex((row) => row.account === account && row.uri === uri)
				if (at === -1) {
					return davError(404, 'Sabre\\DAV\\Exception\\NotFound', `Node with name '${uri}' could not be found`)
				}
				rows.splice(at, 1)
				return empty(204)
			}),
		},
	]
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which function answers which address. */

import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'

/** Path parameters, decoded. */
export type PathValues = Record<string, string>

/** Answers a request. */
export type Handler = (visit: Visit, params: PathValues) => Promise<Reply> | Reply

/** One address. `{name}` in the path is one segment, `{name*}` the rest with its slashes. */
export interface Route {
	method: string
	path: string
	handle: Handler
}

/** What fits a request: a handler, nothing at all, or only other methods. */
export type Match = { handle: Handler, params: PathValues } | 'no-method' | 'none'

/**
 * Makes the function that finds the route of a request; the first that fits wins. HEAD is answered as GET.
 *
 * @param routes all routes
 */
export function router(routes: Route[]): (method: string, path: string) => Match {
	const compiled = routes.map((route) => ({ ...route, pattern: pathPattern(route.path) }))
	return (method, path) => {
		let other = false
		for (const { method: wanted, pattern, handle } of compiled) {
			const found = pattern.exec(path)
			if (found === null) {
				continue
			}
			if (wanted === method || (wanted === 'GET' && method === 'HEAD')) {
				const params = decode(found.groups ?? {})
				return params === null ? 'none' : { handle, params }
			}
			other = true
		}
		return other ? 'no-method' : 'none'
	}
}

/** The regular expression of a path with `{name}` and `{name*}`. */
function pathPattern(path: string): RegExp {
	const source = path.split(/(\{\w+\*?\})/).map((part) => {
		const name = part.match(/^\{(\w+)(\*?)\}$/)
		return name === null ? part.replaceAll(/[.+?^${}()|[\]\\*]/g, '\\$&') : `(?<${name[1]}>${name[2] ? '.*' : '[^/]+'})`
	}).join('')
	return new RegExp(`^${source}$`)
}

/** Decodes the parameters; null where one is no valid UTF-8. */
function decode(groups: Record<string, string>): PathValues | null {
	try {
		return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]))
	} catch {
		return null
	}
}

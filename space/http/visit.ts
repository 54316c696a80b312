// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One HTTP request, with who sent it. */

import type { IncomingMessage } from 'node:http'
import type { Account } from '../embedding.ts'
import type { Fields } from './body.ts'
import type { Session } from './sessions.ts'

import { parseFields, readBytes } from './body.ts'

/** Who sent a request, and how that was proven. */
export interface Caller {
	account: Account | null
	/** `device`: by the password of an app that was connected. */
	by: 'basic' | 'device' | 'session' | null
	session: Session | null
	/** A name and password came along and were wrong. */
	refused: boolean
}

/** One request. */
export class Visit {
	readonly method: string
	/** Percent-encoded, without a leading `/index.php`. */
	readonly path: string
	readonly query: URLSearchParams
	readonly cookies: Map<string, string>
	caller: Caller = { account: null, by: null, session: null, refused: false }
	/** Set-Cookie values to send with the answer. */
	readonly setCookies: string[] = []
	#body: Promise<Buffer> | undefined

	constructor(readonly request: IncomingMessage) {
		this.method = request.method ?? 'GET'
		const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
		this.path = path.replace(/^\/index\.php(?=\/|$)/, '') || '/'
		this.query = new URLSearchParams(query)
		this.cookies = new Map((request.headers.cookie ?? '').split(';').map((pair) => {
			const [name = '', ...value] = pair.trim().split('=')
			return [name, value.join('=')]
		}))
	}

	/** A header, '' where it is missing. */
	header(name: string): string {
		const value = this.request.headers[name.toLowerCase()]
		return Array.isArray(value) ? value.join(', ') : value ?? ''
	}

	/** Whether a browser wants a page rather than data. */
	get wantsHtml(): boolean {
		return this.header('Accept').toLowerCase().includes('html')
	}

	/**
	 * The body, whole.
	 *
	 * @throws TooLarge
	 */
	bytes(): Promise<Buffer> {
		this.#body ??= readBytes(this.request)
		return this.#body
	}

	/**
	 * The fields of the body, form or JSON.
	 *
	 * @throws TooLarge
	 */
	async fields(): Promise<Fields> {
		return parseFields(this.header('Content-Type'), await this.bytes())
	}
}

/**
 * A field as a text.
 *
 * @param fields of a body
 * @param name which
 * @return '' where it is missing or no text
 */
export function textField(fields: Fields, name: string): string {
	const value = Object.hasOwn(fields, name) ? fields[name] : undefined
	return typeof value === 'string' ? value : ''
}

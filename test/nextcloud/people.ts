// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the tests here do with a Nextcloud through its own interfaces: accounts, files, OCS calls, pages. */

import type { Place } from './connection.ts'

import { loginCookies } from './session.ts'

/** Password of every account that a test makes. */
export const PASSWORD = 'ensemble-test-1'

/** An answer of an OCS endpoint. */
export interface OcsAnswer {
	/** HTTP status. */
	status: number
	/** `ocs.data`. */
	data: unknown
	/** `ocs.meta.message`. */
	message: string
}

/**
 * Calls an OCS endpoint.
 *
 * @param place the server
 * @param as `name:password`
 * @param method HTTP method
 * @param path below /ocs/v2.php/
 * @param body sent as JSON
 */
export async function ocs(place: Place, as: string, method: string, path: string, body?: object): Promise<OcsAnswer> {
	const answer = await fetch(`${place.baseUrl}/ocs/v2.php/${path}`, {
		method,
		headers: {
			accept: 'application/json',
			authorization: basic(as),
			'ocs-apirequest': 'true',
			...(body ? { 'content-type': 'application/json' } : {}),
		},
		body: body && JSON.stringify(body),
	})
	const { ocs: { data, meta } } = await answer.json() as { ocs: { data: unknown, meta: { message?: string } } }
	return { status: answer.status, data, message: meta.message ?? '' }
}

/**
 * Makes an account.
 *
 * @param place the server
 * @param id login name
 * @param quota as Nextcloud takes it: `10 MB`, `none`; left out = the default
 * @throws when Nextcloud refuses
 */
export async function createAccount(place: Place, id: string, quota?: string): Promise<void> {
	const made = await ocs(place, place.admin, 'POST', 'cloud/users', { userid: id, password: PASSWORD })
	if (made.status !== 200) {
		throw new Error(`account ${id}: ${made.status} ${made.message}`)
	}
	if (quota !== undefined) {
		await ocs(place, place.admin, 'PUT', `cloud/users/${id}`, { key: 'quota', value: quota })
	}
}

/**
 * Sends a request to an account's own files (WebDAV).
 *
 * @param place the server
 * @param id the account
 * @param method PUT, DELETE, PROPFIND …
 * @param path below the account's files
 * @param body what to send
 * @param headers more headers
 * @throws when Nextcloud refuses
 */
export async function dav(place: Place, id: string, method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<string> {
	const answer = await fetch(`${place.baseUrl}/remote.php/dav/files/${id}/${path}`, {
		method,
		headers: { authorization: basic(`${id}:${PASSWORD}`), ...headers },
		body,
	})
	const text = await answer.text()
	if (!answer.ok) {
		throw new Error(`${method} ${path}: ${answer.status} ${text}`)
	}
	return text
}

/**
 * Sends a file of so many bytes.
 *
 * @param place the server
 * @param id the account
 * @param path below the account's files
 * @param size bytes
 */
export async function upload(place: Place, id: string, path: string, size: number): Promise<void> {
	await dav(place, id, 'PUT', path, Buffer.alloc(size, 'e'))
}

/**
 * What Nextcloud itself says that an account keeps.
 *
 * @param place the server
 * @param id the account
 * @return quota-used-bytes of the top folder
 */
export async function usedBytes(place: Place, id: string): Promise<number> {
	const text = await dav(place, id, 'PROPFIND', '', '<?xml version="1.0"?><d:propfind xmlns:d="DAV:"><d:prop><d:quota-used-bytes/></d:prop></d:propfind>', { depth: '0' })
	return Number(/<d:quota-used-bytes>(\d+)</.exec(text)?.[1])
}

/** A page as a browser gets it. */
export interface Page {
	status: number
	html: string
	/** Id under which Nextcloud logs what this request did. */
	requestId: string
}

/**
 * Opens a page, following redirects.
 *
 * @param place the server
 * @param path from the server's root
 * @param cookie as loginCookies() gives it; left out = not logged in
 */
export async function open(place: Place, path: string, cookie?: string): Promise<Page> {
	const answer = await fetch(`${place.baseUrl}${path}`, { headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })
	return { status: answer.status, html: await answer.text(), requestId: answer.headers.get('x-request-id') ?? '' }
}

/**
 * Logs a test account in.
 *
 * @param place the server
 * @param id the account
 * @return the value of a Cookie header
 */
export function logIn(place: Place, id: string): Promise<string> {
	return loginCookies(place.baseUrl, id, PASSWORD)
}

/**
 * Everything of ours in a page: script and style addresses, initial states, elements.
 *
 * @param html the page
 * @return the pieces found; empty = nothing of ours
 */
export function oursIn(html: string): string[] {
	return html.match(/<[^>]*(?:ensemble_(?:charter|onboarding|quota)|apps-ensemble|ensemble-part)[^>]*>/g) ?? []
}

function basic(as: string): string {
	return `Basic ${Buffer.from(as).toString('base64')}`
}

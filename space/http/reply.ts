// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a route answers; server.ts sends it. */

/** An answer. A stream is sent as it comes. */
export interface Reply {
	status: number
	headers: Record<string, string | string[]>
	body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Uint8Array | string
}

/** JSON, as an AppFramework JSONResponse. */
export function json(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
	return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) }
}

/** A status and nothing else. */
export function empty(status: number, headers: Reply['headers'] = {}): Reply {
	return { status, headers, body: '' }
}

/** Go and GET another page. */
export function redirect(to: string, headers: Reply['headers'] = {}): Reply {
	return empty(303, { Location: to, ...headers })
}

/** XML. */
export function xml(status: number, body: string, headers: Reply['headers'] = {}): Reply {
	return { status, headers: { 'Content-Type': 'application/xml; charset=utf-8', ...headers }, body }
}

/** Escapes text for XML and HTML, in content and in quoted attributes. */
export function escapeXml(text: string): string {
	const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
	return text.replace(/[&<>"']/g, (character) => names[character]!)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One text for one value: JSON with sorted keys and no spaces, so that a hash of it means the value. */

import { createHash } from 'node:crypto'

/**
 * Canonical JSON: keys in UTF-16 order, no spaces, entries that are undefined left out.
 *
 * @param value what to write: what JSON can say
 * @throws TypeError for what it cannot
 */
export function canonical(value: unknown): string {
	if (value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
		return JSON.stringify(value)
	}
	if (Array.isArray(value)) {
		return `[${value.map(canonical).join(',')}]`
	}
	if (typeof value !== 'object') {
		throw new TypeError(`JSON cannot say ${String(value)}`)
	}
	const entries = value as Record<string, unknown>
	return `{${Object.keys(entries).sort().flatMap((key) => entries[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(entries[key])}`]).join(',')}}`
}

/**
 * SHA-256 of a value's canonical JSON, as lower-case hex, without making one long text of it: plans are big.
 *
 * @param value as canonical()
 * @throws as canonical()
 */
export function hashOf(value: object): string {
	const hash = createHash('sha256')
	feed(value, 2, (text) => hash.update(text))
	return hash.digest('hex')
}

/** The canonical JSON in pieces: objects and lists of the first levels piece by piece, what is in them whole. */
function feed(value: unknown, levels: number, put: (text: string) => void): void {
	if (levels === 0 || typeof value !== 'object' || value === null) {
		put(canonical(value))
		return
	}
	const list = Array.isArray(value)
	const entries: [string, unknown][] = list ? value.map((entry) => ['', entry]) : Object.entries(value).filter(([, entry]) => entry !== undefined).sort(([a], [b]) => a < b ? -1 : 1)
	put(list ? '[' : '{')
	entries.forEach(([key, entry], index) => {
		put(`${index === 0 ? '' : ','}${list ? '' : `${JSON.stringify(key)}:`}`)
		feed(entry, levels - 1, put)
	})
	put(list ? ']' : '}')
}

/**
 * SHA-256 as lower-case hex.
 *
 * @param text UTF-8 is what is hashed
 */
export function sha256(text: string | Uint8Array): string {
	return createHash('sha256').update(text).digest('hex')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The kinds of fields that contracts are made of. Only JSON Schema keywords that the PHP checks know (see messages.ts). */

import { z } from 'zod'

/** No control characters but tab and line ends: PostgreSQL stores no NUL, and the others have no place in a text. */
export const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u

/**
 * A text written by a person.
 *
 * @param min least number of characters (UTF-16 units, as a browser counts them)
 * @param max greatest number of characters
 */
export const text = (min: number, max: number) => z.string().min(min).max(max).regex(PRINTABLE)

/** A language as Nextcloud names it: `fr`, `de_DE`, `pt_BR`. */
export const language = z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/)

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A moment in seconds since 1970 (UTC). */
export const seconds = z.int().min(0)

/** An amount of storage in bytes. */
export const bytes = z.int().min(0)

/** A row's id. */
export const id = z.int().min(1)

/** A path parameter that is a row's id. */
export const idInPath = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/**
 * Whole numbers that rise strictly: [80, 90, 95]. JSON Schema has no word for it; the keyword is x-ascending.
 *
 * @param item one number
 * @param min least number of items
 * @param max greatest number of items
 */
export function ascending(item: z.ZodInt, min: number, max: number) {
	return z.array(item).min(min).max(max)
		.refine((list) => list.every((n, i) => i === 0 || n > list[i - 1]!), { params: { keyword: 'x-ascending' } })
		.meta({ 'x-ascending': true })
}

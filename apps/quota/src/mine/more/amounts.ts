// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How much more room one can ask for: a few sensible amounts, or any other. */

const GB = 1024 ** 3

/** Gigabytes that people think in. */
const STEPS = [1, 2, 3, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000]
/** So many are offered. */
const OFFERED = 3

/**
 * The next amounts above what one has.
 *
 * @param quota bytes
 * @param files what is kept already, bytes; less than that would help nobody
 * @return bytes, rising; none for very large quotas
 */
export function offers(quota: number, files: number): number[] {
	return STEPS.map((step) => step * GB).filter((bytes) => bytes > quota && bytes > files).slice(0, OFFERED)
}

/**
 * Reads an amount as people write it.
 *
 * @param text gigabytes, with a point or a comma, with or without the unit
 * @return bytes; null where it is no amount
 */
export function readGigabytes(text: string): number | null {
	const [, number] = /^\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:gb|go|gib|gio)?\s*$/i.exec(text) ?? []
	const bytes = number === undefined ? 0 : Math.round(Number(number.replace(',', '.')) * GB)
	return bytes > 0 ? bytes : null
}

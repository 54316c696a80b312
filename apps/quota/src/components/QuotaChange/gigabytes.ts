// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Amounts as people write them: gigabytes, with a comma or a point. */

const GB = 2 ** 30

/**
 * Reads an amount.
 *
 * @param text as `5`, `1,5`
 * @return bytes, more than 0; null where it is no such number
 */
export function readGigabytes(text: string): number | null {
	const amount = text.trim().replace(',', '.')
	return /^\d{1,6}(\.\d+)?$/.test(amount) && Number(amount) > 0 ? Math.round(Number(amount) * GB) : null
}

/**
 * Writes an amount.
 *
 * @param bytes the amount
 * @param locale how numbers are written
 */
export function writeGigabytes(bytes: number, locale: string): string {
	return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(bytes / GB)
}

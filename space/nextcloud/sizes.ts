// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Amounts of storage as Nextcloud reads and writes them. */

const UNITS: Record<string, number> = { '': 1, b: 1, k: 1024, kb: 1024, m: 1024 ** 2, mb: 1024 ** 2, g: 1024 ** 3, gb: 1024 ** 3, t: 1024 ** 4, tb: 1024 ** 4, p: 1024 ** 5, pb: 1024 ** 5 }

/**
 * Reads an amount such as `5 GB` (1024-based, as Nextcloud's) or a plain number of bytes.
 *
 * @param text the amount
 * @return bytes; null if it is no amount
 */
export function parseSize(text: string): number | null {
	const match = text.trim().toLowerCase().match(/^(-?\d+(?:[.,]\d+)?)\s*([kmgtp]?b?)$/)
	return match === null ? null : Math.round(Number(match[1]!.replace(',', '.')) * UNITS[match[2]!]!)
}

/**
 * Resolves a stored quota.
 *
 * @param quota `none` or an amount; `default` was replaced before
 * @return bytes; null = no limit
 */
export function parseQuota(quota: string): number | null {
	const bytes = quota === 'none' || quota === 'default' ? null : parseSize(quota)
	return bytes === null || bytes < 0 ? null : bytes
}

/**
 * Writes an amount as Nextcloud stores quotas: one digit after the point, if it is not 0.
 *
 * @param bytes the amount
 */
export function formatSize(bytes: number): string {
	const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
	let amount = bytes
	let unit = 0
	while (amount >= 1024 && unit < units.length - 1) {
		amount = Math.round(amount / 102.4) / 10
		unit++
	}
	return `${amount} ${units[unit]}`
}

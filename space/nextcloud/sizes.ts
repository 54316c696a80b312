// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Amounts of storage as Nextcloud writes them. */

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

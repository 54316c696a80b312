// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads how much room somebody may have, as people write it: “5 GB”, “1,5 Go”, “none”. */

const UNITS: Record<string, string> = { k: 'KB', m: 'MB', g: 'GB', t: 'TB' }
const NONE = ['none', 'unlimited', 'no limit', 'illimite', 'illimitee', 'sans limite', 'aucune', 'aucun', 'pas de limite', '∞']
const DEFAULT = ['', 'default', 'defaut', 'par defaut', '-']

/**
 * Reads a field.
 *
 * @param field what stands in it; a number without a unit is gigabytes
 * @return as Nextcloud takes it: `none`, `5 GB`; empty for the default of the space; null where it makes no sense
 */
export function readQuota(field: string): string | null {
	const text = field.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ')
	if (DEFAULT.includes(text)) {
		return ''
	}
	if (NONE.includes(text)) {
		return 'none'
	}
	const [, amount, unit = 'g'] = /^(\d{1,6}(?:[.,]\d{1,3})?) ?(?:([kmgt])i?(?:b|o|octets|bytes)?)?$/.exec(text) ?? []
	return amount === undefined ? null : `${Number(amount.replace(',', '.'))} ${UNITS[unit]}`
}

/**
 * How much it is.
 *
 * @param quota as readQuota gives it, with an amount
 * @return bytes
 */
export function bytesOf(quota: string): number {
	const [amount, unit] = quota.split(' ')
	return Number(amount) * 1024 ** (['KB', 'MB', 'GB', 'TB'].indexOf(unit ?? '') + 1)
}

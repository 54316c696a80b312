// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Quotas as Nextcloud stores them: what they mean, and how an amount has to be written. */

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']

/** An amount that Nextcloud can store. */
export interface Storable {
	/** As the provisioning API takes it. */
	value: string
	bytes: number
}

/**
 * What a stored quota means. The rules are those of OCP\Util::computerFileSize.
 *
 * @param stored `5 GB`, `none`; `default` must have been replaced before
 * @return bytes; null = no limit, or nothing that the server can read
 */
export function readStored(stored: string): number | null {
	const text = stored.toLowerCase()
	const number = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/.exec(text)?.[0] ?? ''
	const unit = number !== '' && text.slice(number.length).trim() === '' ? 'b' : /(?:[kmgtp]b?|b)$/.exec(text)?.[0]
	if (unit === undefined) {
		return null
	}
	const bytes = Math.round(Number(number) * 1024 ** 'bkmgtp'.indexOf(unit.charAt(0)))
	return bytes >= 0 && Number.isFinite(bytes) ? bytes : null
}

/**
 * The smallest amount that Nextcloud can store and that is not less. Nextcloud rounds to a tenth of the unit (kilobytes
 * to whole ones), up or down: who is granted 5.27 GB should not get 5.2.
 *
 * @param bytes the amount
 */
export function storable(bytes: number): Storable {
	for (const [power, unit] of UNITS.entries()) {
		const tenths = power < 2 ? 1 : 10
		// Half a byte more than a step is the step itself: a tenth of a gigabyte is no whole number of bytes.
		const amount = Math.ceil(Math.max(bytes - 0.5, 0) / 1024 ** power * tenths) / tenths
		if (amount < 1024 || unit === 'PB') {
			return { value: `${amount} ${unit}`, bytes: Math.round(amount * 1024 ** power) }
		}
	}
	return { value: '0 B', bytes: 0 }
}

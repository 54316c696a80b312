// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads a quota as Nextcloud stores it; the rules are those of OCP\Util::computerFileSize, which the server itself uses. */

const UNITS = ['b', 'k', 'm', 'g', 't', 'p']

/**
 * The amount that a stored quota stands for.
 *
 * @param stored `5 GB`, `1.5 tb`, `500`, `none`; `default` must have been resolved before
 * @return bytes; null = no limit, or nothing that the server could read
 */
export function parseQuota(stored: string): number | null {
	const text = stored.toLowerCase()
	const number = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/.exec(text)?.[0] ?? ''
	const unit = text.slice(number.length).trim() === '' && number !== '' ? 'b' : /(?:[kmgtp]b?|b)$/.exec(text)?.[0]
	if (unit === undefined) {
		return null
	}
	const bytes = Math.round(Number(number) * 1024 ** UNITS.indexOf(unit.charAt(0)))
	return bytes < 0 || !Number.isFinite(bytes) ? null : bytes
}

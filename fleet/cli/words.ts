// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Numbers in sentences. */

/**
 * `1 space`, `12 spaces`.
 *
 * @param number how many
 * @param one of what, in the singular
 */
export function many(number: number, one: string): string {
	return `${number} ${one}${number === 1 ? '' : 's'}`
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** SHA-256 in the browser and in Node alike. */

/**
 * SHA-256 of the UTF-8 of a text.
 *
 * @param text what to hash
 * @return lower-case hexadecimal
 * @throws TypeError in a page that did not come by HTTPS: browsers then have no cryptography
 */
export async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

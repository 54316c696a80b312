// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads what Nextcloud put on the page for an app (initial state), without a library. */

/**
 * One value of the initial state.
 *
 * @param app app id
 * @param key name of the value
 * @return the value, or null where the page carries none or carries nonsense
 */
export function readState<T>(app: string, key: string): T | null {
	const input = document.getElementById(`initial-state-${app}-${key}`)
	if (!(input instanceof HTMLInputElement)) {
		return null
	}
	try {
		// Nextcloud escapes everything beyond ASCII, but a value sent as UTF-8 is read as well.
		const bytes = Uint8Array.from(atob(input.value), (char) => char.charCodeAt(0))
		return JSON.parse(new TextDecoder().decode(bytes)) as T
	} catch {
		return null
	}
}

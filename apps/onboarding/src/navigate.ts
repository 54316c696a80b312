// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Leaving the page, in a file of its own so that tests can watch it. */

/**
 * Goes to another page.
 *
 * @param url its address
 */
export function goTo(url: string): void {
	location.assign(url)
}

/** Loads the page anew. */
export function reload(): void {
	location.reload()
}

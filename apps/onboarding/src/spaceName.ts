// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The name that the space carries, as Nextcloud tells every page. */

declare global {
	interface Window {
		/** Nextcloud's own, from its theming. */
		_theme?: { name?: string }
	}
}

/** The name of the space (theming); empty where the page does not know it. */
export function spaceName(): string {
	return window._theme?.name ?? ''
}

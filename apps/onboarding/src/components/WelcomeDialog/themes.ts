// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's own themes, and how a page shows them without being loaded anew: by attributes of its body. */

/** Those that exclude each other; `default` follows the device. */
export const themes = ['default', 'light', 'dark', 'light-highcontrast', 'dark-highcontrast'] as const
export type Theme = typeof themes[number]

const FONT = 'opendyslexic'

/** The theme of the page as it stands. */
export function themeNow(): Theme {
	return themes.find((theme) => document.body.hasAttribute(`data-theme-${theme}`)) ?? 'default'
}

/** Whether the page has the letters that are easier to tell apart. */
export function fontNow(): boolean {
	return document.body.hasAttribute(`data-theme-${FONT}`)
}

/**
 * Shows a theme at once.
 *
 * @param wanted which
 */
export function showTheme(wanted: Theme): void {
	themes.forEach((theme) => document.body.toggleAttribute(`data-theme-${theme}`, theme === wanted))
	list()
}

/**
 * Shows the letters that are easier to tell apart, or the usual ones.
 *
 * @param wanted whether those
 */
export function showFont(wanted: boolean): void {
	document.body.toggleAttribute(`data-theme-${FONT}`, wanted)
	list()
}

/** Apps read this. */
function list(): void {
	document.body.dataset.themes = [...themes, FONT].filter((theme) => document.body.hasAttribute(`data-theme-${theme}`)).join(',')
}

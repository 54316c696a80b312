// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Appearance, as Nextcloud's theming app has it: one set of colours, and a font beside it. Compare ThemesService. */

import type { Space } from '../embedding.ts'

/** Sets of colours; without one, the page follows the device. */
export const COLOURS = ['default', 'light', 'dark', 'light-highcontrast', 'dark-highcontrast'] as const
/** Fonts. */
export const FONTS = ['opendyslexic'] as const
export type Colours = typeof COLOURS[number]
export type Font = typeof FONTS[number]
export type Theme = Colours | Font

/** What an account has chosen. */
export interface Themes {
	colours: Colours
	fonts: Font[]
	/** The theme of an id. */
	known: (id: string) => Theme | undefined
	/** Chooses a theme, or no longer. */
	set: (theme: Theme, on: boolean) => void
}

/**
 * The appearance that an account has chosen.
 *
 * @param space the space
 * @param account login name
 */
export function themesOf(space: Space, account: string): Themes {
	const stored = (space.userValue(account, 'theming', 'enabled-themes') ?? []) as string[]
	const known = (id: string) => [...COLOURS, ...FONTS].find((theme) => theme === id)
	const isFont = (theme: string) => FONTS.some((font) => font === theme)
	return {
		colours: COLOURS.find((theme) => stored.includes(theme)) ?? 'default',
		fonts: FONTS.filter((font) => stored.includes(font)),
		known,
		set(theme, on) {
			// One of a kind at a time.
			const others = stored.filter((one) => on ? isFont(one) !== isFont(theme) : one !== theme)
			space.setUserValue(account, 'theming', 'enabled-themes', on ? [...others, theme] : others)
		},
	}
}

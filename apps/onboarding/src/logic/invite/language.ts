// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads which language somebody speaks: “fr”, “fr_FR”, “Français”, “French”. */

import { languageName, tag } from '@ensemble/shared/l10n/format'
import { otherLanguages } from '@ensemble/shared/l10n/languages'

/** Of the languages that texts are written in, Nextcloud does not speak these, or calls them otherwise: an account cannot have them. */
const NOT_SPOKEN = ['br', 'co', 'lb', 'nb_NO']
const SPOKEN = ['de_DE', 'en_GB', 'es_MX', 'nb', 'zh_TW']

/**
 * Reads a field.
 *
 * @param field what stands in it
 * @return as Nextcloud names the language, empty for the usual one; null where it makes no sense
 */
export function readLanguage(field: string): string | null {
	const wanted = plain(field)
	return wanted === '' ? '' : known().get(wanted) ?? known().get(wanted.split('_')[0]!) ?? null
}

/** The languages that an account can have, each named in itself, in the order of their names. */
export function accountLanguages(): { code: string, name: string }[] {
	return [...otherLanguages(NOT_SPOKEN), ...SPOKEN.map((code) => ({ code, name: languageName(code) }))].sort((a, b) => a.name.localeCompare(b.name))
}

let cache: Map<string, string> | undefined

/** How people write it → the code. */
function known(): Map<string, string> {
	if (!cache) {
		cache = new Map()
		// Shorter codes first: “German” is de, not de_DE.
		const codes = accountLanguages().map(({ code }) => code).sort((a, b) => a.length - b.length)
		for (const code of codes) {
			const names = ['en', 'fr'].map((reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(tag(code)) ?? code)
			for (const name of [code, languageName(code), ...names]) {
				cache.set(plain(name), cache.get(plain(name)) ?? code)
			}
		}
	}
	return cache
}

function plain(text: string): string {
	return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', '_')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translation files as Nextcloud reads them: l10n/<lang>.json, a map of source text to translation. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A translation: one text, or the plural forms in Nextcloud's order. */
export type Translation = string | string[]

/** The content of l10n/<lang>.json. */
export interface Catalogue {
	translations: Record<string, Translation>
	/** Gettext's rule, as Nextcloud's own files carry it. */
	pluralForm: string
}

/** The languages the pack is complete in besides English, with the rule and number of forms of Nextcloud's own files. */
export const languages = {
	fr: { pluralForm: 'nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;', forms: 3 },
} as const
export type LanguageCode = keyof typeof languages
export const languageCodes: LanguageCode[] = ['fr']

/**
 * Nextcloud's key of a text with a plural.
 *
 * @param one singular source text
 * @param many plural source text
 */
export const pluralKey = (one: string, many: string) => `_${one}_::_${many}_`

/**
 * Reads a translation file; an absent one is empty.
 *
 * @param file path of l10n/<lang>.json
 */
export function readCatalogue(file: string): Record<string, Translation> {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Catalogue).translations : {}
}

/**
 * Writes a translation file, sorted by key so that changes read well.
 *
 * @param file path of l10n/<lang>.json
 * @param language its language
 * @param translations what it holds
 */
export function writeCatalogue(file: string, language: LanguageCode, translations: Record<string, Translation>): void {
	const sorted = Object.fromEntries(Object.entries(translations).sort(([a], [b]) => a < b ? -1 : 1))
	const catalogue: Catalogue = { translations: sorted, pluralForm: languages[language].pluralForm }
	writeFileSync(file, JSON.stringify(catalogue, null, '\t') + '\n')
}

/**
 * The placeholders of a text: {name}, %n, %s, %1$s.
 *
 * @param text source or translation
 * @return sorted, as they stand
 */
export function placeholders(text: string): string[] {
	return (text.match(/\{\w+\}|%n|%(?:\d+\$)?[sd]/g) ?? []).sort()
}

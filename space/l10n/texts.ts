// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Picks the texts of a reader's language, and writes amounts and days in it. */

import type { TextKey } from './en.ts'

import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of a language. */
export interface Texts {
	/** `fr` or `en`. */
	language: 'en' | 'fr'
	/** A text, with `{name}` replaced by vars.name. */
	(key: TextKey, vars?: Record<string, string>): string
}

/**
 * The texts for an account's language; English where there are none.
 *
 * @param language Nextcloud's code, as `fr` or `fr_CA`
 */
export function textsFor(language: string): Texts {
	const isFrench = /^fr(?:_|$)/.test(language)
	const dictionary: Record<TextKey, string> = isFrench ? fr : en
	const texts = (key: TextKey, vars: Record<string, string> = {}) => dictionary[key].replace(/\{(\w+)\}/g, (all, name: string) => vars[name] ?? all)
	return Object.assign(texts, { language: isFrench ? 'fr' : 'en' } as const)
}

/**
 * Nextcloud's locale of a language, for `data-locale`.
 *
 * @param language Nextcloud's code
 */
export function localeFor(language: string): string {
	return { en: 'en_GB', fr: 'fr_FR', de: 'de_DE' }[language] ?? language
}

/**
 * The language of somebody who is not logged in.
 *
 * @param acceptLanguage the header
 */
export function languageOf(acceptLanguage: string): string {
	return /^\s*fr\b/i.test(acceptLanguage) ? 'fr' : 'en'
}

/**
 * An amount of storage for people: `4.6 GB`, `4,6 Go`.
 *
 * @param texts of the language
 * @param bytes the amount
 */
export function amount(texts: Texts, bytes: number): string {
	const units: TextKey[] = ['unit.B', 'unit.KB', 'unit.MB', 'unit.GB']
	const index = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
	const n = new Intl.NumberFormat(texts.language, { maximumFractionDigits: index < 2 ? 0 : 1 }).format(bytes / 1024 ** index)
	return texts(units[index]!, { n })
}

/**
 * A day for people: `3 Nov 2026`.
 *
 * @param texts of the language
 * @param seconds since 1970
 * @param timezone IANA name
 */
export function day(texts: Texts, seconds: number, timezone: string): string {
	return new Intl.DateTimeFormat(texts.language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: timezone }).format(seconds * 1000)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Numbers, amounts and dates as the reader's language writes them. The browser knows how; nothing to translate. */

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

/** The language of the page as Nextcloud names it: `fr`, `de_DE`. */
export function pageLanguage(): string {
	const { dataset, lang } = document.documentElement
	return dataset.language || lang.replace('-', '_') || 'en'
}

/**
 * The language tag numbers and dates are written in: the locale the person chose, as long as it belongs to the
 * language of the page. "4.6 GB" in the middle of a French sentence helps nobody.
 */
export function pageLocale(): string {
	const language = tag(pageLanguage())
	const locale = tag(document.documentElement.dataset.locale ?? '')
	return locale.split('-')[0] === language.split('-')[0] ? locale : language
}

/**
 * An amount of storage.
 *
 * @param bytes amount; a negative one keeps its sign
 * @return as "4.6 GB" or "4,6 Go"; 1024 bytes are a kilobyte, as everywhere in Nextcloud
 */
export function formatBytes(bytes: number): string {
	let amount = bytes
	let unit = 0
	// Not 1024: 1023.96 kilobytes would be written as "1,024.0 kB".
	while (Math.abs(amount) >= 1023.95 && unit < UNITS.length - 1) {
		amount /= 1024
		unit++
	}
	return new Intl.NumberFormat(pageLocale(), {
		style: 'unit',
		unit: UNITS[unit],
		// The short word for bytes has no plural in English: "12 byte".
		unitDisplay: unit === 0 ? 'long' : 'short',
		maximumFractionDigits: Math.abs(amount) < 100 && unit > 0 ? 1 : 0,
	}).format(amount)
}

/**
 * A share in percent, rounded down: 100 % is said only when it is true.
 *
 * @param percent 0 to 100, or more
 * @return as "92%" or "92 %"
 */
export function formatPercent(percent: number): string {
	return new Intl.NumberFormat(pageLocale(), { style: 'percent' }).format(Math.floor(percent) / 100)
}

/**
 * A plain number.
 *
 * @param value the number
 */
export function formatNumber(value: number): string {
	return new Intl.NumberFormat(pageLocale()).format(value)
}

/**
 * A day.
 *
 * @param seconds since 1970
 * @return as "22 November 2026", in the browser's time zone
 */
export function formatDate(seconds: number): string {
	return new Intl.DateTimeFormat(pageLocale(), { dateStyle: 'long' }).format(seconds * 1000)
}

/**
 * A day and time.
 *
 * @param seconds since 1970
 */
export function formatDateTime(seconds: number): string {
	return new Intl.DateTimeFormat(pageLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000)
}

/**
 * The name of a language in that language: "français" for `fr`.
 *
 * @param language as Nextcloud names it
 * @return with a capital where it begins a line; the code itself where the browser has no name
 */
export function languageName(language: string): string {
	const code = tag(language)
	const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? language
	return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

/**
 * Nextcloud's name of a language as a language tag (BCP 47).
 *
 * @param name as `de_DE`
 * @return as `de-DE`; `en` where it is no language
 */
export function tag(name: string): string {
	try {
		return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] ?? 'en'
	} catch {
		return 'en'
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which language of a charter a person reads best. */

/**
 * Chooses a language: the person's own, else the same language of anywhere (`fr` for `fr_CA`; without a plain one the
 * first regional one by code), else the charter's main language, else the first by code. PHP: Language::best().
 *
 * @param wanted the account's language
 * @param available the languages there are, at least one
 * @param main the charter's main language
 */
export function bestLanguage(wanted: string, available: readonly string[], main: string): string {
	const sorted = [...available].sort()
	const base = baseOf(wanted)
	return [wanted, base].find((one) => sorted.includes(one))
		?? sorted.find((one) => baseOf(one) === base)
		?? (sorted.includes(main) ? main : sorted[0] ?? main)
}

function baseOf(language: string): string {
	return language.split('_', 1)[0] ?? language
}

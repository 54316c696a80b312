// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** In which language somebody without an account reads, as lib/Public/ReaderLanguage.php; cases/publicPage.json tests both. */

import { bestLanguage } from '../../src/logic/language.ts'

/** A language of an Accept-Language header: the language, perhaps a region or a script, perhaps more, perhaps a weight. */
const ACCEPTED = /^\s*([A-Za-z]{2,3})(?:-([A-Za-z]{2,4}))?(?:-[A-Za-z0-9]+)*\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?$/
/** A longer header is not read to its end. */
const LONGEST = 1000
const RIGHT_TO_LEFT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']

const base = (language: string) => language.split('_')[0]!

/**
 * The best language: the one of the link that was followed, else what the browser asks for, else the main one.
 *
 * @param asked the address's `lang`, whatever stood there; empty for none
 * @param accept the Accept-Language header, empty for none
 * @param languages Nextcloud's names of the languages there are, at least one
 * @param main the main language
 */
export function readerLanguage(asked: string, accept: string, languages: string[], main: string): string {
	const wanted = [asked, ...accepted(accept)].find((wanted) => languages.some((language) => base(language) === base(wanted)))
	return bestLanguage(wanted ?? '', languages, main)
}

/**
 * What a browser asks for, the most wanted first.
 *
 * @param accept the Accept-Language header
 * @return Nextcloud's names of languages
 */
export function accepted(accept: string): string[] {
	const weights = new Map<string, number>()
	for (const part of accept.slice(0, LONGEST).split(',')) {
		const [, language, region, weight = '1'] = ACCEPTED.exec(part) ?? []
		if (language !== undefined) {
			const name = language.toLowerCase() + (region === undefined ? '' : `_${regionName(region)}`)
			weights.set(name, weights.get(name) ?? Number(weight))
		}
	}
	return [...weights].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a).map(([name]) => name)
}

/**
 * Which way a language is written.
 *
 * @param language Nextcloud's name of a language
 */
export function direction(language: string): 'ltr' | 'rtl' {
	return RIGHT_TO_LEFT.includes(base(language)) ? 'rtl' : 'ltr'
}

/** A script is named as in zh_Hant, a region as in fr_CA. */
function regionName(region: string): string {
	return region.length === 4 ? region[0]!.toUpperCase() + region.slice(1).toLowerCase() : region.toUpperCase()
}

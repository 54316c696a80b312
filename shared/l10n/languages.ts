// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Languages an association may want to write in: those that Nextcloud is translated into and that are spoken around Europe. */

import { languageName } from './format.ts'

/** As Nextcloud names them. */
const LANGUAGES = 'ar br ca co cs da de el en eo es eu fa fi fr gl hu it ja ka lb nb_NO nl oc pl pt_BR pt_PT ro ru sk sv tr uk vi zh_CN'.split(' ')

/**
 * The languages that can still be added, each named in itself, in the order of their names.
 *
 * @param present the languages that are there
 */
export function otherLanguages(present: readonly string[]): { code: string, name: string }[] {
	return LANGUAGES
		.filter((code) => !present.includes(code))
		.map((code) => ({ code, name: languageName(code) }))
		.sort((a, b) => a.name.localeCompare(b.name))
}

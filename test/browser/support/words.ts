// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands on the charter's screens, in the language of whoever looks at them. */

import app from '@ensemble/charter/app'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Gives the words on a screen for an English sentence of the sources; `{name}` is filled in. */
export type Say = (sentence: string, values?: Readonly<Record<string, number | string>>) => string

/** The languages that the screens are looked at in. */
export type Tongue = 'en' | 'fr'

const catalogue = z.object({ translations: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

function read(path: string): Record<string, string[] | string> {
	return catalogue.parse(JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))).translations
}

const translations: Readonly<Record<string, string[] | string>> = {
	...read('shared/l10n/fr.json'),
	...read('apps/charter/l10n/fr.json'),
	[app.name.en]: app.name.fr,
}

function fill(sentence: string, values: Readonly<Record<string, number | string>> = {}): string {
	return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export const inEnglish: Say = fill

/** A sentence that is not translated is a mistake in the test or in the app. */
export const inFrench: Say = (sentence, values) => {
	const translated = translations[sentence]
	if (typeof translated !== 'string') {
		throw new Error(`No French for: ${sentence}`)
	}
	return fill(translated, values)
}

export const tongues: Readonly<Record<Tongue, Say>> = { en: inEnglish, fr: inFrench }

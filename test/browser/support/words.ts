// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands on the screens of an app, in the language of whoever looks at them. */

import charter from '@ensemble/charter/app'
import onboarding from '@ensemble/onboarding/app'
import quota from '@ensemble/quota/app'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Gives the words on a screen for an English sentence of the sources; `{name}` is filled in. */
export type Say = (sentence: string, values?: Readonly<Record<string, number | string>>) => string

/** The languages that the screens are looked at in. */
export type Tongue = 'en' | 'fr'

const apps = { charter, onboarding, quota }

/** Folder name of an app. Each has words of its own: one sentence may be translated in two ways. */
export type AppName = keyof typeof apps

type Dictionary = Readonly<Record<string, string[] | string>>

const catalogue = z.object({ translations: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

function read(path: string): Dictionary {
	return catalogue.parse(JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))).translations
}

/** What app.ts gives in each language: names of apps, of their pages and of their parts of the association's page. */
const titles: Dictionary = Object.fromEntries(Object.values(apps).flatMap(({ name, page, admin }) => [name, page?.title, admin?.title]
	.filter((title) => title !== undefined)
	.map(({ en, fr }) => [en, fr])))

function dictionary(app: AppName): Dictionary {
	return { ...titles, ...read('shared/l10n/fr.json'), ...read(`apps/${app}/l10n/fr.json`) }
}

function fill(sentence: string, values: Readonly<Record<string, number | string>> = {}): string {
	return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export const inEnglish: Say = fill

/** A sentence that is not translated is a mistake in the test or in the app. */
function inFrenchOf(app: AppName): Say {
	const translations = dictionary(app)
	return (sentence, values) => {
		const translated = translations[sentence]
		if (typeof translated !== 'string') {
			throw new Error(`No French for: ${sentence}`)
		}
		return fill(translated, values)
	}
}

/** The words of the charter. */
export const inFrench: Say = inFrenchOf('charter')

const french: Readonly<Record<AppName, Say>> = { charter: inFrench, onboarding: inFrenchOf('onboarding'), quota: inFrenchOf('quota') }

/**
 * The words on the screens of an app.
 *
 * @param app whose screens
 * @param tongue of whoever looks at them
 */
export function wordsOf(app: AppName, tongue: Tongue): Say {
	return tongue === 'fr' ? french[app] : inEnglish
}

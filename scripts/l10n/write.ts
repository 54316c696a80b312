// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Writes the translations of a built app: l10n/<lang>.json for PHP, l10n/<lang>.js for the browser. */

import type { App } from '../apps.ts'
import type { Catalogue, LanguageCode, Translation } from './catalogue.ts'
import type { Texts } from './extract.ts'

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../apps.ts'
import { languageCodes, languages, readCatalogue } from './catalogue.ts'
import { appTexts, manifestNames, sharedTexts } from './extract.ts'

/**
 * Writes an app's own and shared translations as Nextcloud loads them. Each side gets only its own texts: the
 * browser's file is loaded with every script of the app, so each line in it costs members bytes.
 *
 * @param app the app; its built tree must exist
 */
export function writeTranslations(app: App): void {
	mkdirSync(join(app.out, 'l10n'), { recursive: true })
	for (const language of languageCodes) {
		const { pluralForm } = languages[language]
		const server: Catalogue = { translations: translated(app, language, 'server'), pluralForm }
		writeFileSync(join(app.out, 'l10n', `${language}.json`), JSON.stringify(server, null, 4))
		writeFileSync(
			join(app.out, 'l10n', `${language}.js`),
			`OC.L10N.register(${JSON.stringify(app.manifest.id)}, ${JSON.stringify(translated(app, language, 'member'))}, ${JSON.stringify(pluralForm)});\n`,
		)
	}
}

/**
 * The translations of one side of an app, sorted, without those that are not translated.
 *
 * @param app the app
 * @param language the language
 * @param side who shows them
 */
export function translated(app: App, language: LanguageCode, side: keyof Texts): Record<string, Translation> {
	const known: Record<string, Translation | undefined> = {
		...readCatalogue(join(root, 'shared/l10n', `${language}.json`)),
		...readCatalogue(join(app.dir, 'l10n', `${language}.json`)),
		...Object.fromEntries(manifestNames(app).map((name) => [name.en, name[language]])),
	}
	const keys = [...new Set([...appTexts(app)[side], ...sharedTexts(app)[side]])].sort()
	return Object.fromEntries(keys.flatMap((key) => {
		const translation = known[key]
		return isTranslated(translation) ? [[key, translation]] : []
	}))
}

/** Nextcloud shows the source text where a translation is left out; an empty one would show nothing. */
function isTranslated(translation: Translation | undefined): translation is Translation {
	return typeof translation === 'string' ? translation !== '' : translation !== undefined && translation.every((form) => form !== '')
}

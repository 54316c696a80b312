// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Writes the translations of a built app: l10n/<lang>.json for PHP, l10n/<lang>.js for the browser. */

import type { App } from '../apps.ts'
import type { Catalogue, LanguageCode, Translation } from './catalogue.ts'

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../apps.ts'
import { languages, readCatalogue } from './catalogue.ts'
import { appTexts, manifestNames, sharedTexts } from './extract.ts'

/**
 * Merges the shared and the app's own translations and writes them as Nextcloud loads them. Each side gets only
 * its own texts: the browser's file is loaded with every script of the app, so each line in it costs members bytes.
 *
 * @param app the app; its built tree must exist
 */
export function writeTranslations(app: App): void {
	const own = appTexts(app)
	const shared = sharedTexts(app)
	mkdirSync(join(app.out, 'l10n'), { recursive: true })
	for (const language of Object.keys(languages) as LanguageCode[]) {
		const known = {
			...readCatalogue(join(root, 'shared/l10n', `${language}.json`)),
			...readCatalogue(join(app.dir, 'l10n', `${language}.json`)),
			...Object.fromEntries(manifestNames(app).map((name) => [name.en, name[language]])),
		}
		const { pluralForm } = languages[language]
		const pick = (keys: Iterable<string>): Catalogue => ({
			translations: Object.fromEntries([...new Set(keys)].sort().filter((key) => isTranslated(known[key])).map((key) => [key, known[key]!])),
			pluralForm,
		})
		const server = pick([...own.server, ...shared.server])
		const browser = pick([...own.browser, ...shared.browser])
		writeFileSync(join(app.out, 'l10n', `${language}.json`), JSON.stringify(server, null, 4))
		writeFileSync(
			join(app.out, 'l10n', `${language}.js`),
			`OC.L10N.register(${JSON.stringify(app.manifest.id)}, ${JSON.stringify(browser.translations)}, ${JSON.stringify(pluralForm)});\n`,
		)
	}
}

/** Nextcloud shows the source text where a translation is left out; an empty one would show nothing. */
function isTranslated(translation: Translation | undefined): boolean {
	return typeof translation === 'string' ? translation !== '' : translation !== undefined && translation.every((form) => form !== '')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Compares translation files with the texts in the sources. */

import type { App } from '../apps.ts'
import type { LanguageCode, Translation } from './catalogue.ts'

import { join } from 'node:path'
import { root } from '../apps.ts'
import { languageCodes, languages, placeholders, readCatalogue } from './catalogue.ts'
import { appTexts, sharedTexts } from './extract.ts'

/** One translation file and what it should hold. */
export interface Task {
	/** Path relative to the root. */
	file: string
	language: LanguageCode
	keys: Set<string>
	translations: Record<string, Translation>
}

/**
 * The translation files of the pack: one per app, one for what they share.
 *
 * @param apps all apps
 */
export function tasks(apps: App[]): Task[] {
	const shared = new Set(apps.flatMap((app) => Object.values(sharedTexts(app)).flatMap((texts) => [...texts])))
	return languageCodes.flatMap((language) => [
		task('shared/l10n', language, shared),
		...apps.map((app) => {
			const own = Object.values(appTexts(app)).flatMap((texts) => [...texts])
			const named = new Set([app.manifest.name, app.manifest.admin.title, ...app.manifest.page ? [app.manifest.page.title] : []].map(({ en }) => en))
			return task(`apps/${app.name}/l10n`, language, new Set(own.filter((key) => !shared.has(key) && !named.has(key))))
		}),
	])
}

function task(dir: string, language: LanguageCode, keys: Set<string>): Task {
	const file = `${dir}/${language}.json`
	return { file, language, keys, translations: readCatalogue(join(root, file)) }
}

/** What only the plural of a sentence with a number holds; its key is `_one_::_many_`. */
function missingInSingular(key: string): string[] {
	const [singular = '', plural = ''] = key.split('_::_')
	const has = placeholders(singular)
	return placeholders(plural).filter((name) => !has.includes(name))
}

/**
 * What is wrong with a translation file, a sentence each.
 *
 * @param task the file
 */
export function problems({ file, language, keys, translations }: Task): string[] {
	const found: string[] = []
	for (const key of keys) {
		const translation = translations[key]
		const forms = translation === undefined ? [] : [translation].flat()
		if (forms.length === 0 || forms.includes('')) {
			found.push(`${file}: missing: ${key}`)
			continue
		}
		if (key.startsWith('_') && key.includes('_::_') && forms.length !== languages[language].forms) {
			found.push(`${file}: ${forms.length} plural forms instead of ${languages[language].forms}: ${key}`)
		}
		const wanted = new Set(placeholders(key))
		for (const form of forms) {
			const has = new Set(placeholders(form))
			// A singular may say "one" instead of the number, above all where the English one does.
			const optional = forms.length > 1 ? ['%n', '{count}', ...missingInSingular(key)] : []
			const lacks = [...wanted].filter((p) => !has.has(p) && !optional.includes(p))
			const extra = [...has].filter((p) => !wanted.has(p))
			if (lacks.length + extra.length > 0) {
				found.push(`${file}: placeholders differ (${[...lacks, ...extra].join(' ')}): ${key}`)
			}
		}
	}
	for (const key of Object.keys(translations)) {
		if (!keys.has(key)) {
			found.push(`${file}: no longer used: ${key}`)
		}
	}
	return found
}

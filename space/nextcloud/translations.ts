// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The apps' own translations, for what the server says: of the built app, or of the sources where it is not built. */

import type { World } from '../world.ts'

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../apps.ts'

/**
 * Translates a sentence of an app.
 *
 * @param world where the built apps are
 * @param app app id
 * @param language Nextcloud's code
 * @param sentence English, the key; one with a number as `_one_::_many_`
 * @param vars values for `{name}`; the number is `n`
 * @return English where there is no translation
 */
export function translate(world: World, app: string, language: string, sentence: string, vars: Record<string, number | string> = {}): string {
	const found = files(world, app, language).map((file) => catalogue(file)[sentence]).find((text) => text !== undefined)
	const text = pluralForm(sentence, found, language, vars) ?? (typeof found === 'string' && found !== '' ? found : sentence)
	return text.replace(/\{(\w+)\}/g, (all, name: string) => name in vars ? String(vars[name]) : all)
}

/** Whether an app has translations for a language at all. */
export function hasTranslations(world: World, app: string, language: string): boolean {
	return /^\w+$/.test(language) && files(world, app, language).some((file) => existsSync(file))
}

/** The form of a sentence with a number, whose key Nextcloud writes as `_one_::_many_`; null for any other sentence. */
function pluralForm(sentence: string, found: unknown, language: string, { n = 0 }: Record<string, number | string>): string | null {
	const [, one, many] = /^_(.*)_::_(.*)_$/s.exec(sentence) ?? []
	if (one === undefined || many === undefined) {
		return null
	}
	const forms: unknown[] = Array.isArray(found) ? found : [one, many]
	// The rules of the pack's two languages; French counts 0 as one.
	const form = forms[Number(Array.isArray(found) && language.startsWith('fr') ? Number(n) > 1 : Number(n) !== 1)]
	return (typeof form === 'string' ? form : many).replaceAll('%n', String(n))
}

/** Whether an app has browser translations for a language. */
export function hasBrowserTranslations(world: World, app: string, language: string): boolean {
	return /^\w+$/.test(language) && existsSync(join(world.buildDir, app, 'l10n', `${language}.js`))
}

/** Where translations may be: of the built app, else of its sources, else what all apps share. */
function files(world: World, app: string, language: string): string[] {
	const dir = world.apps.find(({ manifest }) => manifest.id === app)?.dir ?? ''
	return [join(world.buildDir, app), dir, join(root, 'shared')].map((folder) => join(folder, 'l10n', `${language}.json`))
}

function catalogue(file: string): Record<string, unknown> {
	try {
		return (JSON.parse(readFileSync(file, 'utf8')) as { translations?: Record<string, unknown> }).translations ?? {}
	} catch {
		// No such language, or the apps are not built.
		return {}
	}
}

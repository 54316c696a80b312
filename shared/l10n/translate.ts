// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations without a library: reads what Nextcloud has registered on the page for an app (l10n/<language>.js). */

/** Values for the placeholders of a sentence. */
export type Values = Record<string, number | string>

/** Translates a sentence; `{name}` is replaced by vars.name. The result is plain text, never HTML. */
export type Translate = (text: string, vars?: Values) => string

/** Translates a sentence that depends on a number; `%n` and `{count}` are replaced by the number. */
export type TranslatePlural = (one: string, many: string, count: number, vars?: Values) => string

/** What OC.L10N.register fills, under Nextcloud's names: app → English → translation, and which of the forms a number takes. */
interface Registries {
	_oc_l10n_registry_translations?: Record<string, Record<string, string | string[] | undefined> | undefined>
	_oc_l10n_registry_plural_functions?: Record<string, ((count: number) => number) | undefined>
}

/** Not asked for before it is used: the translations may come later than the app. */
const registries = globalThis as typeof globalThis & Registries

/**
 * Registers more translations of an app, as OC.L10N.register does.
 *
 * @param app app id
 * @param texts English → translation, or plural forms
 */
export function addTexts(app: string, texts: Record<string, string | string[]>): void {
	const name = '_oc_l10n_registry_translations'
	const registry = (Reflect.get(globalThis, name) ?? {}) as Record<string, object | undefined>
	registry[app] = { ...registry[app], ...texts }
	Reflect.set(globalThis, name, registry)
}

/**
 * The two functions an app translates with. Both look the sentence up at each call, so that it does not matter
 * whether the translations or the app came first; a sentence without translation stays English.
 *
 * @param app app id
 * @return t for sentences, n for sentences with a number
 */
export function translator(app: string): { t: Translate, n: TranslatePlural } {
	return { t: sentences(app), n: plurals(app) }
}

/**
 * The first of the two alone, for pages where each byte counts.
 *
 * @param app app id
 */
export function sentences(app: string): Translate {
	return (text, vars = {}) => {
		const found = registries._oc_l10n_registry_translations?.[app]?.[text]
		return fill((Array.isArray(found) ? found[0] : found) || text, vars)
	}
}

/**
 * The second of the two alone.
 *
 * @param app app id
 */
export function plurals(app: string): TranslatePlural {
	return (one, many, count, vars = {}) => {
		const forms = registries._oc_l10n_registry_translations?.[app]?.[`_${one}_::_${many}_`]
		const index = registries._oc_l10n_registry_plural_functions?.[app]?.(count) ?? (count === 1 ? 0 : 1)
		const form = (Array.isArray(forms) && forms[index]) || (count === 1 ? one : many)
		return fill(form.replaceAll('%n', String(count)), { count, ...vars })
	}
}

/**
 * Puts the values in. A placeholder without a value stays as it is: a visible mistake is better than "undefined".
 *
 * @param text the sentence
 * @param vars the values
 */
function fill(text: string, vars: Values): string {
	return text.replace(/\{(\w+)\}/g, (all, name: string) => Object.hasOwn(vars, name) ? String(vars[name]) : all)
}

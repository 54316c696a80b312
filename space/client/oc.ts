// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The part of Nextcloud's `OC` that built chunks, language files and Nextcloud's packages use. A classic script, as Nextcloud's. */

{
	type Plural = (count: number) => number
	const page = window as typeof window & {
		OC?: object
		_oc_webroot: string
		_oc_appswebroots: Record<string, string>
		_oc_isadmin: boolean
		_oc_config: { version: string }
		_theme: { name: string }
		_oc_l10n_registry_translations?: Record<string, Record<string, string | string[]>>
		_oc_l10n_registry_plural_functions?: Record<string, Plural>
	}
	const translations = page._oc_l10n_registry_translations ??= {}
	const plurals = page._oc_l10n_registry_plural_functions ??= {}

	/** Nextcloud takes the rule from the page's language, whatever the language file says. The two of the pack's languages: */
	const pluralOf: Plural = (count) => Number(document.documentElement.lang.startsWith('fr') ? count > 1 : count !== 1)

	type Listener = (event: unknown) => void
	const listeners = new Map<string, Set<Listener>>()

	/** What Nextcloud's package for events uses, wherever it is bundled: one bus for the whole page. */
	const bus = {
		getVersion: () => '3.3.3',
		subscribe(name: string, listener: Listener) {
			listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
		},
		unsubscribe(name: string, listener: Listener) {
			listeners.get(name)?.delete(listener)
		},
		emit(name: string, event: unknown) {
			for (const listener of listeners.get(name) ?? []) {
				try {
					listener(event)
				} catch (error) {
					// One listener must not take the event from the others.
					reportError(error)
				}
			}
		},
	}
	Object.assign(page, { _nc_event_bus: bus })

	page.OC = {
		appswebroots: page._oc_appswebroots,
		config: page._oc_config,
		coreApps: ['', 'admin', 'log', 'core/search', 'core', '3rdparty'],
		currentUser: document.head.dataset.user ?? false,
		debug: false,
		filePath: (app: string, type: string, file: string) => [page._oc_appswebroots[app] ?? `${page._oc_webroot}/apps/${app}`, type, file].filter((part) => part !== '').join('/'),
		getCurrentUser: () => ({ uid: document.head.dataset.user ?? null, displayName: document.head.dataset.userDisplayname ?? null }),
		getRootPath: () => page._oc_webroot,
		isUserAdmin: () => page._oc_isadmin,
		L10N: {
			register(app: string, texts: Record<string, string | string[]>) {
				translations[app] = { ...translations[app], ...texts }
				plurals[app] = pluralOf
			},
		},
		get requestToken() {
			return document.head.dataset.requesttoken
		},
		theme: page._theme,
		webroot: page._oc_webroot,
	}
}

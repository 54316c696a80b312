// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The part of Nextcloud's browser code that our bundles need, for a server tree that lacks dist/core-common.js. */

/**
 * A script that defines `window.OC` where the server's own did not load. Browser tests hand it to Playwright's
 * addInitScript; it does nothing in a page that has the real one.
 */
export const minimalOc = `(() => {
	const registry = (window._oc_l10n_registry_translations ??= {})
	const plurals = (window._oc_l10n_registry_plural_functions ??= {})
	window._oc_webroot ??= ''
	window._oc_appswebroots ??= Object.fromEntries(['ensemble_charter', 'ensemble_quota', 'ensemble_onboarding'].map((app) => [app, '/apps-ensemble/' + app]))
	window.OC ??= {
		appswebroots: window._oc_appswebroots,
		config: { modRewriteWorking: true },
		coreApps: ['', 'admin', 'log', 'core/search', 'core', '3rdparty'],
		filePath: (app, type, file) => (window._oc_appswebroots[app] ?? '/apps/' + app) + '/' + (type ? type + '/' : '') + file,
		getLocale: () => document.documentElement.dataset.locale ?? 'en',
		getLanguage: () => document.documentElement.lang || 'en',
		get requestToken() { return document.head.dataset.requesttoken },
		webroot: '',
		L10N: {
			register: (app, texts, plural) => {
				registry[app] = Object.assign(registry[app] ?? {}, texts)
				plurals[app] ??= typeof plural === 'function' ? plural : (n) => (document.documentElement.lang || 'en').startsWith('fr') ? Number(n > 1) : Number(n !== 1)
			},
		},
	}
	window.OCA ??= {}
})()`

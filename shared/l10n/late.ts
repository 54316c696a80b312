// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations that come with the screen that needs them, instead of with every script of the app. */

import { pageLanguage } from './format.ts'

declare global {
	/** Filled by OC.L10N.register: app id → source → translation. */
	var _oc_l10n_registry_translations: Record<string, Record<string, string | string[]>> | undefined
}

/** Language → imports its texts: source → translation, or plural forms. */
export type LateTexts = Record<string, () => Promise<{ default: Record<string, string | string[]> }>>

/**
 * Adds the texts of the page's language to those that translator() reads. Without them the source texts are shown,
 * so a failure to load is no reason to keep a screen closed.
 *
 * @param app Nextcloud's app id
 * @param texts what the build has made
 */
export async function registerLate(app: string, texts: LateTexts): Promise<void> {
	const load = texts[pageLanguage().split(/[-_]/)[0]!]
	if (!load) {
		return
	}
	try {
		const registry = globalThis._oc_l10n_registry_translations ??= {}
		registry[app] = { ...registry[app], ...(await load()).default }
	} catch {
		// The connection failed: English is better than nothing.
	}
}

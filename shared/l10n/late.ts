// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations that come with the screen that needs them, instead of with every script of the app. */

import { pageLanguage } from './format.ts'
import { addTexts } from './translate.ts'

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
		addTexts(app, (await load()).default)
	} catch {
		// The connection failed: English is better than nothing.
	}
}

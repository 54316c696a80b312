// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an admin said about a new version. */

import type { Version } from '../../contract.ts'

/**
 * What has changed, in words of whoever published it.
 *
 * @param version the version
 * @param language the language it is read in
 * @return in that language, else in the main one; empty where nothing was said
 */
export function noteIn({ changeNote, defaultLanguage }: Pick<Version, 'changeNote' | 'defaultLanguage'>, language: string): string {
	return changeNote[language] ?? changeNote[defaultLanguage] ?? ''
}

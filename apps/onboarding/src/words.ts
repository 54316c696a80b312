// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The words of welcome: the association's own, or the built-in ones. */

import { t } from './l10n.ts'

/**
 * The heading of the welcome.
 *
 * @param association its name, may be empty
 */
export function welcomeTitle(association: string): string {
	return association ? t('Welcome to {association}', { association }) : t('Welcome')
}

/**
 * The words below it.
 *
 * @param own the association's own words in the reader's language, empty for none
 */
export function welcomeWords(own: string): string {
	return own || `${t('This is the space where you keep files together and work with the other members.')} ${t('A few small steps help you to feel at home; there is no hurry.')}`
}

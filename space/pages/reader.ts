// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who reads a page, and in which language and theme. */

import type { Account } from '../embedding.ts'
import type { Session } from '../http/sessions.ts'
import type { Visit } from '../http/visit.ts'
import type { Texts } from '../l10n/texts.ts'
import type { World } from '../world.ts'

import { randomBytes } from 'node:crypto'
import { ensureSession } from '../http/identify.ts'
import { languageOf, localeFor, textsFor } from '../l10n/texts.ts'

/** Appearance, as Nextcloud's theming app calls it. */
export const THEMES = ['default', 'light', 'dark'] as const
export type Theme = typeof THEMES[number]

/** What a page needs to know of its reader. */
export interface Reader {
	account: Account | null
	session: Session
	/** Nextcloud's code. */
	language: string
	locale: string
	texts: Texts
	theme: Theme
	/** Of the page's scripts. */
	nonce: string
}

/**
 * The reader of a page.
 *
 * @param world the space
 * @param visit the request
 */
export function readerOf(world: World, visit: Visit): Reader {
	const { account } = visit.caller
	const session = ensureSession(world, visit)
	const language = account?.language ?? languageOf(visit.header('Accept-Language'))
	const chosen = account === null ? undefined : world.space.userValue(account.id, 'theming', 'theme')
	return {
		account,
		session,
		language,
		locale: localeFor(language),
		texts: textsFor(language),
		theme: THEMES.find((theme) => theme === chosen) ?? 'default',
		nonce: randomBytes(24).toString('base64'),
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who reads a page, and in which language and theme. */

import type { Account } from '../embedding.ts'
import type { Session } from '../http/sessions.ts'
import type { Visit } from '../http/visit.ts'
import type { Texts } from '../l10n/texts.ts'
import type { World } from '../world.ts'
import type { Colours, Font } from './themes.ts'

import { randomBytes } from 'node:crypto'
import { ensureSession } from '../http/identify.ts'
import { languageOf, localeFor, textsFor } from '../l10n/texts.ts'
import { themesOf } from './themes.ts'

/** What a page needs to know of its reader. */
export interface Reader {
	account: Account | null
	session: Session
	/** Nextcloud's code. */
	language: string
	locale: string
	texts: Texts
	theme: Colours
	fonts: Font[]
	/** Path of the page, without index.php. */
	path: string
	/** Address of the space, without a slash at the end. */
	address: string
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
	const themes = account === null ? null : themesOf(world.space, account.id)
	return {
		account,
		session,
		language,
		locale: localeFor(language),
		texts: textsFor(language),
		theme: themes?.colours ?? 'default',
		fonts: themes?.fonts ?? [],
		path: visit.path,
		address: `http://${visit.header('Host')}`,
		nonce: randomBytes(24).toString('base64'),
	}
}

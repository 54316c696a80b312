// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Writes for one reader: in their language, amounts and percent as they are used to. The sentences are those of lib/. */

import type { Account, NotificationWords, Space, Text } from '@ensemble/space/embedding'

import { amount, textsFor } from '@ensemble/space/l10n/texts'
import { contract } from '../contract.ts'
import { adviceFor } from '../src/logic/advice.ts'
import { settingsOf } from './settings.ts'

/** Administration → Association → Storage. */
const ADMIN = '/index.php/settings/admin/ensemble#storage'

/** Where a message leads: the one thing to do. */
export interface Lead { link: string, action: string }

/** Writes for one reader. */
export interface Writer {
	text: Text
	/** Of bytes. */
	amount: (bytes: number) => string
	/** `used`, `total` and `percent` of a sentence. */
	share: (used: number, of: number) => { used: string, total: string, percent: string }
	/** A sentence with `%n`. */
	plural: (one: string, many: string, n: number) => string
	/** What the association says, and whom to ask. */
	help: () => string[]
	toMine: (action: 'See my storage' | 'See what takes the room') => Lead
	toAdmin: (action: 'See the members' | 'See what takes the room') => Lead
	/** To an open request, and to the dialogs in which it is approved or declined: both ask for the password, so neither is done from afar. */
	toRequest: (id: number) => Pick<NotificationWords, 'buttons' | 'link'>
}

/**
 * A writer for an account.
 *
 * @param space the space
 * @param account who reads
 * @param text translates the app's sentences for them
 */
export function writerFor(space: Space, account: Account, text: Text): Writer {
	const bytes = (amountOf: number) => amount(textsFor(account.language), amountOf)
	// Rounded down: 100 % is said only when it is true.
	const percent = (used: number, of: number) => new Intl.NumberFormat(account.language.replace('_', '-'), { style: 'percent' }).format(Math.floor(used / of * 100) / 100)
	return {
		text,
		amount: bytes,
		share: (used, of) => ({ used: bytes(used), total: bytes(of), percent: percent(used, of) }),
		plural: (one, many, n) => text(`_${one}_::_${many}_`, { n }),
		help() {
			const { advice, contact } = settingsOf(space)
			return [adviceFor(advice, account.language), contact && text('Do you need more room? Ask {contact}.', { contact })].filter((line) => line !== '')
		},
		toMine: (action) => ({ link: `/index.php/apps/${contract.app}/`, action: text(action) }),
		toAdmin: (action) => ({ link: ADMIN, action: text(action) }),
		toRequest: (id) => ({
			link: `${ADMIN}/requests/${id}`,
			buttons: [
				{ label: text('Approve'), link: `${ADMIN}/requests/${id}/approve` },
				{ label: text('Decline'), link: `${ADMIN}/requests/${id}/decline` },
			],
		}),
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the fields of the settings form, and what it means. An empty field is never a zero. */

import type { Changes } from '@ensemble/shared/screen/useSettings'
import type { QuotaSettings } from '../../api/storage.ts'

import { t } from '../../l10n.ts'

const GB = 2 ** 30

/** The form's fields, as people write them. */
export type Draft = Record<keyof QuotaSettings, string>

/** What a draft says: the fields that differ from the settings in force, and the fields that make no sense. */
export interface Reading {
	changes: Changes<QuotaSettings>
	errors: Partial<Draft>
}

/**
 * Writes settings into fields.
 *
 * @param settings the settings in force
 * @param locale how numbers are written
 */
export function toDraft({ levels, repeatDays, pool, contact }: QuotaSettings, locale: string): Draft {
	return {
		levels: levels.join(', '),
		repeatDays: String(repeatDays),
		pool: pool === null ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(pool / GB),
		contact,
	}
}

/**
 * Reads the fields that were changed. Limits and order are the server's to check: the contract has them.
 *
 * @param draft the fields now
 * @param before the fields as they were filled in
 */
export function readDraft(draft: Draft, before: Draft): Reading {
	const changes: Reading['changes'] = {}
	const errors: Reading['errors'] = {}

	if (draft.levels !== before.levels) {
		const words = draft.levels.split(/[\s,;%]+/).filter(Boolean)
		if (words.length > 0 && words.every(isWhole)) {
			changes.levels = words.map(Number)
		} else {
			errors.levels = t('Please write whole numbers with commas between them, as in: 80, 90, 95')
		}
	}
	if (draft.repeatDays !== before.repeatDays) {
		if (isWhole(draft.repeatDays.trim())) {
			changes.repeatDays = Number(draft.repeatDays)
		} else {
			errors.repeatDays = t('Please write a number of days, as in: 7')
		}
	}
	if (draft.pool !== before.pool) {
		const amount = draft.pool.trim().replace(',', '.')
		if (amount === '') {
			// Not known: back to the default, which may be a size set by the host.
			changes.pool = null
		} else if (/^\d{1,6}(\.\d+)?$/.test(amount) && Number(amount) > 0) {
			changes.pool = Math.round(Number(amount) * GB)
		} else {
			errors.pool = t('Please write a number of gigabytes, as in: 50')
		}
	}
	if (draft.contact !== before.contact) {
		changes.contact = draft.contact.trim()
	}
	return { changes, errors }
}

/** Few enough digits for an exact number: what is larger is far beyond any limit. */
function isWhole(word: string): boolean {
	return /^\d{1,15}$/.test(word)
}

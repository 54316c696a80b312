// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's settings as they stand in fields, and back. */

import type { Reading } from '@ensemble/shared/screen/useSettingsForm'
import type { CharterSettings } from '../../api/settings.ts'

import { t } from '../../l10n.ts'

/** What stands in the fields. */
export interface SettingsDraft {
	laterDays: string
	publicPage: boolean
	hostCharter: boolean
}

/**
 * Writes the settings into fields.
 *
 * @param values the settings in force
 */
export function toDraft({ laterDays, publicPage, hostCharter }: CharterSettings): SettingsDraft {
	return { laterDays: String(laterDays), publicPage, hostCharter }
}

/**
 * Reads the fields. Whether a number is too large or too small is the server's to say.
 *
 * @param draft what stands in the fields
 * @param before what stood there
 */
export function readDraft(draft: SettingsDraft, before: SettingsDraft): Reading<CharterSettings> {
	const reading: Reading<CharterSettings> = { changes: {}, errors: {} }
	const written = draft.laterDays.trim()
	if (written !== before.laterDays && /^\d{1,9}$/.test(written)) {
		reading.changes.laterDays = Number(written)
	} else if (written !== before.laterDays) {
		reading.errors.laterDays = t('Please write a whole number.')
	}
	for (const field of ['publicPage', 'hostCharter'] as const) {
		if (draft[field] !== before[field]) {
			reading.changes[field] = draft[field]
		}
	}
	return reading
}

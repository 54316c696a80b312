// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the banner below its sentences: what takes the room, what helps, whom to ask. */

import type { Told } from './told.ts'

import { formatBytes } from '@ensemble/shared/l10n/format'
import { t } from '../l10n.ts'
import { el } from './dom.ts'

/**
 * The lower part of the banner.
 *
 * @param told what was counted
 */
export function content({ mine, advice, contact }: Told): HTMLElement[] {
	const parts: HTMLElement[] = []
	if (mine) {
		const amounts: [string, number][] = [[t('Files'), mine.files], [t('Deleted files'), mine.trash], [t('Old versions'), mine.versions]]
		parts.push(el('ul', {}, ...amounts.map(([label, amount]) => el('li', {}, `${label} `, el('b', {}, formatBytes(amount))))))
	}
	parts.push(el('p', { class: 'advice' }, advice || t('“My storage” shows what is largest and helps you to make room.')))
	if (contact) {
		parts.push(el('p', {}, t('Do you need more room? Ask {contact}.', { contact })))
	}
	return parts
}

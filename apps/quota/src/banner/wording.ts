// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the banner says, from calm to clear. */

import type { PendingQuota } from '../../contract.ts'

import { formatBytes, formatPercent } from '@ensemble/shared/l10n/format'
import { t } from '../l10n.ts'

/** From this share of the quota on, in percent, the banner says that it is urgent. */
const URGENT = 95

/** How urgent it is: in good time, soon, or nothing more can be added. */
export type Urgency = 'calm' | 'full' | 'soon'

/** The words of a banner. */
export interface Wording {
	urgency: Urgency
	title: string
	/** How much of how much, and what it means. */
	text: string
}

/**
 * Chooses the words.
 *
 * @param pending what was counted
 */
export function wording({ files, quota }: PendingQuota): Wording {
	const percent = files / quota * 100
	const amounts = t('You use {used} of {quota} ({percent}).', {
		used: formatBytes(files),
		quota: formatBytes(quota),
		percent: formatPercent(percent),
	})
	if (percent >= 100) {
		return {
			urgency: 'full',
			title: t('Your storage is full'),
			text: `${amounts} ${t('Your files are safe, but you cannot add new ones before you make some room.')}`,
		}
	}
	if (percent >= URGENT) {
		return {
			urgency: 'soon',
			title: t('Your storage is almost full'),
			text: `${amounts} ${t('Soon you will not be able to add new files.')}`,
		}
	}
	return {
		urgency: 'calm',
		title: t('Your storage is filling up'),
		text: `${amounts} ${t('There is still time to tidy up.')}`,
	}
}

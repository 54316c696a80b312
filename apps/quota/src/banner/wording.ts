// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the banner says, from calm to clear: about one's own storage, the space that all share, or both. */

import type { Told } from './told.ts'

import { formatBytes, formatPercent } from '@ensemble/shared/l10n/format'
import { t } from '../l10n.ts'

/** From this share on, in percent, the banner says that it is urgent. */
const URGENT = 95

/** How urgent it is: in good time, soon, or nothing more can be added. */
export type Urgency = 'calm' | 'full' | 'soon'

/** How much of how much, in a sentence, and as a number for the bar. */
export interface Amount {
	text: string
	percent: number
}

/** The words of a banner. */
export interface Wording {
	urgency: Urgency
	title: string
	amounts: Amount[]
}

/**
 * Chooses the words.
 *
 * @param told what was counted
 */
export function wording({ mine, space, enough }: Told): Wording {
	const own = mine && of(mine.files, mine.quota)
	const shared = space && of(space.used, space.pool)
	const amounts: Amount[] = []
	if (own) {
		const help = enough
			? t('That is enough room again. Thank you!')
			: {
					calm: t('There is still time to tidy up.'),
					soon: t('Soon you will not be able to add new files.'),
					full: t('Your files are safe, but you cannot add new ones before you make some room.'),
				}[own.urgency]
		amounts.push({ text: `${t('You use {used} of {quota} ({percent}).', own.words)} ${help}`, percent: own.percent })
	}
	if (shared) {
		amounts.push({ text: `${t('All of you together use {used} of {quota} ({percent}).', shared.words)} ${t('Whatever you delete for good helps everybody.')}`, percent: shared.percent })
	}
	return {
		urgency: [own, shared].find((one) => one && one.urgency !== 'calm')?.urgency ?? 'calm',
		title: own
			? enough
				? t('Your storage has room again')
				: { calm: t('Your storage is filling up'), soon: t('Your storage is almost full'), full: t('Your storage is full') }[own.urgency]
			: { calm: t('The space that you share is filling up'), soon: t('The space that you share is almost full'), full: t('The space that you share is full') }[shared?.urgency ?? 'calm'],
		amounts,
	}
}

/**
 * A share.
 *
 * @param used bytes
 * @param quota bytes
 */
function of(used: number, quota: number): { percent: number, urgency: Urgency, words: Record<string, string> } {
	const percent = used / quota * 100
	return {
		percent,
		urgency: percent >= 100 ? 'full' : percent >= URGENT ? 'soon' : 'calm',
		words: { used: formatBytes(used), quota: formatBytes(quota), percent: formatPercent(percent) },
	}
}

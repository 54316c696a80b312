// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the overview says: when the space will be full, and the words around its pictures. */

import type { Total } from '../../../contract.ts'
import type { Forecast } from '../../logic/forecast.ts'

import { formatBytes, formatDate } from '@ensemble/shared/l10n/format'
import { t } from '../../l10n.ts'

const DAY = 86_400
/** Nobody plans further than ten years, and nobody can tell; days. */
export const FAR = 3650

/** The words around each picture's table. */
export function pictureWords() {
	return { table: t('Show as a table'), part: t('What'), amount: t('Amount'), share: t('Share') }
}

/** What of the pool is in use, bytes. */
export function usedOf({ files, trash, versions, team, other }: Pick<Total, 'files' | 'other' | 'team' | 'trash' | 'versions'>): number {
	return files + trash + versions + team + other
}

/**
 * A day as a moment that is on that day in every time zone of Europe; seconds since 1970.
 *
 * @param day days since 1970
 */
export function noon(day: number): number {
	return day * DAY + DAY / 2
}

/**
 * When the space will be full, in words.
 *
 * @param forecast what can be foreseen
 * @param today days since 1970
 * @return one to three sentences
 */
export function forecastSentences(forecast: Forecast, today: number): string[] {
	const far = (day: number) => day - today > FAR
	switch (forecast.kind) {
		case 'no_pool':
			return [t('Nobody can say when the space will be full, as its size is not known here. You can write it into the settings.')]
		case 'too_early':
			return [t('It is too early to tell when the space will be full: that takes the numbers of at least a week.')]
		case 'full':
			return [t('The space is full.')]
		case 'not_growing':
			return [t('The space has not been growing lately. If that stays so, it will not fill up.')]
		case 'growing': {
			const { perDay, day, earliest, latest } = forecast
			const pace = t('The space grows by about {amount} a day.', { amount: formatBytes(Math.max(1, perDay)) })
			if (far(day)) {
				return [pace, t('At this pace it will not be full within ten years.')]
			}
			const date = formatDate(noon(day))
			const full = t('At this pace it will be full around {date}.', { date })
			// Each day like the one before: there is no range.
			return earliest === latest
				? [pace, full]
				: [
						pace,
						full,
						latest === null || far(latest)
							? t('It may be as early as {earliest}, or it may take years.', { earliest: formatDate(noon(earliest)) })
							: t('It may be as early as {earliest} or as late as {latest}.', { earliest: formatDate(noon(earliest)), latest: formatDate(noon(latest)) }),
					]
		}
	}
}

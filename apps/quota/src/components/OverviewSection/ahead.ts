// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The forecast as a picture: the likely course until the space is full, and the range around it. */

import type { Ahead, Point } from '@ensemble/shared/charts/curve'
import type { Forecast } from '../../logic/forecast.ts'
import type { Point as DayPoint } from '../../logic/theilSen.ts'

import { t } from '../../l10n.ts'
import { FAR, noon } from './words.ts'

/** The picture shows so much of what may come at the least, days. */
const LEAST = 30

/**
 * The forecast for the picture of the space's growth. Of what comes, it shows at most as long a time as of what was:
 * lines that are full later end at its edge.
 *
 * @param forecast what can be foreseen
 * @param days what was, in the order of time; the last one is now
 * @param pool bytes; null = not known
 * @return null where nothing can be foreseen that is worth a picture
 */
export function aheadOf(forecast: Forecast, days: readonly DayPoint[], pool: number | null): Ahead | null {
	const now = days.at(-1)
	if (forecast.kind !== 'growing' || pool === null || now === undefined || forecast.day - now.day > FAR) {
		return null
	}
	const { day, earliest, latest } = forecast
	const edge = now.day + Math.max(LEAST, now.day - days[0]!.day)
	const begin = { x: noon(now.day), y: now.used }
	/** Where a line leaves the picture; null = it never rises. */
	const end = (full: number | null): Point => full === null
		? { x: noon(edge), y: now.used }
		: full <= edge
			? { x: noon(full), y: pool }
			: { x: noon(edge), y: now.used + (pool - now.used) * (edge - now.day) / (full - now.day) }
	const [high, low] = [end(earliest), end(latest)]
	const full = [
		{ at: latest !== null && latest - now.day <= FAR ? latest : null, label: t('Full at the latest') },
		{ at: day, label: t('Full, most likely') },
		{ at: earliest, label: t('Full at the earliest') },
	]
	return {
		name: t('Forecast: the line is the most likely course, the grey field the range around it.'),
		likely: [begin, end(day)],
		// Where one line is full and the other is not, the corner between them belongs to the range.
		range: [begin, high, ...(low.y < pool && high.y === pool ? [{ x: low.x, y: pool }] : []), low],
		rows: full.flatMap(({ at, label }) => at === null ? [] : [{ x: noon(at), y: pool, label }]),
	}
}

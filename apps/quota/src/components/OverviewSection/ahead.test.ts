// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests the forecast as a picture. */

import { describe, expect, it } from 'vitest'
import { aheadOf } from './ahead.ts'
import { noon } from './words.ts'

const days = [{ day: 900, used: 40 }, { day: 1000, used: 50 }]
const growing = (day: number, earliest: number, latest: number | null) => ({ kind: 'growing', perDay: 1, day, earliest, latest } as const)
const at = (day: number, used: number) => ({ x: noon(day), y: used })

describe('aheadOf', () => {
	it('goes until the space is full, at the earliest and at the latest', () => {
		const ahead = aheadOf(growing(1050, 1040, 1080), days, 100)
		expect(ahead?.likely).toEqual([at(1000, 50), at(1050, 100)])
		expect(ahead?.range).toEqual([at(1000, 50), at(1040, 100), at(1080, 100)])
		expect(ahead?.rows.map(({ x, label }) => [x, label])).toEqual([[noon(1080), 'Full at the latest'], [noon(1050), 'Full, most likely'], [noon(1040), 'Full at the earliest']])
	})

	it('shows no more of what comes than of what was', () => {
		const ahead = aheadOf(growing(1200, 1050, null), days, 100)
		expect(ahead?.likely.at(-1)).toEqual(at(1100, 75))
		expect(ahead?.range).toEqual([at(1000, 50), at(1050, 100), at(1100, 100), at(1100, 50)])
		expect(ahead?.rows.map(({ label }) => label)).toEqual(['Full, most likely', 'Full at the earliest'])
		expect(aheadOf(growing(1200, 1050, null), [{ day: 993, used: 49 }, days[1]!], 100)?.likely.at(-1)?.x).toBe(noon(1030))
	})

	it.each([
		[{ kind: 'too_early' } as const, 100],
		[{ kind: 'full' } as const, 100],
		[{ kind: 'not_growing', perDay: 0 } as const, 100],
		[growing(1050, 1040, null), null],
		[growing(9000, 8000, null), 100],
	])('is not drawn where nothing can be foreseen: %j', (forecast, pool) => {
		expect(aheadOf(forecast, days, pool)).toBeNull()
	})
})

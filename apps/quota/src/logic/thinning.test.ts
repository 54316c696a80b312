// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which days of the history stay, by the case table (which the PHP is tested with too). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/thinning.json' with { type: 'json' }
import { staying } from './thinning.ts'

describe('staying', () => {
	it.each(table.cases)('$name', ({ days, stay }) => {
		expect(staying(days, table.today)).toEqual(stay)
	})

	it('leaves the same, however often it is done', () => {
		fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 20_000, max: 20_600 })), (days) => {
			const once = staying(days, 20_600)
			expect(staying(once, 20_600)).toEqual(once)
		}))
	})

	it('leaves at most 61 days, 50 weeks and one more in years of daily runs', () => {
		const kept = Array.from({ length: 1000 }).reduce<number[]>((days, _, index) => staying([...days, 20_000 + index], 20_000 + index), [])
		expect(kept.length).toBeGreaterThan(105)
		expect(kept.length).toBeLessThanOrEqual(112)
	})
})

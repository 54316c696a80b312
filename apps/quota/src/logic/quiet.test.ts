// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Quiet hours, by the case table (which the PHP is tested with too). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/quiet.json' with { type: 'json' }
import { isQuiet } from './quiet.ts'

describe('isQuiet', () => {
	it.each(table.cases)('$name', ({ now, timezone, hours, quiet }) => {
		expect(isQuiet(now, timezone, hours)).toBe(quiet)
	})

	it('covers as many hours of a day as there are from one to the other', () => {
		const hour = fc.integer({ min: 0, max: 23 })
		fc.assert(fc.property(hour, hour, fc.integer({ min: 0, max: 60_000 }), (from, to, days) => {
			const quiet = Array.from({ length: 24 }, (_, index) => isQuiet(days * 86_400 + index * 3600, 'UTC', { from, to })).filter(Boolean)
			expect(quiet).toHaveLength((to - from + 24) % 24)
		}))
	})
})

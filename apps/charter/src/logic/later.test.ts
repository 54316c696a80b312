// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the ask comes back, by the case table (which the PHP is tested with too). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/later.json' with { type: 'json' }
import { laterUntil } from './later.ts'

describe('laterUntil', () => {
	it.each(table.cases)('$name', ({ now, timezone, days, until }) => {
		expect(laterUntil(now, timezone, days)).toBe(until)
	})

	it('is always 04:00 of a later day, at most a day and an hour beyond the days asked for', () => {
		fc.assert(fc.property(fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }), fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC'), fc.integer({ min: 1, max: 30 }), (now, timezone, days) => {
			const until = laterUntil(now, timezone, days)
			expect(new Date(until * 1000).toLocaleTimeString('en-GB', { timeZone: timezone })).toBe('04:00:00')
			expect(until).toBeGreaterThan(now)
			expect(until - now).toBeLessThanOrEqual(days * 86_400 + 5 * 3600)
		}))
	})
})

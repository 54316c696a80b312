// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests that stored quotas are read and written as Nextcloud does. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../../cases/quotas.json'
import { readStored, storable } from './stored.ts'

const GB = 2 ** 30

describe('readStored', () => {
	it.each(table.cases)('reads $stored as the server does', ({ stored, bytes }) => {
		expect(readStored(stored)).toBe(bytes)
	})
})

describe('storable', () => {
	it.each([
		[0, '0 B'],
		[500, '500 B'],
		[1024, '1 KB'],
		[1500, '2 KB'],
		[5 * GB, '5 GB'],
		[1.5 * GB, '1.5 GB'],
		[5.27 * GB, '5.3 GB'],
		[5.2 * GB, '5.2 GB'],
		[Math.round(99.9 * GB), '99.9 GB'],
		[1023.97 * GB, '1 TB'],
		[3000 * GB, '3 TB'],
	])('writes %d bytes as %s', (bytes, value) => {
		expect(storable(bytes).value).toBe(value)
	})

	it('never gives less, hardly more, and what it says it gives', () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (amount) => {
			const { value, bytes } = storable(amount)
			expect(readStored(value)).toBe(bytes)
			expect(bytes).toBeGreaterThanOrEqual(amount - 1)
			expect(bytes).toBeLessThanOrEqual(amount * 1.11 + 1024)
			expect(storable(bytes).value).toBe(value)
		}))
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How full, which level, what is said: by the case table (which the PHP is tested with too). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/levels.json' with { type: 'json' }
import { isPending, levelOf, percent, promised } from './levels.ts'

describe('percent and levelOf', () => {
	it.each(table.levels)('$name', ({ files, quota, levels, percent: used, level }) => {
		expect(percent(files, quota)).toBe(used)
		expect(levelOf(used, levels)).toBe(level)
	})
})

describe('levelOf', () => {
	it('never falls when use grows', () => {
		fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }), (used, more) => {
			expect(levelOf(used + more, [10, 50, 90]) ?? 0).toBeGreaterThanOrEqual(levelOf(used, [10, 50, 90]) ?? 0)
		}))
	})
})

describe('isPending', () => {
	it.each(table.pending)('$name', ({ level, dismissed, now, pending }) => {
		expect(isPending(level === null ? null : { level }, dismissed, now)).toBe(pending)
	})
})

describe('promised', () => {
	it.each(table.promised)('$name', ({ accounts, promised: sum }) => {
		expect(promised(accounts)).toBe(sum)
	})
})

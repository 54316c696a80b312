// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How full, which level, what is said: by the case table (which the PHP is tested with too). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/levels.json' with { type: 'json' }
import { isPending, levelOf, noticeFor, percent, promised } from './levels.ts'

describe('percent and levelOf', () => {
	it.each(table.levels)('$name', ({ files, quota, levels, percent: used, level }) => {
		expect(percent(files, quota)).toBe(used)
		expect(levelOf(used, levels)).toBe(level)
	})
})

describe('noticeFor', () => {
	it.each(table.levels)('$name', ({ files, quota, levels, level }) => {
		expect(noticeFor({ files, trash: 1, versions: 2, quota }, levels)).toEqual(level === null ? null : { level, files, trash: 1, versions: 2, quota })
	})

	it('never falls when files grow', () => {
		fc.assert(fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1 }), (files, more, quota) => {
			const level = (amount: number) => noticeFor({ files: amount, trash: 0, versions: 0, quota }, [10, 50, 90])?.level ?? 0
			expect(level(files + more)).toBeGreaterThanOrEqual(level(files))
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

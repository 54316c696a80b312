// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what a change of quotas would promise. */

import { describe, expect, it } from 'vitest'
import { GB, member, usageOf } from '../testing.ts'
import { doubtAbout, outlook, outlookSentence, quotaInWords, tooSmallFor } from './promise.ts'

const usage = usageOf()
const one = (account: string) => new Set([account])

describe('outlook', () => {
	it.each([
		['a lower quota', one('bruno'), '1 GB', 6, 0],
		['a higher one', one('bruno'), '10 GB', 15, 0],
		['the default', one('bruno'), 'default', 10, 0],
		['no limit', one('bruno'), 'none', 5, 1],
		['somebody who is disabled', one('chloe'), '50 GB', 10, 0],
		['another default, which only counts for who has none of their own', 'default' as const, '7 GB', 12, 0],
		['several', new Set(['amina', 'bruno']), '2 GB', 4, 0],
	])('knows what %s comes to', (_, whose, value, gigabytes, free) => {
		expect(outlook(usage, whose, value)).toEqual({ before: { sum: 10 * GB, free: 0 }, after: { sum: gigabytes * GB, free }, pool: 12 * GB })
	})
})

describe('doubtAbout', () => {
	it.each([
		[10, 12, 12, /^$/],
		[10, 13, 12, /more than the space has/],
		[20, 19, 12, /^$/],
		[20, 20, 12, /^$/],
		[20, 21, 12, /more than the space has/],
		[10, 50, null, /^$/],
	])('from %s to %s of %s', (before, after, pool, expected) => {
		expect(doubtAbout({ before: { sum: before, free: 1 }, after: { sum: after, free: 1 }, pool })).toMatch(expected)
	})

	it('asks about each account that loses its limit, but not about those that never had one', () => {
		expect(doubtAbout({ before: { sum: 9, free: 1 }, after: { sum: 8, free: 2 }, pool: 12 })).toMatch(/^Without a limit/)
		expect(doubtAbout({ before: { sum: 9, free: 2 }, after: { sum: 10, free: 1 }, pool: 12 })).toBe('')
		expect(doubtAbout({ before: { sum: 9, free: 1 }, after: { sum: 8, free: 2 }, pool: null })).toBe('')
	})
})

it('says it in a sentence', () => {
	const before = { sum: 1, free: 0 }
	expect(outlookSentence({ before, after: { sum: 13 * GB, free: 0 }, pool: 12 * GB })).toBe('All quotas together would be 13 GB; the space has 12 GB.')
	expect(outlookSentence({ before, after: { sum: 13 * GB, free: 2 }, pool: null })).toBe('All quotas together would be 13 GB. 2 accounts without a limit are not in that sum.')
})

it('knows who keeps more than that', () => {
	expect(tooSmallFor(usage, new Set(['amina', 'bruno']), '3 GB')).toBe(1)
	expect(tooSmallFor(usage, new Set(['amina', 'bruno']), 'none')).toBe(0)
	expect(tooSmallFor(usageOf({ members: [member('amina'), member('bo', { stored: '1 GB' })] }), 'default', '1 GB')).toBe(1)
})

it('says a quota in words', () => {
	expect(quotaInWords('default', '5 GB')).toBe('default (5 GB)')
	expect(quotaInWords('default', 'none')).toBe('default (no limit)')
	expect(quotaInWords('none', '5 GB')).toBe('no limit')
	expect(quotaInWords('1.5 GB', '5 GB')).toBe('1.5 GB')
})

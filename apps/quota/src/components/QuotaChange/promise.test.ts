// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what a change of quotas would promise. */

import { describe, expect, it } from 'vitest'
import { GB, member, usageOf } from '../testing.ts'
import { outlook, outlookSentence, promisesTooMuch, quotaInWords, tooSmallFor } from './promise.ts'

const usage = usageOf()
const one = (account: string) => new Set([account])

describe('outlook', () => {
	it.each([
		['a lower quota', one('bruno'), '1 GB', 6 * GB],
		['a higher one', one('bruno'), '10 GB', 15 * GB],
		['the default', one('bruno'), 'default', 10 * GB],
		['no limit', one('bruno'), 'none', null],
		['somebody who is disabled', one('chloe'), '50 GB', 10 * GB],
		['another default, which only counts for who has none of their own', 'default' as const, '7 GB', 12 * GB],
		['several', new Set(['amina', 'bruno']), '2 GB', 4 * GB],
	])('knows what %s comes to', (_, whose, value, after) => {
		expect(outlook(usage, whose, value)).toEqual({ before: 10 * GB, after, pool: 12 * GB })
	})
})

describe('promisesTooMuch', () => {
	it.each([
		[10, 12, 12, false],
		[10, 13, 12, true],
		[20, 19, 12, false],
		[20, 20, 12, false],
		[20, 21, 12, true],
		[10, null, 12, true],
		[null, null, 12, false],
		[null, 50, 12, false],
		[10, 50, null, false],
	])('from %s to %s of %s: %s', (before, after, pool, expected) => {
		expect(promisesTooMuch({ before, after, pool })).toBe(expected)
	})
})

it('says it in a sentence', () => {
	expect(outlookSentence({ before: 1, after: 13 * GB, pool: 12 * GB })).toBe('All quotas together would be 13 GB; the space has 12 GB.')
	expect(outlookSentence({ before: 1, after: 13 * GB, pool: null })).toBe('All quotas together would be 13 GB.')
	expect(outlookSentence({ before: 1, after: null, pool: null })).toMatch(/no limit/)
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

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what the fields of the settings form mean. */

import { describe, expect, it } from 'vitest'
import { readDraft, toDraft } from './draft.ts'

const GB = 2 ** 30
const before = toDraft({ levels: [80, 90, 95], repeatDays: 7, pool: 50 * GB, contact: 'Amina' }, 'en')

describe('toDraft', () => {
	it('writes amounts in GB, as the language does, and nothing for an unknown size', () => {
		expect(before).toEqual({ levels: '80, 90, 95', repeatDays: '7', pool: '50', contact: 'Amina' })
		expect(toDraft({ levels: [80], repeatDays: 7, pool: 1536 * GB + GB / 2, contact: '' }, 'fr').pool).toBe('1536,5')
		expect(toDraft({ levels: [80], repeatDays: 7, pool: null, contact: '' }, 'fr').pool).toBe('')
	})
})

describe('readDraft', () => {
	it('changes nothing where nothing was written', () => {
		expect(readDraft(before, before)).toEqual({ changes: {}, errors: {} })
	})

	it('sends only what was changed', () => {
		expect(readDraft({ ...before, repeatDays: ' 3 ' }, before)).toEqual({ changes: { repeatDays: 3 }, errors: {} })
	})

	it.each(['70 85', '70,85', '70 %; 85 %', ' 70 , 85, '])('reads levels written as %j', (levels) => {
		expect(readDraft({ ...before, levels }, before).changes).toEqual({ levels: [70, 85] })
	})

	it.each([['49,5', 49.5], ['49.5', 49.5], ['100', 100]])('reads %s as GB', (pool, gigabytes) => {
		expect(readDraft({ ...before, pool }, before).changes).toEqual({ pool: gigabytes * GB })
	})

	it('takes an empty size as not known, not as 0', () => {
		expect(readDraft({ ...before, pool: ' ' }, before)).toEqual({ changes: { pool: null }, errors: {} })
	})

	it.each([
		['levels', ''],
		['levels', ' , '],
		['levels', '80, many'],
		['levels', '80, 90.5'],
		['levels', '-80'],
		['levels', '9'.repeat(400)],
		['repeatDays', ''],
		['repeatDays', '1.5'],
		['repeatDays', '-1'],
		['repeatDays', '7e1'],
		['pool', '0'],
		['pool', '-5'],
		['pool', 'many'],
		['pool', '1,000,000'],
		['pool', 'Infinity'],
		['pool', '9'.repeat(400)],
	])('refuses %s %j with a sentence at the field', (field, value) => {
		const { changes, errors } = readDraft({ ...before, [field]: value }, before)
		expect(changes).toEqual({})
		expect(Object.keys(errors)).toEqual([field])
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what the banner says at which share of the quota. */

import type { Told } from './told.ts'

import { describe, expect, it } from 'vitest'
import { wording } from './wording.ts'

const GB = 2 ** 30

/** A notice with so much in files of 5 GB. */
const own = (files: number): Told => ({ mine: { level: 80, files, trash: 0, versions: 0, quota: 5 * GB }, space: null, repeatDays: 7, contact: '', advice: '' })
/** A notice with so much of 50 GB in the space that all share. */
const shared = (used: number): Told => ({ ...own(0), mine: null, space: { level: 95, used, pool: 50 * GB } })

describe('wording', () => {
	it.each([
		[4.6 * GB, 'calm', 'Your storage is filling up'],
		[4.749 * GB, 'calm', 'Your storage is filling up'],
		[4.75 * GB, 'soon', 'Your storage is almost full'],
		[5 * GB - 1, 'soon', 'Your storage is almost full'],
		[5 * GB, 'full', 'Your storage is full'],
		[6 * GB, 'full', 'Your storage is full'],
	])('for %d bytes of 5 GB is %s', (files, urgency, title) => {
		expect(wording(own(files))).toMatchObject({ urgency, title })
	})

	it.each([
		[46 * GB, 'calm', 'The space that you share is filling up'],
		[48 * GB, 'soon', 'The space that you share is almost full'],
		[51 * GB, 'full', 'The space that you share is full'],
	])('for %d bytes of a space of 50 GB is %s', (used, urgency, title) => {
		expect(wording(shared(used))).toMatchObject({ urgency, title })
	})

	it('names amounts in GB and the share, rounded down', () => {
		const text = (told: Told) => wording(told).amounts.map((one) => one.text)
		expect(text(own(4.6 * GB))).toEqual(['You use 4.6 GB of 5 GB (92%). There is still time to tidy up.'])
		expect(text(own(5 * GB - 1))[0]).toContain('(99%)')
		expect(text(own(6 * GB))[0]).toContain('You use 6 GB of 5 GB (120%).')
		expect(text(shared(48 * GB))).toEqual(['All of you together use 48 GB of 50 GB (96%). Whatever you delete for good helps everybody.'])
	})

	it('of both says both; the title is about one\'s own, the urgency that of the fuller one', () => {
		const both = wording({ ...own(4.6 * GB), space: shared(48 * GB).space })
		expect(both).toMatchObject({ urgency: 'soon', title: 'Your storage is filling up' })
		expect(both.amounts.map(({ percent }) => Math.round(percent))).toEqual([92, 96])
	})

	it('is glad where room was made meanwhile', () => {
		expect(wording({ ...own(2 * GB), enough: true })).toMatchObject({ urgency: 'calm', title: 'Your storage has room again', amounts: [{ text: 'You use 2 GB of 5 GB (40%). That is enough room again. Thank you!', percent: 40 }] })
	})
})

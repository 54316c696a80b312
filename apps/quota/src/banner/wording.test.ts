// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what the banner says at which share of the quota. */

import { describe, expect, it } from 'vitest'
import { wording } from './wording.ts'

const GB = 2 ** 30

/** A notice with so much in files of 5 GB. */
const pending = (files: number) => ({ level: 80, files, trash: 0, versions: 0, quota: 5 * GB, repeatDays: 7, contact: '' })

describe('wording', () => {
	it.each([
		[4.6 * GB, 'calm', 'Your storage is filling up'],
		[4.749 * GB, 'calm', 'Your storage is filling up'],
		[4.75 * GB, 'soon', 'Your storage is almost full'],
		[5 * GB - 1, 'soon', 'Your storage is almost full'],
		[5 * GB, 'full', 'Your storage is full'],
		[6 * GB, 'full', 'Your storage is full'],
	])('for %d bytes of 5 GB is %s', (files, urgency, title) => {
		expect(wording(pending(files))).toMatchObject({ urgency, title })
	})

	it('names amounts in GB and the share, rounded down', () => {
		expect(wording(pending(4.6 * GB)).text).toContain('You use 4.6 GB of 5 GB (92%).')
		expect(wording(pending(5 * GB - 1)).text).toContain('(99%)')
		expect(wording(pending(6 * GB)).text).toContain('You use 6 GB of 5 GB (120%).')
	})
})

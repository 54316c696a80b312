// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which amounts are offered, and how a written one is read. */

import { expect, it } from 'vitest'
import { offers, readGigabytes } from './amounts.ts'

const GB = 1024 ** 3

it.each([
	[5, 4.6, [10, 15, 20]],
	[0.5, 0.4, [1, 2, 3]],
	[0, 0, [1, 2, 3]],
	// A quota that was lowered: less than what is there already would not help.
	[5, 12, [15, 20, 30]],
	[600, 1, [750, 1000]],
	[5000, 1, []],
])('with %d GB and %d GB in files offers %j', (quota, files, expected) => {
	expect(offers(quota * GB, files * GB)).toEqual(expected.map((one) => one * GB))
})

it.each([['10', 10], [' 7.5 ', 7.5], ['7,5', 7.5], ['10 GB', 10], ['10Go', 10], ['0.001', 0.001]])('reads %j as %d GB', (text, expected) => {
	expect(readGigabytes(text)).toBe(Math.round(expected * GB))
})

it.each(['', ' ', '0', '0,0', '-5', '1e3', 'ten', '5 MB', '1.2.3', '9999999', '10 GB more'])('does not take %j for an amount', (text) => {
	expect(readGigabytes(text)).toBeNull()
})

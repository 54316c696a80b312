// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests amounts as people write them. */

import { expect, it } from 'vitest'
import { readGigabytes, writeGigabytes } from './gigabytes.ts'

const GB = 2 ** 30

it.each([['49,5', 49.5], ['49.5', 49.5], [' 100 ', 100], ['0.1', 0.1]])('reads %s', (text, gigabytes) => {
	expect(readGigabytes(text)).toBe(Math.round(gigabytes * GB))
})

it.each(['', ' ', '0', '-5', 'many', '1,000,000', 'Infinity', '1e3', '9'.repeat(400)])('does not read %j', (text) => {
	expect(readGigabytes(text)).toBeNull()
})

it('writes as the language does, without a thousands sign that could not be read again', () => {
	expect(writeGigabytes(1536.5 * GB, 'fr')).toBe('1536,5')
	expect(writeGigabytes(5 * GB, 'en')).toBe('5')
})

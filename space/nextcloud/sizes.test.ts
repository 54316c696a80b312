// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Amounts as Nextcloud reads and writes them. */

import { expect, it } from 'vitest'
import { formatSize, parseQuota, parseSize } from './sizes.ts'

it.each([['5 GB', 5 * 1024 ** 3], ['1.5 MB', 1.5 * 1024 ** 2], ['1,5mb', 1.5 * 1024 ** 2], ['0 B', 0], ['1048576', 1024 ** 2], ['much', null], ['', null], ['5 GB more', null]])('reads %o', (text, bytes) => {
	expect(parseSize(text)).toBe(bytes)
})

it.each([[5 * 1024 ** 3, '5 GB'], [1.5 * 1024 ** 2, '1.5 MB'], [0, '0 B'], [1023, '1023 B']])('writes %i as %s', (bytes, text) => {
	expect(formatSize(bytes)).toBe(text)
})

it('resolves quotas', () => {
	expect([parseQuota('none'), parseQuota('0 B'), parseQuota('-3'), parseQuota('2 GB')]).toEqual([null, 0, null, 2 * 1024 ** 3])
})

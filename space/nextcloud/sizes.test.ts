// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Amounts as Nextcloud writes them. */

import { expect, it } from 'vitest'
import { formatSize } from './sizes.ts'

it.each([[5 * 1024 ** 3, '5 GB'], [1.5 * 1024 ** 2, '1.5 MB'], [0, '0 B'], [1023, '1023 B']])('writes %i as %s', (bytes, text) => {
	expect(formatSize(bytes)).toBe(text)
})

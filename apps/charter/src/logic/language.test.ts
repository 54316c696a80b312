// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The language a person reads best, by the case table (which the PHP is tested with too). */

import { describe, expect, it } from 'vitest'
import table from '../../cases/languages.json' with { type: 'json' }
import { bestLanguage } from './language.ts'

describe('bestLanguage', () => {
	it.each(table.cases)('$name', ({ wanted, available, main, best }) => {
		expect(bestLanguage(wanted, available, main)).toBe(best)
		expect(bestLanguage(wanted, available.toReversed(), main)).toBe(best)
	})
})

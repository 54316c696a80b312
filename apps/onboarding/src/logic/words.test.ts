// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which words a person reads, by the case table (which the PHP is tested with too). */

import { describe, expect, it } from 'vitest'
import table from '../../cases/steps.json' with { type: 'json' }
import { anyWords, bestWords } from './words.ts'

describe('words', () => {
	it.each(table.words)('$name', ({ words, language, best, any }) => {
		const given = words as Record<string, string>
		expect([bestWords(given, language), anyWords(given, language)]).toEqual([best, any])
	})
})

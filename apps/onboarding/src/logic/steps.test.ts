// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which steps there are and which are done, by the case table (which the PHP is tested with too). */

import type { StepId } from '../../contract.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/steps.json' with { type: 'json' }
import { stepsOf, welcomeWords } from './steps.ts'

describe('stepsOf', () => {
	it.each(table.steps)('$name', ({ facts, before, steps, done }) => {
		expect(stepsOf(facts, before as StepId[])).toEqual({ steps, done })
	})
})

describe('welcomeWords', () => {
	it.each(table.welcome)('$name', ({ words, language, best }) => {
		expect(welcomeWords(words as Record<string, string>, language)).toBe(best)
	})
})

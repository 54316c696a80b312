// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the line about an app comes, by the case table (which the PHP is tested with too). */

import type { HintTexts, StoredHints } from './hints.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/hints.json' with { type: 'json' }
import catalog from '../../catalog/hints.json' with { type: 'json' }
import { appId } from '../../contract.ts'
import { dayIn, hintDue, hintSeen, hintsWanted } from './hints.ts'

describe('hintDue', () => {
	it.each(table.hints)('$name', ({ hint, texts, ...input }) => {
		expect(hintDue({ ...input, texts: texts as unknown as HintTexts })).toEqual(hint)
	})
})

describe('hintSeen', () => {
	it.each(table.seen)('$name', ({ value, app, texts, day, next }) => {
		expect(hintSeen(value as StoredHints | null, app, texts as unknown as HintTexts, day)).toEqual(next)
	})
})

describe('hintsWanted', () => {
	it.each(table.choice)('$name', ({ value, wanted, next }) => {
		expect(hintsWanted(value as StoredHints | null, wanted)).toEqual(next)
	})
})

describe('dayIn', () => {
	it.each(table.days)('$name', ({ now, timezone, day }) => {
		expect(dayIn(now, timezone)).toBe(day)
	})
})

describe('the catalog', () => {
	it.each(catalog.apps)('%s is the id of an app', (app) => {
		expect(appId.safeParse(app).success).toBe(true)
	})

	it('names each once', () => {
		expect(new Set(catalog.apps).size).toBe(catalog.apps.length)
	})
})

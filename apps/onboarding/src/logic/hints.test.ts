// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the line about an app comes, by the case table (which the PHP is tested with too). */

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import table from '../../cases/hints.json' with { type: 'json' }
import catalog from '../../catalog/hints.json' with { type: 'json' }
import { appId } from '../../contract.ts'
import { dayIn, hintDue, hintSeen, hintsWanted } from './hints.ts'

/** Of JSON, TypeScript believes that each line has the keys of all others. */
const texts = z.record(z.string(), z.record(z.string(), z.string()))
const stored = z.strictObject({ seen: z.array(z.string()), day: z.string(), off: z.boolean() }).nullable()

describe('hintDue', () => {
	it.each(table.hints)('$name', ({ hint, ...input }) => {
		expect(hintDue({ ...input, texts: texts.parse(input.texts) })).toEqual(hint)
	})
})

describe('hintSeen', () => {
	it.each(table.seen)('$name', ({ value, app, texts: own, day, next }) => {
		expect(hintSeen(stored.parse(value), app, texts.parse(own), day)).toEqual(next)
	})
})

describe('hintsWanted', () => {
	it.each(table.choice)('$name', ({ value, wanted, next }) => {
		expect(hintsWanted(stored.parse(value), wanted)).toEqual(next)
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

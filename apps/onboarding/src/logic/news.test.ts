// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When a person is told what changed, by the case table (which the PHP is tested with too). */

import type { News } from './news.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/news.json' with { type: 'json' }
import { newsDue, newsRead } from './news.ts'

describe('newsDue', () => {
	it.each(table.news)('$name', ({ news, read, language, guest, expected }) => {
		expect(newsDue({ version: news.version, lines: { ...news.lines } as News['lines'] }, read, language, guest)).toEqual(expected)
	})
})

describe('newsRead', () => {
	it.each(table.reads)('$name', ({ read, version, now, next }) => {
		expect(newsRead(read, version, now)).toBe(next)
	})
})

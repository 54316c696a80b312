// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The public page's HTML and language, by the table that also tests lib/Public. */

import { describe, expect, it } from 'vitest'
import cases from '../../cases/publicPage.json' with { type: 'json' }
import { fill } from './fill.ts'
import { accepted, direction, readerLanguage } from './readerLanguage.ts'

describe('fill', () => {
	it.each(cases.fill)('$name', ({ template, values, html }) => {
		expect(fill(template, values)).toBe(html)
	})
})

describe('accepted', () => {
	it.each(cases.accepted)('$name', ({ accept, accepted: expected }) => {
		expect(accepted(accept)).toEqual(expected)
	})
})

describe('readerLanguage', () => {
	it.each(cases.best)('$name', ({ asked, accept, languages, main, best }) => {
		expect(readerLanguage(asked, accept, languages, main)).toBe(best)
	})
})

describe('direction', () => {
	it.each(cases.direction)('$name', ({ language, direction: expected }) => {
		expect(direction(language)).toBe(expected)
	})
})

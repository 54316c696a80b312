// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of languages. */

import { expect, it } from 'vitest'
import { language } from '../contract/fields.ts'
import { otherLanguages } from './languages.ts'

it('has only languages that a contract takes, each with a name of its own', () => {
	const all = otherLanguages([])
	expect(all.length).toBeGreaterThan(30)
	for (const { code, name } of all) {
		expect(language.safeParse(code).success, code).toBe(true)
		expect(name.toLowerCase()).not.toBe(code.toLowerCase())
	}
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

it('leaves out what is there', () => {
	expect(otherLanguages(['fr']).map(({ code }) => code)).not.toContain('fr')
})

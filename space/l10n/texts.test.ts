// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Both languages are complete and have the same placeholders; amounts and days read well. */

import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { amount, day, languageOf, textsFor } from './texts.ts'

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe('the dictionaries', () => {
	it('have the same keys', () => {
		expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
	})

	it.each(Object.entries(en))('%s is translated, with the same placeholders', (key, text) => {
		const french = fr[key as keyof typeof fr]
		expect(french).not.toBe('')
		expect(placeholders(french)).toEqual(placeholders(text))
	})
})

it('picks the reader\'s language, English where there is no other', () => {
	expect(['fr', 'fr_CA', 'en', 'de', 'fra'].map((language) => textsFor(language).language)).toEqual(['fr', 'fr', 'en', 'en', 'en'])
	expect(['fr-FR,fr;q=0.9', 'en-GB', 'de', ''].map(languageOf)).toEqual(['fr', 'en', 'en', 'en'])
})

it('writes amounts and days', () => {
	const [english, french] = [textsFor('en'), textsFor('fr')]
	expect([0, 1023, 2048, 5 * 1024 ** 3, 4.6 * 1024 ** 3, 2000 * 1024 ** 3].map((bytes) => amount(english, bytes))).toEqual(['0 B', '1,023 B', '2 KB', '5 GB', '4.6 GB', '2,000 GB'])
	expect(amount(french, 4.6 * 1024 ** 3)).toBe('4,6 Go')
	expect([day(english, 1_795_000_000, 'Europe/Paris'), day(french, 1_795_000_000, 'Europe/Paris')]).toEqual(['18 Nov 2026', '18 nov. 2026'])
})

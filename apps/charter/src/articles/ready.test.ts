// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The ready articles are whole in each language, and fit into a charter. */

import { describe, expect, it } from 'vitest'
import { charterText } from '../../contract.ts'
import { addArticles, splitBody } from '../logic/compose.ts'
import { loadArticles, readyLanguage } from './ready.ts'

const [en, fr] = await Promise.all([loadArticles('en'), loadArticles('fr')])

it('are at least twelve, the same in each language and in the same order', () => {
	expect(en.length).toBeGreaterThanOrEqual(12)
	expect(fr.map(({ id }) => id)).toEqual(en.map(({ id }) => id))
	expect(new Set(en.map(({ id }) => id)).size).toBe(en.length)
})

it.each([
	['not for profit', 'not-for-profit'],
	['one person one voice', 'one-person-one-voice'],
	['free software', 'free-software'],
	['personal data', 'personal-data'],
	['inclusion and no harassment', 'inclusion'],
	['mutual help', 'mutual-help'],
	['sobriety', 'sobriety'],
	['independence', 'independence'],
	['transparency of decisions and accounts', 'transparency'],
	['children and vulnerable people', 'protection'],
	['remote and on-site equality', 'remote-equality'],
	['how we decide about conflict', 'conflict'],
])('speak of %s', (_, id) => {
	expect(en.map((article) => article.id)).toContain(id)
})

describe.each([['en', en], ['fr', fr]])('in %s', (language, articles) => {
	it('together make a charter that the server takes', () => {
		const { text, left } = addArticles({ title: 'T', summary: [], body: '' }, articles)
		expect(charterText.safeParse(text).success).toBe(true)
		expect(left).toBe(0)
		expect(splitBody(text.body)).toHaveLength(articles.length + 1)
	})

	it.each(articles)('$id is one plain sentence and a full paragraph', ({ title, sentence, paragraph }) => {
		expect(title.length).toBeLessThan(60)
		expect(sentence).toMatch(/^\p{Lu}[^.!?\n]+\.$/u)
		expect(sentence.length).toBeLessThan(160)
		expect(paragraph).not.toContain('\n')
		expect(paragraph.split(/\s+/).length).toBeGreaterThan(60)
		if (language === 'fr') {
			// French writes a space that does not break before these, and its own apostrophe.
			expect(`${title} ${sentence} ${paragraph}`).not.toMatch(/'|[^\u202F\u00A0][;:!?»](?=\s|$)|«[^\u202F\u00A0]/)
		}
	})
})

it('fit regional languages, and say where there are none', async () => {
	expect(readyLanguage('fr_CA')).toBe('fr')
	expect(readyLanguage('de')).toBeUndefined()
	expect(readyLanguage('constructor')).toBeUndefined()
	expect(await loadArticles('de')).toEqual([])
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Two drafts that were written at once: no text gets lost unseen. */

import type { Side } from './conflict.ts'
import type { Draft } from './draft.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, merge } from './conflict.ts'
import { sameText } from './draft.ts'

const text = (title: string) => ({ title, summary: ['s'], body: 'b' })
function draft(texts: Record<string, string>, defaultLanguage = 'fr'): Draft {
	return {
		defaultLanguage,
		texts: Object.fromEntries(Object.entries(texts).map(([language, title]) => [language, text(title)])),
	}
}

describe('differences', () => {
	it('are found by language, with who has changed what', () => {
		const base = draft({ fr: 'a', en: 'a', de: 'a', eo: 'a' })
		const list = differences(base, draft({ fr: 'mine', en: 'mine', de: 'a', eo: 'a' }), draft({ fr: 'theirs', en: 'a', de: 'theirs', eo: 'a' }))
		expect(list.map(({ language, suggested }) => [language, suggested])).toEqual([['fr', undefined], ['en', 'mine'], ['de', 'theirs']])
	})

	it('are also texts that are only in one of the two', () => {
		const list = differences(draft({ fr: 'a' }), draft({ fr: 'a', en: 'new' }), draft({ fr: 'a', de: 'new' }))
		expect(list).toEqual([
			{ language: 'en', mine: text('new'), theirs: undefined, suggested: 'mine' },
			{ language: 'de', mine: undefined, theirs: text('new'), suggested: 'theirs' },
		])
	})

	it('are all texts where one of the two is gone', () => {
		expect(differences(draft({ fr: 'a' }), draft({ fr: 'b' }), null)).toEqual([{ language: 'fr', mine: text('b'), theirs: undefined, suggested: undefined }])
		expect(differences(null, null, null)).toEqual([])
	})
})

describe('merge', () => {
	it('takes what was chosen', () => {
		const merged = merge(draft({ fr: 'mine', en: 'same' }), draft({ fr: 'theirs', en: 'same', de: 'new' }, 'en'), { fr: 'mine', de: 'theirs' }, 'en')
		expect(merged).toEqual(draft({ fr: 'mine', en: 'same', de: 'new' }, 'en'))
	})

	it('may leave nothing, or another main language than wished', () => {
		expect(merge(draft({ fr: 'a' }), null, { fr: 'theirs' }, 'fr')).toBeNull()
		expect(merge(draft({ fr: 'a', en: 'b' }), draft({ en: 'b' }), { fr: 'theirs' }, 'fr')).toEqual(draft({ en: 'b' }, 'en'))
	})

	it('keeps each text of the chosen side, and no other', () => {
		const texts = fc.dictionary(fc.constantFrom('fr', 'en', 'de'), fc.constantFrom('a', 'b', 'c'))
		const sides = fc.constantFrom<Side>('mine', 'theirs')
		fc.assert(fc.property(texts, texts, texts, sides, sides, sides, (base, ours, others, fr, en, de) => {
			const [mine, theirs] = [draft(ours), draft(others)]
			const wished = { fr, en, de }
			const list = differences(draft(base), mine, theirs)
			const chosen = Object.fromEntries(list.map(({ language }) => [language, wished[language as 'fr']]))
			const merged = merge(mine, theirs, chosen, 'fr')
			for (const language of ['fr', 'en', 'de']) {
				const source = chosen[language] === 'theirs' ? theirs : mine
				const same = !(language in chosen)
				expect(sameText(merged?.texts[language], source.texts[language])).toBe(true)
				if (same) {
					expect(sameText(mine.texts[language], theirs.texts[language])).toBe(true)
				}
			}
		}))
	})
})

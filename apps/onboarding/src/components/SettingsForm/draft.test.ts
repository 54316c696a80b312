// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what the fields of the steps and words mean. */

import type { Draft } from './draft.ts'

import { describe, expect, it } from 'vitest'
import { settings } from '../../../contract.ts'
import { emptyTexts, readAddress, readDraft, toDraft } from './draft.ts'

const before = toDraft(settings.parse({ association: 'Les Amis', welcome: { oc: 'Benvenguda !', fr: 'Bienvenue !' } }))

function read(change: (draft: Draft) => void) {
	const draft = structuredClone(before)
	change(draft)
	return readDraft(draft, before)
}

describe('the draft', () => {
	it('offers French and English, and each language that has words', () => {
		expect(before.welcome).toEqual({ fr: 'Bienvenue !', en: '', oc: 'Benvenguda !' })
		expect(Object.keys(before.steps[0]!.texts)).toEqual(['fr', 'en'])
	})

	it('changes nothing for empty languages and spaces at the ends', () => {
		expect(read((draft) => {
			draft.association = ' Les Amis '
			draft.welcome.de = ' '
			draft.steps[0]!.texts.de = { title: ' ', sentence: '', reason: '', action: '' }
			draft.glossary.fr!.push({ word: '', meaning: ' ' })
		})).toEqual({ changes: {}, errors: {} })
	})

	it('sends all words of welcome when one of them has changed, and leaves out what was taken away', () => {
		expect(read((draft) => {
			draft.welcome.en = 'Welcome!\n'
			draft.welcome.oc = ''
		}).changes).toEqual({ welcome: { en: 'Welcome!', fr: 'Bienvenue !' } })
	})

	it('sends the steps in their order', () => {
		const { changes } = read((draft) => {
			draft.steps = [draft.steps[2]!, { id: 'own-forum', audience: { who: 'groups', groups: ['b', 'a'] }, texts: { ...emptyTexts(), fr: { title: 'Dire bonjour', sentence: ' Au forum. ', reason: '', action: '' } }, url: 'www.example.org' }]
		})
		expect(changes).toEqual({
			steps: [
				{ id: 'upload', audience: { who: 'everyone', groups: [] }, texts: {}, url: '' },
				{ id: 'own-forum', audience: { who: 'groups', groups: ['a', 'b'] }, texts: { fr: { title: 'Dire bonjour', sentence: 'Au forum.', reason: '', action: '' } }, url: 'https://www.example.org' },
			],
		})
		expect(settings.parse(changes)).toBeTruthy()
	})

	it('says where words are missing', () => {
		expect(Object.keys(read((draft) => {
			draft.steps[1]!.texts.en!.reason = 'Because.'
			draft.steps[2]!.audience = { who: 'groups', groups: [] }
			draft.steps.push({ id: 'own-x', audience: { who: 'everyone', groups: [] }, texts: emptyTexts(), url: '' })
			draft.glossary.fr!.push({ word: 'CA', meaning: '' })
		}).errors)).toEqual(['steps.1.texts.en.title', 'steps.1.texts.en.sentence', 'steps.2.audience', 'steps.8.texts.fr.title', 'glossary.fr.0.meaning'])
	})

	it('can empty a field', () => {
		expect(read((draft) => {
			draft.association = ''
		}).changes).toEqual({ association: '' })
	})
})

describe('an address', () => {
	it.each([
		['amina@example.org', 'mailto:amina@example.org'],
		[' www.example.org/x ', 'https://www.example.org/x'],
		['https://example.org', 'https://example.org'],
		['/apps/forms', '/apps/forms'],
		['', ''],
	])('%s leads to %s', (text, address) => expect(readAddress(text)).toBe(address))
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what the fields of the settings form mean. */

import { describe, expect, it } from 'vitest'
import { readDraft, toDraft } from './draft.ts'

const before = toDraft({ association: 'Les Amis', welcome: { oc: 'Benvenguda !', fr: 'Bienvenue !' }, contact: '' })

describe('toDraft', () => {
	it('offers French and English, and each language that has words', () => {
		expect(before.welcome).toEqual({ fr: 'Bienvenue !', en: '', oc: 'Benvenguda !' })
	})
})

describe('readDraft', () => {
	it('changes nothing for empty languages and spaces at the ends', () => {
		const draft = { association: ' Les Amis ', welcome: { ...before.welcome, de: ' ' }, contact: ' ' }
		expect(readDraft(draft, before)).toEqual({ changes: {}, errors: {} })
	})

	it('sends all words of welcome when one of them has changed', () => {
		expect(readDraft({ ...before, welcome: { ...before.welcome, en: 'Welcome!\n' } }, before).changes).toEqual({
			welcome: { en: 'Welcome!', fr: 'Bienvenue !', oc: 'Benvenguda !' },
		})
	})

	it('leaves out a language whose words were taken away', () => {
		expect(readDraft({ ...before, welcome: { ...before.welcome, oc: '' } }, before).changes).toEqual({ welcome: { fr: 'Bienvenue !' } })
	})

	it('can empty a field', () => {
		expect(readDraft({ ...before, association: '' }, before).changes).toEqual({ association: '' })
	})
})

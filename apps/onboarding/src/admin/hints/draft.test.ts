// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what the fields of the lines about apps mean. */

import { describe, expect, it } from 'vitest'
import { readHints, toHintDraft, untouched } from './draft.ts'

const before = toHintDraft({ hints: true, hintTexts: { deck: { fr: 'Qui fait quoi' }, spreed: {} } })
function draft(change: (draft: typeof before) => void) {
	const copy = structuredClone(before)
	change(copy)
	return readHints(copy, before)
}

describe('the lines about apps', () => {
	it('are the built-in ones, one\'s own, or none', () => {
		expect(before.hintTexts).toEqual({ deck: { kind: 'own', texts: { en: '', fr: 'Qui fait quoi' } }, spreed: { kind: 'none', texts: { en: '', fr: '' } } })
	})

	it('change nothing untouched, or where somebody has looked at the built-in one', () => {
		expect(draft((fields) => {
			fields.hintTexts.files = untouched()
		})).toEqual({ changes: {}, errors: {} })
	})

	it('are sent together', () => {
		expect(draft((fields) => {
			fields.hints = false
			fields.hintTexts.spreed!.kind = 'built-in'
			fields.hintTexts.files = { kind: 'none', texts: {} }
			fields.hintTexts.deck!.texts.en = ' Who does what '
		})).toEqual({ changes: { hints: false, hintTexts: { deck: { en: 'Who does what', fr: 'Qui fait quoi' }, files: {} } }, errors: {} })
	})

	it('of one\'s own have words', () => {
		expect(draft((fields) => {
			fields.hintTexts.deck!.texts.fr = ' '
		}).errors).toHaveProperty(['hintTexts.deck'])
	})
})

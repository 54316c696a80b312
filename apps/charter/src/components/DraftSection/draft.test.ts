// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Drafts, compared and completed. */

import type { Version } from '../../../contract.ts'

import { describe, expect, it } from 'vitest'
import { draftOf, emptyDraft, emptyText, firstGap, isWritten, sameDraft, tidy } from './draft.ts'

const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 2,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: 'Corps' } },
	hashes: { fr: 'a'.repeat(64) },
	publishedAt: 1,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 3,
}

it('draftOf begins with a version, without touching it', () => {
	const draft = draftOf(version)
	expect(draft).toEqual({ defaultLanguage: 'fr', texts: version.texts })
	draft.texts.fr!.summary.push('Deux.')
	expect(version.texts.fr!.summary).toEqual(['Un.'])
})

it('emptyDraft begins with three empty sentences', () => {
	expect(emptyDraft('de')).toEqual({ defaultLanguage: 'de', texts: { de: { title: '', summary: ['', '', ''], body: '' } } })
})

describe('sameDraft', () => {
	const a = { title: 'A', summary: ['a'], body: '' }
	const b = { title: 'B', summary: [], body: 'b' }

	it.each([
		[null, null, true],
		[null, { defaultLanguage: 'fr', texts: {} }, false],
		[{ defaultLanguage: 'fr', texts: { fr: a, en: b } }, { defaultLanguage: 'fr', texts: { en: b, fr: a } }, true],
		[{ defaultLanguage: 'fr', texts: { fr: a, en: b } }, { defaultLanguage: 'en', texts: { fr: a, en: b } }, false],
		[{ defaultLanguage: 'fr', texts: { fr: a } }, { defaultLanguage: 'fr', texts: { fr: a, en: b } }, false],
		[{ defaultLanguage: 'fr', texts: { fr: a } }, { defaultLanguage: 'fr', texts: { fr: { body: '', summary: ['a'], title: 'A' } } }, true],
		[{ defaultLanguage: 'fr', texts: { fr: a } }, { defaultLanguage: 'fr', texts: { fr: { ...a, summary: ['a', ''] } } }, false],
	])('%j and %j: %s', (one, other, same) => {
		expect(sameDraft(one, other)).toBe(same)
		expect(sameDraft(other, one)).toBe(same)
	})
})

describe('tidy', () => {
	it.each([
		[['a', ' ', 'b', ''], ['a', 'b']],
		[['', ''], ['']],
	])('makes of the sentences %j %j', (summary, expected) => {
		const draft = { defaultLanguage: 'fr', texts: { fr: { title: '', summary, body: '' } } }
		tidy(draft)
		expect(draft.texts.fr.summary).toEqual(expected)
	})
})

it('isWritten', () => {
	expect(isWritten(emptyText())).toBe(false)
	expect(isWritten({ ...emptyText(), summary: [' ', 'x'] })).toBe(true)
})

describe('firstGap', () => {
	const whole = { title: 'T', summary: ['a'], body: 'b' }

	it.each([
		[{ fr: whole }, undefined],
		[{ fr: { ...whole, title: ' ' } }, 'texts.fr.title'],
		[{ fr: { ...whole, summary: [''] } }, 'texts.fr.summary.0'],
		[{ fr: { ...whole, body: '\n' } }, 'texts.fr.body'],
		[{ en: emptyText(), fr: { ...whole, body: '' } }, 'texts.fr.body'],
		[{ en: emptyText(), fr: whole }, 'texts.en.title'],
	])('in %j is %s', (texts, gap) => {
		expect(firstGap({ defaultLanguage: 'fr', texts })).toBe(gap)
	})
})

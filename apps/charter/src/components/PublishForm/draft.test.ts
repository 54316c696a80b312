// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Drafts and what becomes of them. */

import type { Version } from '../../../contract.ts'

import { describe, expect, it } from 'vitest'
import { draftOf, emptyText, firstGap, isWritten, tidy, toPublication } from './draft.ts'

const version: Version = {
	id: 3,
	number: 2,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: 'Corps' } },
	hashes: { fr: 'a'.repeat(64) },
	publishedAt: 1,
}

describe('draftOf', () => {
	it('begins with the charter in force, without touching it', () => {
		const draft = draftOf(version, 'en')
		expect(draft).toEqual({ defaultLanguage: 'fr', texts: version.texts })
		draft.texts.fr!.summary.push('Deux.')
		expect(version.texts.fr!.summary).toEqual(['Un.'])
	})

	it('begins with three empty sentences in the language of the page', () => {
		expect(draftOf(null, 'de')).toEqual({ defaultLanguage: 'de', texts: { de: { title: '', summary: ['', '', ''], body: '' } } })
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

it('toPublication trims, and keeps every language', () => {
	expect(toPublication({ defaultLanguage: 'fr', texts: { fr: { title: ' T ', summary: [' a\n b '], body: 'b\n' }, en: { title: '', summary: [''], body: '' } } }, 7)).toEqual({
		defaultLanguage: 'fr',
		texts: { fr: { title: 'T', summary: ['a b'], body: 'b' }, en: { title: '', summary: [''], body: '' } },
		after: 7,
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

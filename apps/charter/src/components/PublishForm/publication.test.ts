// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The terms of a publication: what is sent, and what is said about it. */

import { beforeEach, describe, expect, it } from 'vitest'
import { faultOf, meaningOf, termsOf, toPublication } from './publication.ts'

const base = termsOf(null)
const draft = { defaultLanguage: 'fr', texts: { fr: { title: ' T ', summary: [' a\n b '], body: 'b\n' }, en: { title: '', summary: [''], body: '' } } }

beforeEach(() => {
	document.documentElement.lang = 'en'
})

it('termsOf begins with those of the charter in force, but for new content', () => {
	expect(base).toEqual({ kind: 'substantive', mode: 'ask', days: '', who: 'everyone', groups: [], notes: {} })
	const version = { id: 1, owner: 'association', ownerName: '', number: 1, defaultLanguage: 'fr', texts: {}, hashes: {}, publishedAt: 1, kind: 'editorial', mode: 'require', deadline: 9, audience: { who: 'only', groups: ['a'] }, changeNote: {}, asks: 1 } as const
	expect(termsOf({ ...version, audience: { who: 'only', groups: ['a'] } })).toEqual({ kind: 'substantive', mode: 'require', days: '14', who: 'only', groups: ['a'], notes: {} })
})

describe('toPublication', () => {
	it('trims, keeps every language, and leaves out empty notes', () => {
		expect(toPublication(draft, { ...base, mode: 'require', days: ' 14 ', who: 'only', groups: ['a'], notes: { fr: ' Nouveau. ', en: ' ', de: 'gone' } }, 7)).toEqual({
			defaultLanguage: 'fr',
			texts: { fr: { title: 'T', summary: ['a b'], body: 'b' }, en: { title: '', summary: [''], body: '' } },
			after: 7,
			kind: 'substantive',
			mode: 'require',
			deadlineDays: 14,
			audience: { who: 'only', groups: ['a'] },
			changeNote: { fr: 'Nouveau.' },
		})
	})

	it('sends no deadline where nobody is asked, no groups where all are meant, no note to a first charter', () => {
		expect(toPublication(draft, { ...base, mode: 'inform', days: '3', groups: ['a'], notes: { fr: 'x' } }, 0)).toMatchObject({ deadlineDays: null, audience: { who: 'everyone', groups: [] }, changeNote: {} })
	})

	it('leaves the terms as they are where only the wording changes', () => {
		expect(Object.keys(toPublication(draft, { ...base, kind: 'editorial', days: '3' }, 7)).sort()).toEqual(['after', 'changeNote', 'defaultLanguage', 'kind', 'texts'])
	})
})

describe('faultOf', () => {
	it.each([
		[{}, undefined],
		[{ days: '14' }, undefined],
		[{ days: 'soon' }, 'deadlineDays'],
		[{ days: '-1' }, 'deadlineDays'],
		[{ mode: 'require' }, 'deadlineDays'],
		[{ mode: 'inform', days: 'soon' }, undefined],
		[{ who: 'only' }, 'audience.groups'],
		[{ who: 'except', groups: ['a'] }, undefined],
		[{ kind: 'editorial', mode: 'require', days: '', who: 'only' }, undefined],
	] as const)('of %j is in %s', (terms, field) => {
		expect(faultOf({ ...base, ...terms, groups: 'groups' in terms ? [...terms.groups] : [] })?.field).toBe(field)
	})
})

describe('meaningOf', () => {
	const names = new Map([['b', 'Office'], ['j', 'Gardens']])

	it.each([
		[{}, 'On their next page, “T” asks all members to accept or to decline, as often as they choose “Later”.'],
		[{ days: '1' }, 'On their next page, “T” asks all members to accept or to decline within one day.'],
		[{ days: '14', who: 'only', groups: ['b', 'j'] }, 'On their next page, “T” asks the members of Office and Gardens to accept or to decline within 14 days.'],
		[{ mode: 'require', days: '30', who: 'except', groups: ['gone'] }, 'On their next page, “T” asks all members but those of gone to accept or to decline; after 30 days it cannot be put off any more.'],
		[{ mode: 'inform', days: '30' }, 'A notification leads all members to “T”; nobody has to answer.'],
		[{ kind: 'editorial', mode: 'require' }, 'Nobody is asked again: the answers given so far go on counting, and “T” is read in the new wording from now on.'],
	] as const)('%j: %s', (terms, sentence) => {
		expect(meaningOf('T', { ...base, ...terms, groups: 'groups' in terms ? [...terms.groups] : [] }, names)).toBe(sentence)
	})
})

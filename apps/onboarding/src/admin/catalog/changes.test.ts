// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests telling what has changed in the host's catalog. */

import type { Catalog, PlannedStep } from '../../../contract.ts'

import { describe, expect, it } from 'vitest'
import { BUILT_IN_PLAN } from '../edit/builtIn.ts'
import { changesOf } from './changes.ts'

const words = (title: string) => ({ title, sentence: 'Do it.', reason: '', action: '' })
const own = (rest: Partial<PlannedStep> = {}): PlannedStep => ({ id: 'own-forum', audience: { who: 'everyone', groups: [] }, texts: { en: words('Say hello') }, url: '', ...rest })
const told = (before: Catalog | null, after: Catalog) => changesOf(before, after, BUILT_IN_PLAN).map(({ part, kind, subject, language, before: was, after: is }) => [part, kind, subject, language, was, is])

describe('changesOf', () => {
	it('tells nothing where nothing has changed', () => {
		const catalog: Catalog = { welcome: { en: 'Hello' }, steps: [own()], hintTexts: { deck: { en: 'x' } }, glossary: { en: [{ word: 'a', meaning: 'b' }] } }
		expect(told(catalog, structuredClone(catalog))).toEqual([])
		expect(told(null, {})).toEqual([])
		expect(told(null, { steps: [...BUILT_IN_PLAN] })).toEqual([])
	})

	it('tells texts of welcome by language', () => {
		expect(told({ welcome: { en: 'Hello', de: 'Hallo' } }, { welcome: { en: 'Hi', fr: 'Salut' } })).toEqual([
			['welcome', 'removed', '', 'de', 'Hallo', ''],
			['welcome', 'changed', '', 'en', 'Hello', 'Hi'],
			['welcome', 'added', '', 'fr', '', 'Salut'],
		])
	})

	it('tells steps that came, went and changed', () => {
		const [picture, ...others] = BUILT_IN_PLAN
		expect(told(null, { steps: [...others, own()] })).toEqual([['steps', 'removed', 'picture', '', '', ''], ['steps', 'added', 'own-forum', '', '', '']])
		expect(told({ steps: [own()] }, { steps: [own({ texts: { en: words('Say hi') }, url: '/x', audience: { who: 'groups', groups: ['board'] } })] })).toEqual([
			['steps', 'changed', 'own-forum', 'en', 'Say hello · Do it.', 'Say hi · Do it.'],
			['steps', 'changed', 'own-forum', '', 'Everybody', 'Only for: board'],
			['steps', 'changed', 'own-forum', '', '', '/x'],
		])
		expect(told({ steps: [picture!, own()] }, { steps: [own(), picture!] })).toEqual([['steps', 'moved', 'own-forum', '', '', '']])
	})

	it('tells lines about apps, and that one was taken away', () => {
		expect(told({ hintTexts: { deck: { en: 'x' } } }, { hintTexts: { deck: { en: 'y' }, talk: {} } })).toEqual([
			['hintTexts', 'changed', 'deck', 'en', 'x', 'y'],
			['hintTexts', 'removed', 'talk', '', '', ''],
		])
	})

	it('tells words of the glossary', () => {
		expect(told({ glossary: { en: [{ word: 'CA', meaning: 'board' }, { word: 'old', meaning: 'x' }] } }, { glossary: { en: [{ word: 'CA', meaning: 'the board' }, { word: 'new', meaning: 'y' }] } })).toEqual([
			['glossary', 'changed', 'CA', 'en', 'board', 'the board'],
			['glossary', 'removed', 'old', 'en', 'x', ''],
			['glossary', 'added', 'new', 'en', '', 'y'],
		])
	})
})

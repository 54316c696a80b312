// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Texts that made room for others. */

import { beforeEach, expect, it, vi } from 'vitest'
import { emptyText } from './draft.ts'
import { useSetAside } from './useSetAside.ts'

const text = (title: string) => ({ title, summary: ['s'], body: 'b' })

beforeEach(() => localStorage.clear())

it('are kept in the browser, the newest first, each once, empty ones not at all', () => {
	const { add, list } = useSetAside()
	add('fr', text('a'))
	add('fr', text('b'))
	add('fr', text('a'))
	add('en', emptyText())
	add('en', undefined)
	expect(list.value.map((one) => one.text.title)).toEqual(['b', 'a'])
	expect(useSetAside().list.value).toEqual(list.value)
})

it('are what is no longer in a draft', () => {
	const { addReplaced, list } = useSetAside()
	addReplaced({ defaultLanguage: 'fr', texts: { fr: text('a'), en: text('b') } }, { defaultLanguage: 'fr', texts: { fr: text('a') } })
	expect(list.value.map(({ language }) => language)).toEqual(['en'])
	addReplaced(null, null)
	expect(list.value).toHaveLength(1)
})

it('are not kept for ever, and can be deleted', () => {
	const { add, remove, list } = useSetAside()
	Array.from({ length: 25 }, (_, index) => add('fr', text(String(index))))
	expect(list.value).toHaveLength(20)
	remove(list.value[0]!)
	expect(useSetAside().list.value).toHaveLength(19)
})

it.each([['no JSON'], ['{}'], ['[1, null, {"language": "fr"}, {"language": "fr", "at": 1, "text": {"title": "t", "body": "b", "summary": [1]}}]']])('are none where the browser has kept %s', (kept) => {
	localStorage.setItem('ensemble_charter.set-aside', kept)
	expect(useSetAside().list.value).toEqual([])
})

it('stay on the screen where the browser keeps nothing', () => {
	const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
		throw new Error('full')
	})
	const { add, list } = useSetAside()
	add('fr', text('a'))
	expect(list.value).toHaveLength(1)
	refuse.mockRestore()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the usual tools lead to the apps that a space has. */

import type { OpenApp } from '../../contract.ts'

import { describe, expect, it } from 'vitest'
import { kinds, search, waysOf } from './tools.ts'

const all = kinds()
const apps = (...ids: string[]): OpenApp[] => ids.map((id) => ({ id, name: id, url: `/apps/${id}/` }))
const ways = (kind: string, opened: string[], enabled: string[] = opened) => waysOf(all.find(({ id }) => id === kind)!, apps(...opened), enabled).map(({ app }) => app.id)

describe('kinds', () => {
	it('covers what people ask for', () => {
		expect(all.filter(({ expected }) => expected).map(({ id }) => id)).toEqual(expect.arrayContaining(['documents', 'sheets', 'forms', 'polls', 'kanban', 'chat', 'video', 'lists', 'photos', 'notes']))
	})

	it('names each kind once, and says how for each app', () => {
		expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
		expect(all.every(({ names, ways }) => names.length > 1 && ways.every(({ how }) => how.length > 10))).toBe(true)
	})
})

describe('waysOf', () => {
	it.each([
		['kanban', ['files', 'deck'], ['deck']],
		['kanban', ['files'], []],
		['video', ['spreed'], ['spreed']],
		['lists', ['tasks', 'deck'], ['tasks', 'deck']],
		['documents', ['files'], ['files']],
		['documents', ['files', 'office'], ['office']],
		['photos', ['files', 'photos'], ['photos']],
		['photos', ['files'], ['files']],
		['sheets', ['files'], []],
		['sheets', ['files', 'tables'], ['tables']],
	])('%s with %j: %j', (kind, opened, found) => {
		expect(ways(kind, opened)).toEqual(found)
	})

	it('knows office apps without a place in the bar at the top: they open in Files', () => {
		expect(ways('sheets', ['files'], ['files', 'richdocuments'])).toEqual(['files'])
	})
})

describe('search', () => {
	it.each([
		['trello', ['kanban']],
		[' Google  forms', ['forms']],
		['WHATSAPP', ['chat']],
		['votíng', ['polls']],
		['no such tool', []],
	])('finds %j', (text, found) => {
		expect(search(all, text).map(({ id }) => id)).toEqual(found)
	})

	it('finds all for nothing', () => {
		expect(search(all, ' ')).toHaveLength(all.length)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** A comparison, as it is seen and as it is heard. */

import type { Version } from '../../../contract.ts'

import { attacks } from '@ensemble/shared/markdown/attacks'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import TextDiff from './TextDiff.vue'

afterEach(cleanup)

function version(id: number, body: string, title = 'Charter'): Version {
	return {
		id,
		owner: 'association',
		ownerName: '',
		number: id,
		defaultLanguage: 'en',
		texts: { en: { title, summary: ['One.'], body } },
		hashes: {},
		publishedAt: 1,
		kind: 'substantive',
		mode: 'ask',
		deadline: null,
		audience: { who: 'everyone', groups: [] },
		changeNote: {},
		asks: id,
	}
}

function show(before: string, after: string, more: object = {}) {
	return render(TextDiff, { props: { older: version(1, before), newer: version(2, after), language: 'en', brief: true, ...more } })
}

/** The text as a screen reader reads it. */
const heard = () => [...document.querySelectorAll('section p, section li')].map((line) => line.textContent!.trim().replace(/\s+/g, ' '))

it('is heard with what is gone, what has come, and where the rest goes on', () => {
	show('We meet every week in the hall.', 'We meet every month in the hall.')
	expect(heard()).toEqual(['We meet every removed: week added: month unchanged: in the hall.'])
})

it('announces no full stop', () => {
	show('We meet every week.', 'We meet every month.')
	expect(heard()).toEqual(['We meet every removed: week added: month.'])
})

it('says what nobody could see or hear', () => {
	show('We meet every week. All are welcome.', 'We meet every week.\n\nAll are welcome.')
	expect(heard()).toEqual(['We meet every week. removed: a space added: a new line ¶'])
})

it('says where it leaves something out', () => {
	show('One.\n\nTwo.\n\nThree.', '1.\n\nTwo.\n\n3.')
	expect(heard()).toEqual(['removed: One added: 1.', '… Unchanged text is left out here.', 'removed: Three added: 3.'])
})

it('says so where nothing has changed, and shows nothing or all', async () => {
	const { rerender } = show('One.', 'One.')
	expect(screen.getByText('Nothing has changed in this language: English.')).toBeTruthy()
	expect(heard()).toEqual([])
	await rerender({ brief: false })
	expect(heard()).toEqual(['Charter', 'One.', 'One.'])
})

it.each([
	['neither', 'de', /^Neither of the two is written in this language: Deutsch/],
	['the later one only', 'fr', /^The earlier one is not written in this language: Français/],
])('%s is written in the language', (_name, language, words) => {
	const newer = version(2, 'x')
	newer.texts.fr = newer.texts.en!
	show('x', 'x', { newer, language })
	expect(screen.getByText(words)).toBeTruthy()
	expect(heard()).toEqual([])
})

it('reads the text in its own language, and its own words in that of the page', () => {
	show('We meet every week.', 'We meet every month.', { language: 'en' })
	expect(document.querySelector('section [lang=en] .hidden-text')?.getAttribute('lang')).toBe('en')
})

it('shows attacks as they are written', () => {
	for (const attack of attacks) {
		render(TextDiff, { props: { older: version(1, attack, attack), newer: version(2, `${attack} more`, `More ${attack}`), language: 'en', brief: false } })
		expect([...new Set([...document.querySelectorAll('.text-diff *')].map(({ localName }) => localName))].filter((name) => !['p', 'ins', 'del', 'section', 'h3', 'div', 'ul', 'li', 'span'].includes(name))).toEqual([])
		cleanup()
	}
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Texts as lists of articles: nothing gets lost on the way. */

import type { Article } from '../articles/ready.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addArticles, headingOf, joinBody, movePiece, presentTitles, removePiece, splitBody, textOf, writePiece } from './compose.ts'

const article = (id: string): Article => ({ id, title: `Title ${id}`, sentence: `Sentence ${id}.`, paragraph: `Paragraph ${id}.` })
const [a, b, c] = ['a', 'b', 'c'].map(article) as [Article, Article, Article]
const empty = { title: '', summary: ['', '', ''], body: '' }

/** Markdown as people and machines may write it. */
const line = fc.oneof(fc.string(), fc.constantFrom('# One', '## Two', '### Three', '##', '#hash', '```', '~~~~', '```js', '   ## Indented', '## Closed ##', 'Text\r', ''))
const markdown = fc.array(line, { maxLength: 30 }).chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))

describe('splitBody', () => {
	it('loses nothing, whatever is written', () => {
		fc.assert(fc.property(markdown, (body) => {
			expect(splitBody(body).join('')).toBe(body)
		}))
	})

	it.each([
		['', ['']],
		['Before', ['Before']],
		['## A', ['', '## A']],
		['Before\n\n# A\ntext\n## B\n### still B', ['Before\n\n', '# A\ntext\n', '## B\n### still B']],
		['## A\n```\n## no heading\n```\n## B', ['', '## A\n```\n## no heading\n```\n', '## B']],
		['## A\n~~~ md\n```\n## no\n~~~\n## B', ['', '## A\n~~~ md\n```\n## no\n~~~\n', '## B']],
		['``` a`b\n## B', ['``` a`b\n', '## B']],
		['#hash\n    ## code', ['#hash\n    ## code']],
	])('%j', (body, pieces) => {
		expect(splitBody(body)).toEqual(pieces)
	})
})

describe('a piece', () => {
	it.each([
		['## One', 'One', ''],
		['# One ##\r\n\r\ntext\n', 'One', 'text'],
		['##\n\na\n\nb\n\n', '', 'a\n\nb'],
	])('%j has the heading %j and the text %j', (piece, heading, text) => {
		expect(headingOf(piece)).toBe(heading)
		expect(textOf(piece)).toBe(text)
	})

	it('is written as it is read', () => {
		expect(writePiece(' A\n b ', '\ntext \n')).toBe('## A b\n\ntext')
		expect(writePiece('', '')).toBe('##')
		expect(splitBody(writePiece('', ''))).toHaveLength(2)
	})
})

it('joinBody keeps what is written, with one empty line between', () => {
	expect(joinBody(['', '## A\n\n\n', '## B'])).toBe('## A\n\n## B')
})

describe('addArticles', () => {
	it('makes the summary of their sentences and the text of the rest, in their order', () => {
		expect(addArticles(empty, [b, a])).toEqual({
			text: { title: '', summary: ['Sentence b.', 'Sentence a.'], body: '## Title b\n\nParagraph b.\n\n## Title a\n\nParagraph a.' },
			left: 0,
		})
	})

	it('adds to what is there, nothing twice', () => {
		const { text } = addArticles({ title: 'T', summary: ['Own.'], body: 'Before\n' }, [a])
		expect(text).toEqual({ title: 'T', summary: ['Own.', 'Sentence a.'], body: 'Before\n\n## Title a\n\nParagraph a.' })
		expect(addArticles(text, [a]).text).toEqual(text)
	})

	it('says how many sentences found no room', () => {
		const { text, left } = addArticles({ ...empty, summary: Array.from({ length: 19 }, (_, n) => `${n}`) }, [a, b, c])
		expect(text.summary).toHaveLength(20)
		expect(left).toBe(2)
		expect(presentTitles(text.body)).toEqual(new Set(['Title a', 'Title b', 'Title c']))
	})
})

describe('movePiece', () => {
	const { text } = addArticles({ ...empty, summary: ['Own.'] }, [a, b, c])

	it('takes the sentence along; own sentences keep their places', () => {
		const moved = movePiece(text, 3, 1, [a, b, c])
		expect(splitBody(moved.body).slice(1).map(headingOf)).toEqual(['Title c', 'Title a', 'Title b'])
		expect(moved.summary).toEqual(['Own.', 'Sentence c.', 'Sentence a.', 'Sentence b.'])
		expect(movePiece(moved, 1, 3, [a, b, c])).toEqual(text)
	})

	it('leaves a sentence alone that somebody has changed', () => {
		const changed = { ...text, summary: ['Own.', 'Sentence a.', 'Mine b.', 'Sentence c.'] }
		expect(movePiece(changed, 3, 1, [a, b, c]).summary).toEqual(['Own.', 'Sentence c.', 'Mine b.', 'Sentence a.'])
	})

	it('loses no piece, whatever is written', () => {
		fc.assert(fc.property(markdown, fc.nat(9), fc.nat(9), (body, from, to) => {
			const moved = movePiece({ ...empty, body }, from + 1, to + 1, [])
			const bare = (written: string) => written.split(/\s+/).filter(Boolean).sort()
			expect(bare(moved.body)).toEqual(bare(body))
		}))
	})
})

it('removePiece takes the sentence of a ready article along, and no other', () => {
	const { text } = addArticles(empty, [a, b])
	expect(removePiece(text, 1, [a, b])).toEqual({ title: '', summary: ['Sentence b.'], body: '## Title b\n\nParagraph b.' })
	expect(removePiece(text, 1, [])).toEqual({ ...text, body: '## Title b\n\nParagraph b.' })
	expect(removePiece({ ...empty, summary: ['Sentence a.'], body: '## Title a' }, 1, [a])).toEqual({ title: '', summary: [''], body: '' })
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Comparing texts: whatever the texts are, both can be read off the result; and it reads as a person would say it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './diff.ts'

/** As [-gone-] and {+come+}. */
function written(before: string, after: string): string {
	return diffWords(before, after).map(({ kind, text }) => kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`).join('')
}

function readOff(before: string, after: string, kind: 'added' | 'removed') {
	return diffWords(before, after)
		.filter((piece) => piece.kind === 'same' || piece.kind === kind).map(({ text }) => text).join('')
}

/** Texts that have much in common: few words, line ends of all kinds, marks, other scripts. */
const word = fc.constantFrom('we', 'share', 'the', 'garden', 'é', 'e\u0301', '🌻', '👩‍👩‍👧', '中文字', 'ไทย', 'שלום', '.', ',', '# ', '- ', '\u2028', '\uD83D')
const space = fc.constantFrom(' ', '  ', '\n', '\n\n', '\r\n', '\t', '')
const text = fc.array(fc.tuple(word, space), { maxLength: 60 }).map((list) => list.flat().join(''))
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 80 }))

describe('whatever the texts are', () => {
	it('both can be read off the result', () => {
		fc.assert(fc.property(anyText, anyText, (before, after) => {
			expect(readOff(before, after, 'removed')).toBe(before)
			expect(readOff(before, after, 'added')).toBe(after)
		}), { numRuns: 2000 })
	})

	it('no piece is empty, and neighbours differ, what is gone before what came', () => {
		fc.assert(fc.property(anyText, anyText, (before, after) => {
			const pieces = diffWords(before, after)
			const order = { same: '[ra]', removed: '[sa]', added: 's' }
			pieces.forEach(({ kind, text }, index) => {
				expect(text).not.toBe('')
				const next = pieces[index + 1]?.kind
				if (next) {
					expect(next[0]).toMatch(new RegExp(order[kind]))
				}
			})
		}), { numRuns: 1000 })
	})

	it('a text is the same as itself', () => {
		fc.assert(fc.property(anyText, (same) => {
			expect(diffWords(same, same)).toEqual(same ? [{ kind: 'same', text: same }] : [])
		}))
	})

	it('a paragraph put between others is all that has changed', () => {
		const paragraph = fc.array(fc.constantFrom('we', 'share', 'the', 'garden'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
		fc.assert(fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), fc.nat(), (paragraphs, place) => {
			const more = paragraphs.toSpliced(place % paragraphs.length, 0, 'An entirely new one.')
			const result = diffWords(paragraphs.join('\n\n'), more.join('\n\n'))
			expect(result.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'An entirely new one.\n\n' }])
		}))
	})
})

describe('a person can follow it', () => {
	it.each([
		['a word replaced', 'We meet every week.', 'We meet every month.', 'We meet every [-week-]{+month+}.'],
		['a word more', 'We meet in spring.', 'We meet again in spring.', 'We meet {+again +}in spring.'],
		['words at the end', 'We meet.', 'We meet. All are welcome.', 'We meet.{+ All are welcome.+}'],
		['a word gone before a full stop', 'We share all tools.', 'We share all.', 'We share all[- tools-].'],
		['an elision', 'Les outils de l\'équipe.', 'Les outils de l\'association.', 'Les outils de l\'[-équipe-]{+association+}.'],
		['accents', 'Une réunion', 'Une réunions', 'Une [-réunion-]{+réunions+}'],
		['two neighbours', 'We share big red tools here.', 'We share small blue tools here.', 'We share [-big red-]{+small blue+} tools here.'],
		['an island', 'Bring large ladders and heavy hammers to us at noon.', 'Bring small flowers and light gloves to us at noon.', 'Bring [-large ladders and heavy hammers-]{+small flowers and light gloves+} to us at noon.'],
		['signs of scripts without spaces', '我们分享工具。', '我们共享工具。', '我们[-分-]{+共+}享工具。'],
		['a paragraph replaced', 'One.\n\nWe never smoke in the barn.\n\nThree.', 'One.\n\nDogs wait outside, please!\n\nThree.', 'One.\n\n[-We never smoke in the barn.-]{+Dogs wait outside, please!+}\n\nThree.'],
		['a paragraph at the end', 'One.', 'One.\n\nTwo.', 'One.{+\n\nTwo.+}'],
		['a paragraph cut in two', 'One. Two.', 'One.\n\nTwo.', 'One.[- -]{+\n\n+}Two.'],
		['everything', 'Before', 'After', '[-Before-]{+After+}'],
		['nothing there before', '', 'New', '{+New+}'],
		['nothing left', 'Old', '', '[-Old-]'],
	])('%s', (_name, before, after, expected) => {
		expect(written(before, after)).toBe(expected)
	})
})

describe('the longest texts there can be, 60,000 characters', () => {
	/** The same every time, and like a text: frequent and rare words, paragraphs. */
	function longText(seed: number): string {
		let state = seed
		const random = () => (state = (state * 48271) % 2147483647) / 2147483647
		let made = ''
		while (made.length < 60_000) {
			made += `word${Math.floor(random() ** 3 * 3000)}${random() < 0.02 ? '.\n\n' : ' '}`
		}
		return made.slice(0, 60_000)
	}
	const sprinkled = (text: string) => text.split(' ').map((word, index) => index % 40 === 7 ? 'changed' : word).join(' ')
	const cases: Array<[string, string, string]> = [
		['a few words changed', longText(7), longText(7).replaceAll('word1 ', 'else ')],
		['a word changed in every sentence', longText(7), sprinkled(longText(7))],
		['another text', longText(7), longText(8)],
		['nothing alike', 'a '.repeat(30_000), 'b '.repeat(30_000)],
		['the same few words in another order', 'a b c '.repeat(10_000), 'c a b b '.repeat(7500)],
		['line ends only', '\n'.repeat(60_000), '\n'.repeat(59_000)],
		['a sign a line', 'a\n'.repeat(30_000), 'b\na\n'.repeat(15_000)],
		['one long paragraph without spaces', '中文字'.repeat(20_000), '文字中'.repeat(20_000)],
	]

	it.each(cases)('%s', (_name, before, after) => {
		// Milliseconds of this process alone: other work on the machine must not count.
		const times = [1, 2, 3].map(() => {
			const start = process.cpuUsage()
			diffWords(before, after)
			const { user, system } = process.cpuUsage(start)
			return (user + system) / 1000
		})
		expect(Math.min(...times)).toBeLessThan(200)
		expect(readOff(before, after, 'removed')).toBe(before)
		expect(readOff(before, after, 'added')).toBe(after)
	})
})

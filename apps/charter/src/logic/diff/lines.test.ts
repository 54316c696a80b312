// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A comparison as lines. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, onlyChanges } from './lines.ts'

/** As #heading, *item, with [-gone-] and {+come+}. */
function written(before: string, after: string): string[] {
	const sign = { heading: '#', item: '*', text: '' }
	return diffLines(before, after).map(({ shape, pieces }) => sign[shape] + pieces.map(({ kind, text }) => kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`).join(''))
}

describe('lines', () => {
	it.each([
		['headings, items, paragraphs', '## Aim\n\n- a tool\n\nWords', '## Aims\n\n- a good tool\n\nWords', ['#[-Aim-]{+Aims+}', '*a {+good +}tool', 'Words']],
		['a heading that is new', 'One.', '# New\n\nOne.', ['#{+New+}', 'One.']],
		['a heading of another rank', '## Aim', '### Aim', ['#{+#+}# Aim']],
		['a heading that became a paragraph', '# Aim', 'Aim', ['[-# -]Aim']],
		['a line end put in', 'One. Two.', 'One.\n\nTwo.', ['One.[- -]{+\n+}', 'Two.']],
		['a line end taken out', 'One.\n\nTwo.', 'One. Two.', ['One.[-\n-]{+ +}Two.']],
		['paragraphs taken out', 'One.\n\nTwo.\n\nThree.\n\nFour.', 'One.\n\nFour.', ['One.', '[-Two.-]', '[-Three.-]', 'Four.']],
		['words in the place of the rest of a line and of the line below', 'One.\nEvery voice counts.\nOur data stays here.', 'One.\nEvery voice is heard.', ['One.', 'Every voice [-counts.-]{+is heard.+}', '[-Our data stays here.-]']],
		['the same with more below', 'Every voice counts.\nOur data stays here.\nWe share.', 'Every voice is heard.\nWe share.', ['Every voice [-counts-]{+is heard+}.', '[-Our data stays here.-]', 'We share.']],
		['line ends of another system', 'One.\r\nTwo.', 'One.\r\nTwo!', ['One.', 'Two[-.-]{+!+}']],
		['nothing', '', '', []],
	])('%s', (_name, before, after, expected) => {
		expect(written(before, after)).toEqual(expected)
	})

	it('lose no word', () => {
		const text = fc.array(fc.constantFrom('## ', '- ', 'garden', 'tools', ' ', '\n', '\n\n', '\r\n', '1. '), { maxLength: 30 }).map((list) => list.join(''))
		const words = (text: string) => text.match(/[a-z]+/g) ?? []
		fc.assert(fc.property(text, text, (before, after) => {
			const lines = diffLines(before, after)
			const side = (left: string) => words(lines.map(({ pieces }) => pieces.filter(({ kind }) => kind !== left).map(({ text }) => text).join('')).join('\n'))
			expect(side('added').join('')).toBe(words(before).join(''))
			expect(side('removed').join('')).toBe(words(after).join(''))
		}), { numRuns: 500 })
	})
})

describe('only what has changed', () => {
	const shown = (before: string, after: string) => onlyChanges(diffLines(before, after)).map((line) => line?.pieces.map(({ text }) => text).join('|') ?? null)

	it('comes with the heading above it, and says where something was left out', () => {
		const text = '# Aim\nOne.\nTwo.\n# Voices\nThree.\nFour.\nFive.'
		expect(shown(text, text.replace('Two', '2').replace('Five', '5'))).toEqual(['Aim', null, 'Two|2|.', 'Voices', null, 'Five|5|.'])
		expect(shown(text, text.replace('Three', '3'))).toEqual(['Voices', 'Three|3|.'])
	})

	it('is nothing where nothing has', () => {
		expect(shown('# Aim\nOne.', '# Aim\nOne.')).toEqual([])
	})
})

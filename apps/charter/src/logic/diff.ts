// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What has changed from one text to another, word by word, in pieces that a person can follow. */

import type { Run } from './diff/sequence.ts'

import { kindredRuns } from './diff/kindred.ts'
import { changes, flatten, joinIslands, push, slide } from './diff/readable.ts'
import { commonRuns } from './diff/sequence.ts'
import { PARAGRAPH, split, WORDS, WORDS_AND_SPACES } from './diff/words.ts'

/** A piece of the two texts. Unchanged and removed pieces make the earlier text, unchanged and added ones the later. */
export interface Piece {
	kind: 'added' | 'removed' | 'same'
	/** Never empty. */
	text: string
}

/** A paragraph of which less than this share has stayed is shown as replaced: a patchwork would be hard to read. */
const LEAST = 0.3
/** Paragraphs were cut or joined where this many times as much has stayed once they are taken as one. */
const CUT = 1.2
/** So many paragraphs in a row were not just cut or joined. */
const MANY = 50

/**
 * Compares two texts.
 *
 * @param before the earlier text
 * @param after the later text
 * @return the pieces in order; no two neighbours of the same kind, and what is removed stands before what came in its place
 */
export function diffWords(before: string, after: string): Piece[] {
	const pieces = compare(split(before, PARAGRAPH), split(after, PARAGRAPH), sameRuns, rewrite)
	return flatten(slide(joinIslands(changes(pieces))))
}

/** Paragraphs that are not the same: each beside the one it is most akin to, unless they were cut or joined. */
function rewrite(gone: string[], come: string[]): Piece[] {
	const paired = compare(gone, come, kindredRuns, replace, reword)
	const asOne = gone.length + come.length > MANY ? [] : reword(gone, come)
	return kept(asOne) > CUT * kept(paired) ? asOne : paired
}

/** One paragraph, or several, in other words. */
function reword(gone: string[], come: string[]): Piece[] {
	const words = compare(split(gone.join(''), WORDS), split(come.join(''), WORDS), sameRuns, replace)
	return kept(words) < LEAST * Math.min(lengthOf(gone), lengthOf(come)) ? replace(gone, come) : words
}

/** How many characters have stayed, spaces aside. */
function kept(pieces: Piece[]): number {
	return lengthOf(pieces.filter(({ kind }) => kind === 'same').map(({ text }) => text))
}

function lengthOf(texts: string[]): number {
	return texts.reduce((sum, text) => sum + text.trim().length, 0)
}

/**
 * Compares two lists of pieces of text.
 *
 * @param before pieces of the earlier text
 * @param after pieces of the later text
 * @param find finds what belongs together
 * @param between what to say of what lies between
 * @param within what to say of what belongs together; where it is the same, it has not changed
 */
function compare(before: string[], after: string[], find: (a: string[], b: string[]) => Run[], between: typeof replace, within?: typeof replace): Piece[] {
	const pieces: Piece[] = []
	let atA = 0
	let atB = 0
	for (const run of [...find(before, after), { a: before.length, b: after.length, length: 0 }]) {
		const gone = before.slice(atA, run.a)
		const come = after.slice(atB, run.b)
		pieces.push(...gone.length && come.length ? between(gone, come) : replace(gone, come))
		atA = run.a + run.length
		atB = run.b + run.length
		const together = before.slice(run.a, atA)
		if (within) {
			pieces.push(...within(together, after.slice(run.b, atB)))
		} else {
			push(pieces, 'same', together.join(''))
		}
	}
	return pieces
}

/** Items that are the same, in order. */
function sameRuns(before: string[], after: string[]): Run[] {
	const numbers = new Map<string, number>()
	function number(text: string): number {
		const known = numbers.get(text) ?? numbers.size
		numbers.set(text, known)
		return known
	}
	return commonRuns(Int32Array.from(before, number), Int32Array.from(after, number))
}

/** One text in the place of another. What they have in common at their ends (a space, a line end) has not changed. */
function replace(gone: string[], come: string[]): Piece[] {
	const a = split(gone.join(''), WORDS_AND_SPACES)
	const b = split(come.join(''), WORDS_AND_SPACES)
	const most = Math.min(a.length, b.length)
	let start = 0
	while (start < most && a[start] === b[start]) {
		start++
	}
	let end = 0
	while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) {
		end++
	}
	const pieces: Piece[] = []
	push(pieces, 'same', a.slice(0, start).join(''))
	push(pieces, 'removed', a.slice(start, a.length - end).join(''))
	push(pieces, 'added', b.slice(start, b.length - end).join(''))
	push(pieces, 'same', a.slice(a.length - end).join(''))
	return pieces
}

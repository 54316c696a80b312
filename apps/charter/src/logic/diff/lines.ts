// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A comparison of two texts, line by line, as a screen shows it. */

import type { Piece } from '../diff.ts'

import { diffWords } from '../diff.ts'

/** A line of a Markdown text. */
export interface Line {
	/** A heading and an item of a list are shown without their signs, as long as the signs have not changed. */
	shape: 'heading' | 'item' | 'text'
	/** Without line ends; a line end that was put in or taken out is a piece of its own: "\n". */
	pieces: Piece[]
	changed: boolean
}

const LINE_END = /\r\n|[\r\n]/
const HEADING = /^#{1,6}[ \t]+/
const ITEM = /^[ \t]*[-*+][ \t]+/

/**
 * Compares two texts.
 *
 * @param before the earlier text, Markdown
 * @param after the later text
 * @return lines with something in them, in order
 */
export function diffLines(before: string, after: string): Line[] {
	const lines: Piece[][] = [[]]
	for (const { kind, text } of besideTheirLine(diffWords(before, after))) {
		if (kind !== 'same' && LINE_END.test(text) && !text.trim()) {
			lines.at(-1)!.push({ kind, text: '\n' })
			if (kind === 'added') {
				lines.push([])
			}
			continue
		}
		text.split(LINE_END).forEach((part, index) => {
			if (index > 0) {
				lines.push([])
			}
			if (part) {
				lines.at(-1)!.push({ kind, text: part })
			}
		})
	}
	return lines.filter((pieces) => pieces.some(({ kind, text }) => kind !== 'same' || text.trim())).map(toLine)
}

/** Words in the place of the rest of a line stand beside that rest, though whole lines below it are gone as well. */
function besideTheirLine(pieces: Piece[]): Piece[] {
	const moved: Piece[] = []
	pieces.forEach((piece, index) => {
		const gone = moved.at(-1)
		const [, rest = '', lines = ''] = gone?.kind === 'removed' && piece.kind === 'added' ? /^([^\r\n]+)([\r\n].*)$/s.exec(gone.text) ?? [] : []
		const isBetween = /[^\r\n]$/.test(moved.at(-2)?.text ?? '') && /^(?:[\r\n]|$)/.test(pieces[index + 1]?.text ?? '')
		if (lines && isBetween && !LINE_END.test(piece.text)) {
			moved.splice(-1, 1, { kind: 'removed', text: rest }, piece, { kind: 'removed', text: lines })
		} else {
			moved.push(piece)
		}
	})
	return moved
}

function toLine(pieces: Piece[]): Line {
	const first = pieces[0]!
	const shape = HEADING.test(first.text) ? 'heading' : ITEM.test(first.text) ? 'item' : 'text'
	const settled = first.kind === 'same' || pieces.length === 1
	const line: Line = { shape, pieces, changed: pieces.some(({ kind }) => kind !== 'same') }
	if (shape === 'text' || !settled) {
		return { ...line, shape: 'text' }
	}
	const rest = { ...first, text: first.text.replace(shape === 'heading' ? HEADING : ITEM, '') }
	return { ...line, pieces: rest.text ? [rest, ...pieces.slice(1)] : pieces.slice(1) }
}

/**
 * Leaves out what has not changed, but for the heading above a change.
 *
 * @param lines all lines
 * @return the lines to show; null where lines between two of them were left out
 */
export function onlyChanges(lines: Line[]): Array<Line | null> {
	const kept = new Set<number>()
	let heading = -1
	lines.forEach(({ shape, changed }, index) => {
		if (shape === 'heading') {
			heading = index
		}
		if (changed) {
			kept.add(heading).add(index)
		}
	})
	kept.delete(-1)
	const shown: Array<Line | null> = []
	let last = -1
	for (const index of kept) {
		if (last >= 0 && index > last + 1) {
			shown.push(null)
		}
		shown.push(lines[index]!)
		last = index
	}
	return shown
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes what a program finds different read as a person would say it. */

import type { Piece } from '../diff.ts'

import { FIRST_WORD } from './words.ts'

/** Most letters of an unchanged word that is shown as part of the changes on both sides of it. */
const ISLAND = 12

/** A change: what is gone, what has come, and the unchanged text after it. */
export interface Change { removed: string, added: string, then: string }

/** Joins neighbours: at most one removed, one added and one unchanged piece follow each other. */
export function changes(pieces: Piece[]): Change[] {
	const list: Change[] = [{ removed: '', added: '', then: '' }]
	for (const { kind, text } of pieces) {
		const last = list.at(-1)!
		if (kind === 'same') {
			last.then += text
		} else if (last.then) {
			list.push({ removed: '', added: '', then: '', [kind]: text })
		} else {
			last[kind] += text
		}
	}
	return list
}

/**
 *
 */
export function flatten(list: Change[]): Piece[] {
	const pieces: Piece[] = []
	for (const { removed, added, then } of list) {
		push(pieces, 'removed', removed)
		push(pieces, 'added', added)
		push(pieces, 'same', then)
	}
	return pieces
}

/** "old and old" instead of "old, new, and, old, new": a short word that stayed between two changes goes with them. */
export function joinIslands(list: Change[]): Change[] {
	const joined: Change[] = []
	for (const change of list) {
		const last = joined.at(-1)
		if (last && isIsland(last, change)) {
			last.removed += last.then + change.removed
			last.added += last.then + change.added
			last.then = change.then
		} else {
			joined.push({ ...change })
		}
	}
	return joined
}

function isIsland(before: Change, after: Change): boolean {
	const { then: text } = before
	if (/[\r\n]/.test(text) || !(before.removed || before.added)) {
		return false
	}
	if (!/[\p{L}\p{N}]/u.test(text)) {
		return (before.removed + after.removed) !== '' && (before.added + after.added) !== ''
	}
	return text.length <= ISLAND
		&& [before, after].every(({ removed, added }) => removed && added && text.length <= Math.max(removed.length, added.length))
}

/**
 * Text that was put in, or taken out, often fits in several places: in "We meet. All come." either ". All come" or
 * " All come." is new. It begins where people see a beginning: of a line, after a sentence, after a space.
 */
export function slide(list: Change[]): Change[] {
	list.forEach((change, index) => {
		const before = list[index - 1]
		const kind = change.removed === '' ? 'added' : 'removed'
		if (!before || !change[kind] || change[kind === 'added' ? 'removed' : 'added']) {
			return
		}
		let { then } = before
		let text = change[kind]
		let rest = change.then
		let best = beginning(then)
		for (let first = text.match(FIRST_WORD)?.[0]; first && rest.match(FIRST_WORD)?.[0] === first; first = text.match(FIRST_WORD)?.[0]) {
			then += first
			text = text.slice(first.length) + first
			rest = rest.slice(first.length)
			if (beginning(then) > best && (rest || index === list.length - 1)) {
				best = beginning(then)
				before.then = then
				change[kind] = text
				change.then = rest
			}
		}
	})
	return list
}

/** How much the end of a text looks like the place where something new begins. */
function beginning(text: string): number {
	return text === '' || /[\r\n]$/.test(text) ? 3 : /[.!?…]$/.test(text) ? 2 : /\s$/.test(text) ? 1 : 0
}

/**
 * Adds a piece, if there is anything in it.
 *
 * @param pieces the list
 * @param kind of the piece
 * @param text of the piece
 */
export function push(pieces: Piece[], kind: Piece['kind'], text: string): void {
	if (text) {
		pieces.push({ kind, text })
	}
}

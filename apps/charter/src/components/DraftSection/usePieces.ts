// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A charter's whole text, article by article: what the list shows, and what becomes of the text. */

import type { Ref } from 'vue'
import type { CharterText } from '../../../contract.ts'
import type { Article } from '../../articles/ready.ts'

import { computed, reactive, ref, shallowRef } from 'vue'
import { headingOf, joinBody, movePiece, removePiece, splitBody, textOf, writePiece } from '../../logic/compose.ts'
import { sameText } from './draft.ts'

/** The article in the fields. What is around it is kept apart: a heading written into it must not shift its place. */
interface Editing {
	place: number
	before: string[]
	after: string[]
	heading: string
	text: string
}

/**
 * Works the list of articles.
 *
 * @param text the text, changed in place
 * @param ready gives the ready articles in its language
 */
export function usePieces(text: Ref<CharterText>, ready: () => readonly Article[]) {
	const editing = ref<Editing>()
	/** What was removed last, as long as nothing else was changed. */
	const removed = shallowRef<{ heading: string, before: CharterText, after: CharterText }>()

	/** The opening, then the articles, as they stand in the text. */
	const pieces = computed(() => {
		const { before, after, place } = editing.value ?? {}
		return before && after && place !== undefined ? [...before, '', ...after] : splitBody(text.value.body)
	})
	const undoable = computed(() => removed.value && sameText(removed.value.after, text.value) ? removed.value : undefined)

	/**
	 * Opens an article for writing.
	 *
	 * @param place in pieces, 0 for the opening
	 */
	function edit(place: number) {
		const all = splitBody(text.value.body)
		const piece = all[place] ?? ''
		editing.value = reactive({
			place,
			before: all.slice(0, place),
			after: all.slice(place + 1),
			heading: place === 0 ? '' : headingOf(piece),
			text: place === 0 ? piece.trim() : textOf(piece),
		})
	}

	/** Writes what stands in the fields into the text. */
	function write() {
		if (editing.value) {
			const { place, before, after, heading, text: written } = editing.value
			text.value.body = joinBody([...before, place === 0 ? written : writePiece(heading, written), ...after])
		}
	}

	/** Adds an empty article, open for writing. */
	function add() {
		done()
		text.value.body = joinBody([text.value.body, writePiece('', '')])
		edit(pieces.value.length - 1)
	}

	/** Ends the writing of an article; one with nothing in it is gone. */
	function done() {
		const { heading = '', text: written = '', before = [], after = [], place = 0 } = editing.value ?? {}
		if (editing.value && place > 0 && heading.trim() === '' && written.trim() === '') {
			text.value.body = joinBody([...before, ...after])
		}
		editing.value = undefined
	}

	function move(from: number, to: number) {
		done()
		Object.assign(text.value, movePiece(text.value, from, to, ready()))
	}

	function remove(place: number) {
		done()
		const before = { ...text.value }
		const after = removePiece(before, place, ready())
		removed.value = { heading: headingOf(splitBody(before.body)[place] ?? ''), before, after }
		Object.assign(text.value, after)
	}

	function undo() {
		if (undoable.value) {
			Object.assign(text.value, undoable.value.before)
		}
	}

	return { pieces, editing, undoable, edit, write, add, done, move, remove, undo }
}

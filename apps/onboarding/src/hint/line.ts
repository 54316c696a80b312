// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One line above the content of a page. It lies over nothing: the content makes room. Plain DOM, texts set as text. */

import { el } from './dom.ts'
import { t } from './l10n.ts'

import css from './line.css?inline'

/** Screen readers announce what changes in a live region, not what a new region brings along; milliseconds. */
const ANNOUNCE_AFTER = 100

/** What a line says. */
export interface Line {
	/** What the region is called. */
	name: string
	/** Its sentences. */
	text: Node[]
	/** Links and buttons before "Close". */
	more?: HTMLElement[]
	/** Called when it was closed. */
	closed: () => void
}

/**
 * Puts a line on the page. It takes no focus and holds nobody up.
 *
 * @param line what it says
 * @return remove: takes it away; say: puts other words in their place, read out by screen readers
 */
export function showLine({ name, text, more = [], closed }: Line): { remove: () => void, say: (text: Node) => void } {
	const root = document.documentElement
	// What Nextcloud gives the content, as this version of it has it; less the height of the line.
	const height = getComputedStyle(root).getPropertyValue('--body-height').trim() || '100%'
	const room = el('style', {}, `${css}#ensemble-line~:is(#content,#content-vue){--body-height:calc(${height} - var(--ensemble-line));margin-block-start:calc(var(--header-height) + var(--ensemble-line))}`)
	const words = el('div', { role: 'status' })
	const close = el('button', { type: 'button' }, t('Close'))
	const line = el('section', { id: 'ensemble-line', 'aria-label': name }, room, words, el('div', {}, ...more, close))
	const measure = () => root.style.setProperty('--ensemble-line', `${line.offsetHeight + parseFloat(getComputedStyle(line).marginBlockEnd || '0')}px`)
	const watch = new ResizeObserver(measure)

	/** Where the keyboard was before it came here. */
	let before: EventTarget | null = null
	line.addEventListener('focusin', ({ relatedTarget }) => {
		if (!line.contains(relatedTarget as Node | null)) {
			before = relatedTarget
		}
	})

	function remove() {
		if (!line.isConnected) {
			return
		}
		const here = line.contains(document.activeElement)
		watch.disconnect()
		line.remove()
		root.style.removeProperty('--ensemble-line')
		if (here && before instanceof HTMLElement) {
			before.focus()
		}
		closed()
	}
	close.addEventListener('click', remove)

	// Read and reached by the keyboard where it is seen: between the header and the content.
	const content = document.querySelector('body > :is(#content,#content-vue)')
	if (content) {
		content.before(line)
	} else {
		document.body.append(line)
	}
	measure()
	watch.observe(line)
	setTimeout(() => words.append(...text), ANNOUNCE_AFTER)
	return { remove, say: (other) => words.replaceChildren(other) }
}

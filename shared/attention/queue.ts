// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * One interruption at a time: our apps ask here before they open anything by themselves. Each app is built on its own,
 * so the queue lives on window; the first app on the page brings it, the others use it.
 */

import { dialogIsOpen, isTyping } from './busy.ts'
import { neighbourAsks } from './neighbours.ts'

/** Something that wants to be seen. */
export interface Request {
	/** The same id twice on a page is one request. */
	id: string
	/** See ranks.ts; lower comes first. */
	rank: number
	/**
	 * Opens it. Must offer a way out at any time, and call done when it is closed. An error, a rejected promise or a
	 * dialog that is gone without a word counts as done.
	 */
	show: (done: () => void) => Promise<void> | void
}

/** Time for all apps of a page to put their requests, and for the page to come to rest; milliseconds. */
export const GRACE = 1000
/** How often to look whether the moment is good; milliseconds. */
export const LOOK = 400
/** Without any dialog for so long after it opened, a request is taken as done; milliseconds. */
export const LOST = 5000
/** An opening that takes longer (the code does not arrive) lets the next one pass; milliseconds. */
export const STUCK = 60_000

type Queue = (request: Request) => void

const KEY = Symbol.for('ensemble.attention/1')

declare global {
	interface Window { [KEY]?: Queue }
}

/**
 * Asks for the attention of the person at the page. Opens when the page is visible and at rest, no dialog of anybody's
 * is open or about to open, nobody is typing and nothing of lower rank waits.
 *
 * @param request what to open
 */
export function requestAttention(request: Request): void {
	(window[KEY] ??= createQueue())(request)
}

function createQueue(): Queue {
	const waiting: Request[] = []
	let open: Request | undefined
	let timer = 0

	function look(delay: number) {
		clearTimeout(timer)
		timer = window.setTimeout(() => {
			if (open || !waiting.length) {
				return
			}
			// Asked first and each time: it has to see a dialog come and go.
			if (neighbourAsks() || document.readyState === 'loading' || document.hidden || dialogIsOpen() || isTyping()) {
				look(LOOK)
			} else {
				present(waiting.shift()!)
			}
		}, delay)
	}

	async function present(request: Request) {
		open = request
		const since = Date.now()
		let opening = true
		let lastSeen = since
		const watch = window.setInterval(() => {
			const now = Date.now()
			if (dialogIsOpen()) {
				lastSeen = now
				opening = false
			} else if (document.hidden || (opening && now - since < STUCK)) {
				lastSeen = now
			} else if (now - lastSeen >= LOST || opening) {
				done()
			}
		}, LOOK)

		function done() {
			if (open === request) {
				clearInterval(watch)
				open = undefined
				look(LOOK)
			}
		}

		try {
			await request.show(done)
			opening = false
		} catch {
			done()
		}
	}

	return (request) => {
		if (open?.id !== request.id && !waiting.some(({ id }) => id === request.id)) {
			waiting.push(request)
			waiting.sort((a, b) => a.rank - b.rank)
			look(GRACE)
		}
	}
}

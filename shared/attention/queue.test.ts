// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The queue keeps its promises: one at a time, never over a dialog, never while typing, never stuck. */

import type * as Queue from './queue.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const LONG = 30_000

/** Two bundles on one page: each has its own copy of the code. */
let first: typeof Queue
let second: typeof Queue
let shown: string[]

beforeEach(async () => {
	vi.useFakeTimers({ now: 1_000_000 })
	document.body.innerHTML = ''
	Reflect.deleteProperty(window, Symbol.for('ensemble.attention/1'))
	shown = []
	// happy-dom has no layout; what is hidden says so with its style.
	HTMLElement.prototype.checkVisibility = function() {
		return this.style.display !== 'none'
	}
	vi.resetModules()
	first = await import('./queue.ts')
	vi.resetModules()
	second = await import('./queue.ts')
	expect(second).not.toBe(first)
})

afterEach(() => {
	vi.useRealTimers()
	vi.restoreAllMocks()
})

/** Puts an element on the page. */
function put(html: string): HTMLElement {
	document.body.insertAdjacentHTML('beforeend', html)
	return document.body.lastElementChild as HTMLElement
}

/** A request that opens a dialog and closes it when told. */
function ask(id: string, rank: number, queue = first) {
	const handle = { close: () => {} }
	queue.requestAttention({
		id,
		rank,
		show(done) {
			shown.push(id)
			const dialog = put('<div role="dialog"></div>')
			handle.close = () => {
				dialog.remove()
				done()
			}
		},
	})
	return handle
}

describe('one at a time', () => {
	it('opens by rank, whoever asked first, across bundles', async () => {
		const quota = ask('quota', 30, second)
		const welcome = ask('welcome', 20)
		const charter = ask('charter', 10, second)
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['charter'])
		charter.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['charter', 'welcome'])
		welcome.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['charter', 'welcome', 'quota'])
		quota.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(vi.getTimerCount()).toBe(0)
	})

	it('waits until the page has come to rest', async () => {
		ask('a', 1)
		await vi.advanceTimersByTimeAsync(first.GRACE - 1)
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(1)
		expect(shown).toEqual(['a'])
	})

	it('takes the same id twice as one request', async () => {
		const a = ask('a', 1)
		ask('a', 1, second)
		await vi.advanceTimersByTimeAsync(LONG)
		ask('a', 1)
		a.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['a'])
	})

	it('takes done said twice as said once', async () => {
		const a = ask('a', 1)
		const b = ask('b', 2)
		ask('c', 3)
		await vi.advanceTimersByTimeAsync(LONG)
		a.close()
		await vi.advanceTimersByTimeAsync(LONG)
		a.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['a', 'b'])
		b.close()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['a', 'b', 'c'])
	})

	it('opens what is asked for later', async () => {
		ask('a', 1).close()
		await vi.advanceTimersByTimeAsync(LONG)
		document.body.innerHTML = ''
		ask('b', 2, second)
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual(['a', 'b'])
	})
})

describe('never over somebody else\'s dialog', () => {
	it.each([
		'<div role="dialog" aria-modal="true"></div>',
		'<div role="alertdialog"></div>',
		'<dialog open></dialog>',
		'<div class="modal-mask"></div>',
		'<div class="oc-dialog"></div>',
		'<div id="firstrunwizard" class="modal-mask" role="dialog"></div>',
		'<div class="introjs-overlay"></div>',
	])('waits for %s to go', async (html) => {
		const other = put(html)
		ask('a', 1)
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual([])
		other.remove()
		await vi.advanceTimersByTimeAsync(first.LOOK)
		expect(shown).toEqual(['a'])
	})

	it.each([
		'<div role="dialog" style="display: none"></div>',
		'<dialog></dialog>',
		'<div role="dialog" aria-modal="false"></div>',
		// What is left of the wizard after it was closed.
		'<div id="firstrunwizard"><!--v-if--></div>',
	])('does not wait for %s', async (html) => {
		put(html)
		ask('a', 1)
		await vi.advanceTimersByTimeAsync(first.GRACE)
		expect(shown).toEqual(['a'])
	})
})

describe('never while typing', () => {
	it.each(['<input>', '<textarea></textarea>', '<div contenteditable="true" tabindex="0"></div>', '<div role="textbox" tabindex="0"></div>'])('waits two seconds after the last key in %s', async (html) => {
		const field = put(html)
		field.focus()
		expect(document.activeElement).toBe(field)
		ask('a', 1)
		for (let i = 0; i < 20; i++) {
			await vi.advanceTimersByTimeAsync(1500)
			field.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
		}
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(1999)
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(first.LOOK)
		expect(shown).toEqual(['a'])
	})

	it('does not mind keys outside of fields', async () => {
		put('<button></button>').focus()
		ask('a', 1)
		await vi.advanceTimersByTimeAsync(first.GRACE - 100)
		window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }))
		await vi.advanceTimersByTimeAsync(100)
		expect(shown).toEqual(['a'])
	})

	it('waits while a frame has the focus: its keys cannot be seen', async () => {
		const frame = document.createElement('iframe')
		vi.spyOn(document, 'activeElement', 'get').mockReturnValue(frame)
		ask('a', 1)
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual([])
	})
})

it('waits until the page can be seen', async () => {
	const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
	ask('a', 1)
	await vi.advanceTimersByTimeAsync(LONG)
	expect(shown).toEqual([])
	hidden.mockReturnValue(false)
	await vi.advanceTimersByTimeAsync(first.LOOK)
	expect(shown).toEqual(['a'])
})

it('waits until the page is there', async () => {
	const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
	ask('a', 1)
	await vi.advanceTimersByTimeAsync(LONG)
	expect(shown).toEqual([])
	state.mockReturnValue('interactive')
	await vi.advanceTimersByTimeAsync(first.LOOK)
	expect(shown).toEqual(['a'])
})

describe('never stuck', () => {
	it.each([
		['throws', () => {
			throw new Error('broken')
		}],
		['rejects', () => Promise.reject(new Error('no such chunk'))],
	])('goes on when a request %s', async (_, show) => {
		first.requestAttention({ id: 'broken', rank: 1, show })
		ask('b', 2)
		await vi.advanceTimersByTimeAsync(first.GRACE + first.LOOK)
		expect(shown).toEqual(['b'])
	})

	it('goes on when a dialog is gone without a word', async () => {
		first.requestAttention({ id: 'gone', rank: 1, show: () => void put('<div role="dialog" id="gone"></div>') })
		ask('b', 2)
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toEqual([])
		document.getElementById('gone')!.remove()
		await vi.advanceTimersByTimeAsync(first.LOST - first.LOOK)
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(3 * first.LOOK)
		expect(shown).toEqual(['b'])
	})

	it('goes on when a promise is never kept, but gives slow lines their time', async () => {
		first.requestAttention({ id: 'never', rank: 1, show: () => new Promise(() => {}) })
		ask('b', 2)
		await vi.advanceTimersByTimeAsync(first.STUCK)
		expect(shown).toEqual([])
		await vi.advanceTimersByTimeAsync(first.GRACE + 2 * first.LOOK)
		expect(shown).toEqual(['b'])
	})

	it('leaves what is no dialog on the page and goes on', async () => {
		first.requestAttention({ id: 'banner', rank: 1, show: () => void put('<section></section>') })
		ask('b', 2)
		await vi.advanceTimersByTimeAsync(first.GRACE + first.LOST + 3 * first.LOOK)
		expect(shown).toEqual(['b'])
	})
})

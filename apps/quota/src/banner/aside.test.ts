// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that the banner never lies on top of the field somebody writes in. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stayAside } from './aside.ts'

let leave: () => void

/** Puts an element on the page at a place. */
function place<K extends keyof HTMLElementTagNameMap>(tag: K, x: number, y: number, width: number, height: number): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag)
	element.getBoundingClientRect = () => new DOMRect(x, y, width, height)
	document.body.append(element)
	return element
}

beforeEach(() => {
	vi.useFakeTimers()
})

afterEach(() => {
	leave()
	vi.useRealTimers()
	document.body.replaceChildren()
})

describe('stayAside', () => {
	it('hides while a field below has the focus, and comes back', () => {
		const banner = place('section', 600, 400, 400, 300)
		const below = place('textarea', 0, 0, 900, 700)
		leave = stayAside(banner)
		vi.runAllTimers()
		expect(banner.style.visibility).toBe('')
		below.focus()
		vi.runAllTimers()
		expect(banner.style.visibility).toBe('hidden')
		below.blur()
		vi.runAllTimers()
		expect(banner.style.visibility).toBe('')
	})

	it('stays for a field elsewhere, for a button below it, and for its own buttons', () => {
		const banner = place('section', 600, 400, 400, 300)
		const own = document.createElement('button')
		banner.append(own)
		leave = stayAside(banner)
		for (const element of [place('input', 0, 0, 200, 40), place('button', 600, 400, 100, 40), own]) {
			element.focus()
			vi.runAllTimers()
			expect(document.activeElement).toBe(element)
			expect(banner.style.visibility).toBe('')
		}
	})

	it('stops looking once the banner is gone', () => {
		const banner = place('section', 0, 0, 400, 300)
		leave = stayAside(banner)
		vi.runAllTimers()
		leave()
		place('input', 0, 0, 200, 40).focus()
		vi.runAllTimers()
		expect(banner.style.visibility).toBe('')
	})
})

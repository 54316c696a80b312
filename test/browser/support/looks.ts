// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How people look at a page who need large letters, stark colours, or read from right to left; and what they must be able to do. */

import type { Locator } from '@playwright/test'

import { expect } from '../fixtures.ts'

/** Longer than a change that one sees as motion, milliseconds. */
const VISIBLE = 10

/** Notes everything of ours that moves: `moved()` tells. */
export const watchMotion = `(() => {
	const moved = new Set()
	const frame = () => {
		for (const animation of document.getAnimations()) {
			const { target } = animation.effect
			if (animation.effect.getComputedTiming().duration > ${VISIBLE} && target?.closest('[role=dialog], dialog, .modal-mask, #ensemble-quota, #ensemble-line, #ensemble_onboarding-page, #ensemble-part-first-steps')) {
				moved.add((animation.transitionProperty ?? animation.animationName) + ' of ' + target.className)
			}
		}
		requestAnimationFrame(frame)
	}
	frame()
	window.moved = () => [...moved]
})()`

declare global {
	interface Window { moved: () => string[] }
}

/** Letters twice as large, as a browser and Nextcloud's own settings make them. */
export const largeLetters = `addEventListener('DOMContentLoaded', () => {
	document.head.insertAdjacentHTML('beforeend', '<style>:root { font-size: 200% !important; --default-font-size: 30px !important } body { font-size: 30px !important; --default-font-size: 30px !important }</style>')
})`

/**
 * Expects that all of a button can be seen, its words too, and that nothing lies on top of it.
 *
 * @param button the button, or a link
 */
export async function expectPressable(button: Locator): Promise<void> {
	await button.scrollIntoViewIfNeeded()
	await expect(button).toBeInViewport({ ratio: 0.99 })
	const { clipped, onTop } = await button.evaluate((element) => {
		const { left, top, width, height } = element.getBoundingClientRect()
		return {
			clipped: element.scrollWidth > element.clientWidth + 1,
			onTop: element.contains(document.elementFromPoint(left + width / 2, top + height / 2)),
		}
	})
	expect({ clipped, onTop }, String(button)).toEqual({ clipped: false, onTop: true })
}

/** The page as in a language that is read from right to left: Nextcloud says it of the body. */
export const fromRightToLeft = `addEventListener('DOMContentLoaded', () => {
	document.body.dir = 'rtl'
})`

/** Nextcloud's own theme with high contrast. */
export const highContrast = `addEventListener('DOMContentLoaded', () => {
	for (const { name } of [...document.body.attributes]) {
		if (name.startsWith('data-theme-')) {
			document.body.removeAttribute(name)
		}
	}
	document.body.setAttribute('data-theme-dark-highcontrast', '')
	document.body.dataset.themes = 'dark-highcontrast'
})`

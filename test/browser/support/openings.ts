// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Watches what lies open on a page at any moment: dialogs, and the banner. */

import type { Page } from '@playwright/test'

/** Runs in the page from its very beginning; each change of the page and each frame is looked at. */
export const watchOpenings = `(() => {
	const log = []
	let most = 0
	const look = () => {
		const open = [...document.querySelectorAll('[role=dialog], #ensemble-quota')]
			.filter((element) => element.checkVisibility({ visibilityProperty: true }))
			.map((element) => element.id === 'ensemble-quota' ? 'banner' : /^Welcome/.test(document.getElementById(element.getAttribute('aria-labelledby'))?.textContent?.trim() ?? '') ? 'welcome' : element.id === 'foreign' ? 'foreign' : 'charter')
		most = Math.max(most, open.length)
		for (const name of open) {
			if (log.at(-1) !== name) {
				log.push(name)
			}
		}
	}
	new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
	const frame = () => {
		look()
		requestAnimationFrame(frame)
	}
	frame()
	window.openings = () => ({ most, log })
})()`

/** What was open so far. */
export interface Openings {
	/** The most at the same time. */
	most: number
	/** In the order they came. */
	log: ('banner' | 'charter' | 'foreign' | 'welcome')[]
}

declare global {
	interface Window { openings: () => Openings }
}

/**
 * What was open so far on a page with watchOpenings.
 *
 * @param page the page
 */
export function openings(page: Page): Promise<Openings> {
	return page.evaluate(() => window.openings())
}

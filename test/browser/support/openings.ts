// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Watches what lies open on a page at any moment: dialogs, the storage notice, the line above an app's content. */

import type { Page } from '@playwright/test'

/** Runs in the page from its very beginning; each change of the page and each frame is looked at. */
export const watchOpenings = `(() => {
	const log = []
	let most = 0
	const names = { 'ensemble-quota': 'banner', 'ensemble-line': 'line', foreign: 'foreign' }
	const titleOf = (element) => element.getAttribute('aria-label') ?? document.getElementById(element.getAttribute('aria-labelledby'))?.textContent?.trim() ?? ''
	const nameOf = (element) => element.closest('#firstrunwizard') ? 'wizard'
		: element.querySelector('#terms_of_service_content') ? 'terms'
			: names[element.id] ?? (/^(Welcome to|Bienvenue)/.test(titleOf(element)) ? 'welcome' : 'charter')
	const isOurs = (name) => ['banner', 'charter', 'line', 'welcome'].includes(name)
	const look = () => {
		const all = [...document.querySelectorAll('[role=dialog], dialog[open], #ensemble-quota, #ensemble-line')]
		// A dialog may consist of two.
		const open = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !all.some((other) => other !== element && other.contains(element))).map(nameOf)
		// Two of other apps count as one: they do not wait for each other, which is not ours to mend.
		most = Math.max(most, open.filter(isOurs).length + Math.min(open.filter((name) => !isOurs(name)).length, 1))
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
	log: ('banner' | 'charter' | 'foreign' | 'line' | 'terms' | 'welcome' | 'wizard')[]
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

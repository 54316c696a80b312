// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the banner on the page and takes it away. */

import type { PendingQuota } from '../../contract.ts'

import { t } from '../l10n.ts'
import { stayAside } from './aside.ts'
import { content } from './content.ts'
import { dismiss } from './dismiss.ts'
import { el } from './dom.ts'
import { wording } from './wording.ts'

import css from './banner.css?inline'

/** Screen readers announce what changes in a live region, not what a new region brings along; milliseconds. */
const ANNOUNCE_AFTER = 100

/**
 * Shows the banner. It takes no focus and holds nobody up.
 *
 * @param pending what was counted
 * @param done called once the banner is gone
 */
export function showBanner(pending: PendingQuota, done: () => void): void {
	const { urgency, title, text } = wording(pending)
	const head = el('div', { role: 'status' })
	const trouble = el('p', { role: 'status' })
	const close = el('button', { type: 'button' }, t('Close'))
	const banner = el('section', { id: 'ensemble-quota', class: urgency, 'aria-label': t('Your storage') }, el('style', {}, css), head, ...content(pending), trouble, close)
	document.body.append(banner)
	const leave = stayAside(banner)
	setTimeout(() => head.append(el('h2', {}, title), el('p', {}, text)), ANNOUNCE_AFTER)

	/** Where the keyboard was before it came here. */
	let before: EventTarget | null = null
	banner.addEventListener('focusin', ({ relatedTarget }) => {
		if (!banner.contains(relatedTarget as Node | null)) {
			before = relatedTarget
		}
	})

	const remove = () => {
		const here = banner.contains(document.activeElement)
		leave()
		banner.remove()
		if (here && before instanceof HTMLElement) {
			before.focus()
		}
		done()
	}

	// Saving it is tried once; then "Close" closes, come what may.
	let tries = 0
	close.addEventListener('click', async () => {
		if (tries === 0) {
			tries = 1
			if (await dismiss(pending.level)) {
				return remove()
			}
			trouble.textContent = t('This could not be saved. “Close” hides the notice for now; it will come back on the next page.')
			tries = 2
		} else if (tries === 2) {
			remove()
		}
	})
}

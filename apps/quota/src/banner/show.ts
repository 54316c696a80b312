// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the banner on the page, keeps it up to date and takes it away. */

import type { Told } from './told.ts'

import { t } from '../l10n.ts'
import { stayAside } from './aside.ts'
import { content } from './content.ts'
import { dismiss } from './dismiss.ts'
import { el } from './dom.ts'
import { pageUrl } from './links.ts'
import { wording } from './wording.ts'

import css from './banner.css?inline'

/** Screen readers announce what changes in a live region, not what a new region brings along; milliseconds. */
const ANNOUNCE_AFTER = 100

/**
 * Shows the banner. It takes no focus and holds nobody up.
 *
 * @param told what was counted
 * @param done called once the banner is gone
 * @return call it when the numbers have changed; without anything left to tell, the banner goes
 */
export function showBanner(told: Told, done: () => void): () => void {
	const head = el('div', { role: 'status' })
	const body = el('div')
	const trouble = el('p', { role: 'status' })
	const close = el('button', { type: 'button' }, t('Close'))
	const banner = el('section', { id: 'ensemble-quota', 'aria-label': t('Your storage') }, el('style', {}, css), head, body, trouble, el('a', { href: pageUrl('ensemble_quota/') }, t('My storage')), close)
	document.body.append(banner)
	const leave = stayAside(banner)
	let gone = false

	const write = () => {
		if (gone) {
			return
		}
		if (!told.mine && !told.space) {
			return remove()
		}
		const { urgency, title, amounts } = wording(told)
		banner.className = urgency
		body.replaceChildren(...content(told))
		setTimeout(() => head.replaceChildren(el('h2', {}, title), ...amounts.flatMap(({ text, percent }) => [
			el('p', {}, text),
			// The sentence above the bar says the same.
			el('div', { class: 'bar', 'aria-hidden': 'true' }, el('div', { style: `inline-size:${Math.min(percent, 100)}%` })),
		])), ANNOUNCE_AFTER)
	}

	/** Where the keyboard was before it came here. */
	let before: EventTarget | null = null
	banner.addEventListener('focusin', ({ relatedTarget }) => {
		if (!banner.contains(relatedTarget as Node | null)) {
			before = relatedTarget
		}
	})

	function remove() {
		const here = banner.contains(document.activeElement)
		gone = true
		leave()
		banner.remove()
		if (here && before instanceof HTMLElement) {
			before.focus()
		}
		done()
	}

	// Saving it is tried once; then "Close" closes, come what may.
	close.addEventListener('click', async () => {
		let kept = true
		// One after the other: both are kept in the same value.
		for (const about of ['mine', 'space'] as const) {
			const notice = told[about]
			kept = (!notice || await dismiss({ level: notice.level, about })) && kept
		}
		if (kept) {
			return remove()
		}
		trouble.textContent = t('This could not be saved. “Close” hides the notice for now; it will come back on the next page.')
		close.addEventListener('click', remove)
	}, { once: true })

	write()
	return write
}

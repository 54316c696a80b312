// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The line at somebody's first visit to an app: what it is for. Shown once, on whichever page of the app. */

import type { Pending } from '../../contract.ts'

import { el, guideUrl, tell } from './dom.ts'
import { t } from './l10n.ts'
import { showLine } from './line.ts'
import { lineAbout } from './lines.ts'

/**
 * Shows the line.
 *
 * @param hint what the page carries
 * @param done called once it is gone
 */
export function showHint({ app, text }: NonNullable<Pending['hint']>, done: () => void): void {
	const sentences = lineAbout(app, text)
	if (sentences.length === 0) {
		return done()
	}
	const never = el('button', { type: 'button' }, t('No more of these'))
	const { remove, say } = showLine({
		name: t('What this app is for'),
		text: [el('p', {}, sentences.join(' '))],
		more: [el('a', { href: guideUrl('before') }, t('What else is here for you')), never],
		closed: done,
	})
	// Shown is shown: it does not come again, even where nobody presses "Close".
	const shown = tell('POST', `hints/${app}`, { seen: true })
	let saving = false
	never.addEventListener('click', async () => {
		if (saving) {
			return
		}
		saving = true
		// One after the other: both are kept in the same value.
		await shown
		if (await tell('PUT', 'hints', { wanted: false })) {
			remove()
		} else {
			say(el('p', {}, t('This could not be saved, so such lines would still come. Please press “No more of these” again in a moment, or “Close”.')))
		}
		saving = false
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Says that an upload will not fit. It holds nothing up: whoever wants to try can. */

import { formatBytes } from '@ensemble/shared/l10n/format'
import { el } from '../banner/dom.ts'
import { pageUrl } from '../banner/links.ts'
import { t } from '../l10n.ts'
import { room } from './room.ts'

import css from './explain.css?inline'

/** Screen readers announce what changes in a live region, not what a new region brings along; milliseconds. */
const ANNOUNCE_AFTER = 100

/**
 * Compares what is added with what fits, and says so where it is too much.
 *
 * @param bytes that are about to be uploaded
 */
export async function explain(bytes: number): Promise<void> {
	const free = await room()
	document.getElementById('ensemble-quota-fit')?.remove()
	if (bytes <= free) {
		return
	}
	const words = el('div', { role: 'status' })
	const close = el('button', { type: 'button' }, t('Close'))
	const notice = el('section', { id: 'ensemble-quota-fit', 'aria-label': t('Not enough room') }, el('style', {}, css), words, el('a', { href: pageUrl('ensemble_quota/') }, t('My storage')), close)
	close.addEventListener('click', () => notice.remove())
	document.body.append(notice)
	setTimeout(() => words.append(
		el('b', {}, t('This will probably not fit')),
		el('p', {}, `${t('You are adding {size}, but only {free} are free here.', { size: formatBytes(bytes), free: formatBytes(free) })} ${t('Your other files are safe. Make some room first, or add less at once.')}`),
	), ANNOUNCE_AFTER)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the banner below its first sentence: what takes the room, what helps, whom to ask. */

import type { PendingQuota } from '../../contract.ts'

import { formatBytes } from '@ensemble/shared/l10n/format'
import { t } from '../l10n.ts'
import { el } from './dom.ts'
import { pageUrl } from './links.ts'

/**
 * The lower part of the banner.
 *
 * @param pending what was counted
 */
export function content({ files, quota, trash, versions, contact }: PendingQuota): HTMLElement[] {
	const amounts: [string, number][] = [[t('Files'), files], [t('Deleted files'), trash], [t('Old versions'), versions]]
	// The sentence above the bar says the same.
	const bar = el('div', { class: 'bar', 'aria-hidden': 'true' }, el('div', { style: `inline-size:${Math.min(files / quota * 100, 100)}%` }))
	const parts: HTMLElement[] = [
		el('summary', {}, t('What takes the room, and what helps')),
		el('ul', {}, ...amounts.map(([label, amount]) => el('li', {}, `${label} `, el('b', {}, formatBytes(amount))))),
	]
	if (trash + versions > 0) {
		parts.push(el('p', {}, t('Only your files count towards your limit. Deleted files and old versions do not, but they take room in the space that you all share.')))
	}
	parts.push(el('p', {}, t('What helps: delete large files that you no longer need, then empty the deleted files.')))
	parts.push(el(
		'p',
		{},
		el('a', { href: pageUrl('files/personal') }, t('See my own files')),
		el('a', { href: pageUrl('files/trashbin') }, t('See my deleted files')),
	))
	if (contact) {
		parts.push(el('p', {}, t('Do you need more room? Ask {contact}.', { contact })))
	}
	// On a small screen a notice that explains everything would cover everything.
	return [bar, el('details', innerWidth < 600 ? {} : { open: '' }, ...parts)]
}

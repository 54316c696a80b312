// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What changed in the space, once after an update: three lines at most. It comes again until somebody has closed it. */

import type { Pending } from '../../contract.ts'

import { el, tell } from '../hint/dom.ts'
import { t } from '../hint/l10n.ts'
import { showLine } from '../hint/line.ts'

/**
 * Shows the lines.
 *
 * @param news what the page carries
 * @param done called once they are gone
 */
export function showNews({ version, lines }: NonNullable<Pending['news']>, done: () => void): void {
	const name = t('What changed in your space')
	showLine({
		name,
		text: [el('strong', {}, name), el('ul', {}, ...lines.map((line) => el('li', {}, line)))],
		closed() {
			tell('POST', 'news', { version })
			done()
		},
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the tests, renewed: something is new in each part, and something is gone. */

import type { CharterText } from '@ensemble/charter/contract'

import { charterTexts } from '../../../contract/support/texts.ts'

/** A title may hold a word that is wider than a narrow screen. */
export const LONG_WORD = 'anticonstitutionnellement'.repeat(3)

/**
 * A charter with changes in title, sentences and text.
 *
 * @param mark a word in the title
 */
export function renewedTexts(mark = 'renewed'): Record<string, CharterText> {
	const { fr, en } = charterTexts(mark)
	return {
		fr: { ...fr!, summary: [fr!.summary[0]!, 'Chaque voix est entendue, de près ou de loin.'], body: fr!.body.replace('- Logiciels libres', '- Logiciels libres et formats ouverts\n- Comptes transparents') },
		en: { ...en!, summary: [en!.summary[0]!, 'Every voice is heard, near or far.'], body: en!.body.replace('- Free software', '- Free software and open formats\n- Open accounts') },
	}
}

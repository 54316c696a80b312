// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Charters to publish in tests. */

import type { CharterText } from '@ensemble/charter/contract'

/**
 * A charter in French and English, with all that makes hashes differ: accents, an emoji, a CRLF, a combining mark.
 *
 * @param mark a word in the title, to tell charters apart
 */
export function charterTexts(mark = 'ensemble'): Record<string, CharterText> {
	return {
		fr: {
			title: `Notre charte ${mark}`,
			summary: ['Nous sommes là les un·es pour les autres 🤝.', 'Chaque voix compte, une personne, une voix.', 'Nos donne\u0301es restent chez nous\u202F!'],
			body: '# Notre charte\r\n\r\n« Liberté, entraide, sobriété. »\n\n- Sans but lucratif\n- Logiciels libres\n',
		},
		en: {
			title: `Our charter ${mark}`,
			summary: ['We are here for each other.', 'Every voice counts.', 'Our data stays with us.'],
			body: '# Our charter\n\nFreedom, mutual help, sobriety.\n\n- Not for profit\n- Free software\n',
		},
	}
}

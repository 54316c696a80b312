// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the demo association, French and English, as it is and as it was before. */

import type { CharterText } from '@ensemble/charter/contract'

import { charterEnglish } from './charterEnglish.ts'
import { charterFrench } from './charterFrench.ts'

type Charter = Record<'en' | 'fr', CharterText>

/** Language → text. French is the association's own language. */
export const charter: Charter = { en: charterEnglish, fr: charterFrench }

/** The charter before its spelling was mended. */
export const charterBefore: Charter = { ...charter, fr: { ...charterFrench, body: without(charterFrench.body, 'la discussion ne suffit pas', 'la discution ne suffit pas') } }

/** The first charter: one point less, and not much said about using little. */
export const firstCharter: Charter = {
	en: {
		...charterEnglish,
		summary: [...charterEnglish.summary.slice(0, 2), 'We repair and share, with free tools.'],
		body: without(without(charterEnglish.body, section(charterEnglish.body, 'Using little')), 'eight points', 'seven points'),
	},
	fr: {
		...charterFrench,
		summary: [...charterFrench.summary.slice(0, 2), 'Nous réparons et partageons, avec des outils libres.'],
		body: without(without(charterFrench.body, section(charterFrench.body, 'La sobriété')), 'huit points', 'sept points'),
	},
}

/** What changed with the second charter, and with the mending. */
export const changeNotes = {
	second: {
		en: 'A point about using little has been added: repairing before buying, online too.',
		fr: 'Un point sur la sobriété a été ajouté : réparer avant d’acheter, en ligne aussi.',
	},
	mended: {
		en: 'A spelling mistake was corrected in the French text.',
		fr: 'Une faute d’orthographe a été corrigée.',
	},
}

/** A text with one place replaced; it must be there. */
function without(text: string, place: string, instead = ''): string {
	if (!text.includes(place)) {
		throw new Error(`The demo charter has no "${place}"`)
	}
	return text.replace(place, instead)
}

/** A section of a charter, from its heading to the next one. */
function section(body: string, heading: string): string {
	const start = body.indexOf(`## ${heading}\n`)
	return body.slice(start, body.indexOf('## ', start + 3))
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the invented host gives to all its spaces: steps, lines about apps and words for the glossary, which have just changed. */

import type { Catalog } from '@ensemble/onboarding/contract'

/** Grows with each change. */
export const catalogVersion = 2

const everyone = { who: 'everyone' as const, groups: [] }
const step = (id: string) => ({ id, audience: everyone, texts: {}, url: '' })

/** As an admin of the demo has read about it. */
export const catalogBefore: Catalog = {
	steps: ['picture', 'upload', 'charter', 'share', 'device', 'storage'].map(step),
	hintTexts: { deck: { fr: 'Deck : qui fait quoi.' } },
}

/** As it is now. */
export const catalogNow: Catalog = {
	steps: [
		...['picture', 'upload', 'charter', 'share', 'device', 'calendar'].map(step),
		{
			id: 'own-forum',
			audience: everyone,
			texts: {
				fr: { title: 'Rencontrer les autres associations', sentence: 'Passez sur le forum et dites bonjour.', reason: 'On s’y entraide, avec des mots simples.', action: 'Ouvrir le forum' },
				en: { title: 'Meet the other associations', sentence: 'Come to the forum and say hello.', reason: 'Neighbours help each other there, in plain words.', action: 'Open the forum' },
			},
			url: 'https://forum.hebergeuses.example/',
		},
	],
	hintTexts: { deck: { fr: 'Deck : qui fait quoi pour la prochaine fête.', en: 'Deck: who does what for the next party.' } },
	glossary: { fr: [{ word: 'Hébergeuse', meaning: 'L’association qui tient les ordinateurs sur lesquels vit cet espace.' }] },
}

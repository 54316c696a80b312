// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Two admins have written in the same draft: where their texts differ, and what becomes of them. */

import type { CharterText } from '../../../contract.ts'
import type { Draft } from './draft.ts'

import { copyOf, sameText } from './draft.ts'

/** Which of two texts is meant. */
export type Side = 'mine' | 'theirs'

/** A language in which the two drafts differ. */
export interface Difference {
	language: string
	/** undefined where it is not in that draft. */
	mine: CharterText | undefined
	theirs: CharterText | undefined
	/** The side that has been changed, if only one was: the other then has nothing to lose. */
	suggested: Side | undefined
}

/**
 * The languages in which two drafts differ.
 *
 * @param base what both began with, null for nothing
 * @param mine null for a draft that was thrown away
 * @param theirs null for a draft that was thrown away or published
 */
export function differences(base: Draft | null, mine: Draft | null, theirs: Draft | null): Difference[] {
	const languages = new Set([...Object.keys(mine?.texts ?? {}), ...Object.keys(theirs?.texts ?? {})])
	return [...languages]
		.map((language) => {
			const before = base?.texts[language]
			const texts = { mine: mine?.texts[language], theirs: theirs?.texts[language] }
			const suggested: Side | undefined = sameText(before, texts.mine) ? 'theirs' : sameText(before, texts.theirs) ? 'mine' : undefined
			return { language, ...texts, suggested }
		})
		.filter(({ mine: ours, theirs: others }) => !sameText(ours, others))
}

/**
 * The draft to go on with.
 *
 * @param mine null for none
 * @param theirs null for none
 * @param chosen language → whose text; for a language that is not named, the two are the same
 * @param main the main language that is wished for
 * @return null where no text is left
 */
export function merge(mine: Draft | null, theirs: Draft | null, chosen: Record<string, Side>, main: string): Draft | null {
	const texts: Draft['texts'] = {}
	for (const language of [...Object.keys(mine?.texts ?? {}), ...Object.keys(theirs?.texts ?? {})]) {
		const text = (chosen[language] === 'theirs' ? theirs : mine)?.texts[language]
		if (text !== undefined) {
			texts[language] = copyOf(text)
		}
	}
	const [first] = Object.keys(texts)
	return first === undefined ? null : { defaultLanguage: main in texts ? main : first, texts }
}

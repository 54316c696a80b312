// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Texts that made room for others are kept in this browser, so that every choice can be taken back. */

import type { CharterText } from '../../../contract.ts'
import type { Draft } from './draft.ts'

import { ref } from 'vue'
import { isWritten, sameText } from './draft.ts'

/** A text that was set aside. */
export interface Aside {
	language: string
	text: CharterText
	/** When, in seconds since 1970. */
	at: number
}

const KEY = 'ensemble_charter.set-aside'
/** How many are kept. */
const MOST = 20

/** The texts that were set aside, the newest first. A browser that keeps nothing still keeps them as long as the page is open. */
export function useSetAside() {
	const list = ref<Aside[]>(read())

	function keep(next: Aside[]) {
		list.value = next.slice(0, MOST)
		try {
			localStorage.setItem(KEY, JSON.stringify(list.value))
		} catch {
			// Full or forbidden: they are still on the screen.
		}
	}

	/**
	 * Sets a text aside, if anything is written in it.
	 *
	 * @param language its language
	 * @param text undefined for none
	 */
	function add(language: string, text: CharterText | undefined) {
		if (text && isWritten(text) && !list.value.some((one) => one.language === language && sameText(one.text, text))) {
			keep([{ language, text: JSON.parse(JSON.stringify(text)), at: Math.floor(Date.now() / 1000) }, ...list.value])
		}
	}

	/**
	 * Sets aside what is in a draft and not in the one that takes its place.
	 *
	 * @param before null for none
	 * @param after null for none
	 */
	function addReplaced(before: Draft | null, after: Draft | null) {
		for (const [language, text] of Object.entries(before?.texts ?? {})) {
			if (!sameText(text, after?.texts[language])) {
				add(language, text)
			}
		}
	}

	/**
	 * Takes a text out of the list.
	 *
	 * @param aside one of the list
	 */
	function remove(aside: Aside) {
		keep(list.value.filter((one) => one !== aside))
	}

	return { list, add, addReplaced, remove }
}

function read(): Aside[] {
	try {
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown
		return Array.isArray(kept) ? kept.filter(isAside) : []
	} catch {
		return []
	}
}

/** Another version of this app may have written it. */
function isAside(value: unknown): value is Aside {
	const { language, text, at } = (value ?? {}) as Partial<Aside>
	return typeof language === 'string' && typeof at === 'number' && typeof text?.title === 'string' && typeof text.body === 'string'
		&& Array.isArray(text.summary) && text.summary.every((sentence) => typeof sentence === 'string')
}

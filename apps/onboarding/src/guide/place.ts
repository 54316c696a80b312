// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which part of the page of the first steps is open. It stands in the address, so that "back", bookmarks and links work. */

import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** The parts. */
const PARTS = ['steps', 'before', 'words', 'help'] as const
export type Part = typeof PARTS[number]

/** A part, and what is looked for in it. */
export interface Place {
	part: Part
	/** Id of an entry of the glossary; empty for none. */
	entry: string
}

/**
 * Reads the part of an address behind the #.
 *
 * @param hash as location.hash: `#words`, `#words/quota`
 * @return the steps where it says nothing, or nonsense
 */
export function readPlace(hash: string): Place {
	const [wanted, entry = ''] = hash.replace(/^#/, '').split('/', 2)
	const part = PARTS.find((one) => one === wanted) ?? 'steps'
	return { part, entry: part === 'words' && /^[a-z]+$/.test(entry) ? entry : '' }
}

/** Where one is. */
export function usePlace() {
	const place = shallowRef(readPlace(location.hash))
	function read() {
		place.value = readPlace(location.hash)
	}
	onMounted(() => addEventListener('hashchange', read))
	onBeforeUnmount(() => removeEventListener('hashchange', read))
	return place
}

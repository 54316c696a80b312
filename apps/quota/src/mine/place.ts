// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which part of "My storage" is open. It stands in the address, so that "back", bookmarks and links work. */

import { onBeforeUnmount, onMounted, ref } from 'vue'

/** The parts. */
const PARTS = ['overview', 'room', 'more', 'notices'] as const
export type Part = typeof PARTS[number]

/**
 * Reads the part of an address behind the #.
 *
 * @param hash as location.hash
 * @return the overview where it says nothing, or nonsense
 */
export function readPart(hash: string): Part {
	return PARTS.find((part) => `#${part}` === hash) ?? 'overview'
}

/** The part that is open. */
export function usePart() {
	const part = ref(readPart(location.hash))
	function read() {
		part.value = readPart(location.hash)
	}
	onMounted(() => addEventListener('hashchange', read))
	onBeforeUnmount(() => removeEventListener('hashchange', read))
	return part
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a printed page is called: browsers print the title, and offer it as the name of a PDF. */

import { onBeforeUnmount, onMounted } from 'vue'

/** Whatever wants to be named on the page, in its order. */
const names = new Set<() => string>()
let before: string | undefined

function begin() {
	before ??= document.title
	document.title = [...names].map((name) => name()).join(' · ')
}

function end() {
	document.title = before ?? document.title
	before = undefined
}

/**
 * Gives the page a name while it is printed, however printing was begun. Several texts on a page make one name.
 *
 * @param name makes the name
 */
export function usePrintName(name: () => string): void {
	onMounted(() => {
		if (names.size === 0) {
			addEventListener('beforeprint', begin)
			addEventListener('afterprint', end)
		}
		names.add(name)
	})
	onBeforeUnmount(() => {
		names.delete(name)
		if (names.size === 0) {
			removeEventListener('beforeprint', begin)
			removeEventListener('afterprint', end)
			end()
		}
	})
}

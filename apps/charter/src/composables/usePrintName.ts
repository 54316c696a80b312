// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a printed page is called: browsers print the title, and offer it as the name of a PDF. */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Gives the page a name while it is printed, however printing was begun.
 *
 * @param name makes the name
 */
export function usePrintName(name: () => string): void {
	let before: string | undefined
	function begin() {
		before ??= document.title
		document.title = name()
	}
	function end() {
		document.title = before ?? document.title
		before = undefined
	}
	onMounted(() => {
		addEventListener('beforeprint', begin)
		addEventListener('afterprint', end)
	})
	onBeforeUnmount(() => {
		removeEventListener('beforeprint', begin)
		removeEventListener('afterprint', end)
		end()
	})
}

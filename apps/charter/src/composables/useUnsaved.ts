// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Asks before a page is left on which somebody has written something. */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Guards a draft as long as the component lives.
 *
 * @param hasUnsaved whether there is anything to lose
 */
export function useUnsaved(hasUnsaved: () => boolean): void {
	function ask(event: BeforeUnloadEvent) {
		if (hasUnsaved()) {
			event.preventDefault()
		}
	}
	onMounted(() => addEventListener('beforeunload', ask))
	onBeforeUnmount(() => removeEventListener('beforeunload', ask))
}

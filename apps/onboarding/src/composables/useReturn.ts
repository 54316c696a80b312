// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Notices that somebody comes back to the page: to this window, or to this tab. */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Calls back each time the person returns, as long as the component is there.
 *
 * @param returned called on return
 */
export function useReturn(returned: () => void): void {
	// A change of tabs brings both events, a change of windows only the first.
	let away = false
	const leave = () => {
		away = true
	}
	const look = () => {
		if (document.hidden) {
			away = true
		} else if (away) {
			away = false
			returned()
		}
	}
	onMounted(() => {
		addEventListener('blur', leave)
		addEventListener('focus', look)
		document.addEventListener('visibilitychange', look)
	})
	onBeforeUnmount(() => {
		removeEventListener('blur', leave)
		removeEventListener('focus', look)
		document.removeEventListener('visibilitychange', look)
	})
}

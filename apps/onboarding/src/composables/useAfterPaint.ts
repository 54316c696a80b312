// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Leaves what can wait until the component was painted for the first time. */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Calls once after the first paint, unless the component is gone by then.
 *
 * @param later what can wait
 */
export function useAfterPaint(later: () => void): void {
	let here = true
	onMounted(() => {
		// A frame's callbacks run before it is painted, a timeout set in them afterwards.
		requestAnimationFrame(() => setTimeout(() => {
			if (here) {
				later()
			}
		}))
	})
	onBeforeUnmount(() => {
		here = false
	})
}

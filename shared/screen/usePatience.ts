// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Waits where nothing can be changed for the moment: Nextcloud has had enough, is being looked after, or is out of reach. */

import type { Ref } from 'vue'

import { ref } from 'vue'

/** How long to wait before the next try, in milliseconds. */
export const PATIENCE = 20_000

/** Codes of OcsError after which waiting helps. */
const WORTH_WAITING = ['maintenance', 'network', 'too_many'] as const
/** Why it is waited. */
export type Reason = typeof WORTH_WAITING[number]

/** Waiting on this screen. */
export interface Patience {
	/** Null = it goes on. Stays while one try after the other fails, so that it is not told anew each time. */
	waiting: Ref<Reason | null>
	/** Waits for the next try, at most some milliseconds (PATIENCE); less long where the line comes back. */
	pause: (why: Reason, most?: number) => Promise<void>
	/** Ends a pause at once. */
	wake: () => void
	/** Nextcloud has answered: the pause is over. */
	goesOn: () => void
}

/**
 * Whether waiting helps.
 *
 * @param code of an OcsError
 */
export function isWorthWaiting(code: string): code is Reason {
	return (WORTH_WAITING as readonly string[]).includes(code)
}

/** Waiting on this screen. */
export function usePatience(): Patience {
	const waiting = ref<Reason | null>(null)
	let wake = () => {}

	async function pause(why: Reason, most: number = PATIENCE) {
		waiting.value = why
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, most)
			wake = () => {
				clearTimeout(timer)
				resolve()
			}
			addEventListener('online', wake, { once: true })
		})
		removeEventListener('online', wake)
	}

	return {
		waiting,
		pause,
		wake: () => wake(),
		goesOn() {
			waiting.value = null
		},
	}
}

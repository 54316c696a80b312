// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Waits where nothing can be changed for the moment: Nextcloud has had enough, is being looked after, or is out of reach. */

import type { Ref } from 'vue'

import { ref } from 'vue'

/** What Nextcloud takes from one person: UserRateLimit of UsersController::editUser. It does not say how long to wait. */
export const ALLOWANCE = { changes: 50, milliseconds: 600_000 } as const

/** How long to wait before the next try, in milliseconds. A change that is refused does not count against the allowance. */
export const PATIENCE = 20_000

/** Codes of OcsError after which waiting helps. */
const WORTH_WAITING = ['maintenance', 'network', 'too_many'] as const
/** Why it is waited. */
export type Reason = typeof WORTH_WAITING[number]

/** That it is waited, and how long. */
export interface Waiting {
	why: Reason
	/** When Nextcloud takes changes again, in milliseconds since 1970; null = not known. */
	until: number | null
}

/** Waiting on this screen. */
export interface Patience {
	/** Null = it goes on. Stays while one try after the other fails, so that it is not told anew each time. */
	waiting: Ref<Waiting | null>
	/** Waits for the next try. */
	pause: (why: Reason) => Promise<void>
	/** Ends a pause at once. */
	wake: () => void
	/** Nextcloud has answered: the pause is over. */
	goesOn: () => void
	/** A change has been sent that counts against the allowance. */
	count: () => void
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
	const waiting = ref<Waiting | null>(null)
	/** When changes were sent, in milliseconds since 1970: as many as the allowance has. */
	let sent: number[] = []
	let wake = () => {}

	/** As long as all of the allowance was used from here, its oldest change tells when there is room again. */
	function untilFor(why: Reason) {
		const free = sent.length === ALLOWANCE.changes ? sent[0]! + ALLOWANCE.milliseconds : 0
		return why === 'too_many' && free > Date.now() ? free : null
	}

	async function pause(why: Reason) {
		const until = untilFor(why)
		if (waiting.value?.why !== why || waiting.value.until !== until) {
			waiting.value = { why, until }
		}
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, until === null ? PATIENCE : Math.min(PATIENCE, until - Date.now()))
			wake = () => {
				clearTimeout(timer)
				resolve()
			}
			// The line is back.
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
		count() {
			sent = [...sent, Date.now()].slice(-ALLOWANCE.changes)
		},
	}
}

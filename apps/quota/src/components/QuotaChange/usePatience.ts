// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Waits where no quota can be changed for the moment, and knows until when where Nextcloud has had enough of them. */

import type { Patience as PlainPatience, Reason } from '@ensemble/shared/screen/usePatience'
import type { Ref } from 'vue'

import { PATIENCE, usePatience as usePlainPatience } from '@ensemble/shared/screen/usePatience'
import { computed, ref } from 'vue'

/** What Nextcloud takes from one person: UserRateLimit of UsersController::editUser. It does not say how long to wait; what it refuses does not count. */
export const ALLOWANCE = { changes: 50, milliseconds: 600_000 } as const

/** That it is waited, and how long. */
export interface Waiting {
	why: Reason
	/** When Nextcloud takes changes again, in milliseconds since 1970; null = not known. */
	until: number | null
}

/** Waiting on this screen. */
export interface Patience extends Omit<PlainPatience, 'pause' | 'waiting'> {
	/** Null = it goes on. Stays while one try after the other fails, so that it is not told anew each time. */
	waiting: Readonly<Ref<Waiting | null>>
	/** Waits for the next try. */
	pause: (why: Reason) => Promise<void>
	/** A change has been sent that counts against the allowance. */
	count: () => void
}

/** Waiting on this screen. */
export function usePatience(): Patience {
	const { waiting: reason, pause, wake, goesOn } = usePlainPatience()
	const until = ref<number | null>(null)
	/** When changes were sent, in milliseconds since 1970: as many as the allowance has. */
	let sent: number[] = []

	/** As long as all of the allowance was used from here, its oldest change tells when there is room again. */
	function untilFor(why: Reason) {
		const free = sent.length === ALLOWANCE.changes ? sent[0]! + ALLOWANCE.milliseconds : 0
		return why === 'too_many' && free > Date.now() ? free : null
	}

	return {
		waiting: computed(() => reason.value && { why: reason.value, until: until.value }),
		pause(why) {
			until.value = untilFor(why)
			return pause(why, until.value === null ? PATIENCE : Math.min(PATIENCE, until.value - Date.now()))
		},
		wake,
		goesOn,
		count() {
			sent = [...sent, Date.now()].slice(-ALLOWANCE.changes)
		},
	}
}

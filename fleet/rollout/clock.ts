// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Time, so that a simulated day can pass in a second. */

import { setTimeout as wait } from 'node:timers/promises'

/** A clock. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number
	/** Waits; ends early, without throwing, when the signal comes. */
	sleep(seconds: number, signal?: AbortSignal): Promise<void>
}

/**
 * The machine's clock.
 *
 * @param speed how many seconds pass in one: 1 for work, more for a demonstration
 */
export function realClock(speed = 1): Clock {
	const began = Date.now()
	return {
		now: () => began + (Date.now() - began) * speed,
		sleep: async (seconds, signal) => {
			await wait(seconds * 1000 / speed, undefined, { signal }).catch(() => undefined)
		},
	}
}

/** A clock that jumps: whenever nothing else can run, the time of the next sleeper is now. */
export class SimClock implements Clock {
	#now: number
	#ticking = false
	readonly #sleepers: { at: number, wake: () => void }[] = []

	/** @param start in milliseconds since 1970 */
	constructor(start = Date.UTC(2026, 0, 5, 12)) {
		this.#now = start
	}

	/** Milliseconds since 1970. */
	now(): number {
		return this.#now
	}

	/** Waits in simulated time. */
	sleep(seconds: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const sleeper = {
				at: this.#now + Math.max(0, seconds) * 1000,
				wake: () => {
					signal?.removeEventListener('abort', cancel)
					resolve()
				},
			}
			/** The signal came first. */
			function cancel(this: void): void {
				sleeper.at = -Infinity
				sleeper.wake()
			}
			const later = this.#sleepers.findIndex(({ at }) => at > sleeper.at)
			this.#sleepers.splice(later === -1 ? this.#sleepers.length : later, 0, sleeper)
			signal?.addEventListener('abort', cancel)
			this.#schedule()
		})
	}

	#schedule(): void {
		if (!this.#ticking && this.#sleepers.length > 0) {
			this.#ticking = true
			setImmediate(() => {
				this.#ticking = false
				const next = this.#sleepers.shift()
				// One whose signal came has been woken already.
				if (next !== undefined && next.at !== -Infinity) {
					this.#now = Math.max(this.#now, next.at)
					next.wake()
				}
				this.#schedule()
			})
		}
	}
}

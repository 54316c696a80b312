// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Hears from Nextcloud's event bus that files have come, changed or gone. */

/** As much of the bus as is needed here. */
interface Bus { subscribe: (event: string, hear: () => void) => void }

declare global {
	interface Window {
		/** Nextcloud's own scripts put it here. */
		_nc_event_bus?: Bus
	}
}

/** What is done with files. What happens in the trash is told as `deleted`. */
const EVENTS = ['created', 'updated', 'deleted']
/** Many files are uploaded at once: wait until it has been quiet for so long; milliseconds. */
export const QUIET = 1000
/** How often to look for the bus, which other scripts bring along; milliseconds. */
const LOOK = 500

/**
 * Calls back when something has happened to files, once for all that happens together.
 *
 * @param changed what to do then
 */
export function followFiles(changed: () => unknown): void {
	let timer = 0
	const hear = () => {
		clearTimeout(timer)
		timer = window.setTimeout(() => void changed(), QUIET)
	}
	const join = (tries: number) => {
		const bus = window._nc_event_bus
		if (bus) {
			EVENTS.forEach((name) => bus.subscribe(`files:node:${name}`, hear))
		} else if (tries > 0) {
			setTimeout(join, LOOK, tries - 1)
		}
	}
	join(20)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Removes old versions one after the other; can be stopped between any two. */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { OldVersion } from '../../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, shallowRef } from 'vue'
import { deleteVersion } from '../../api/dav.ts'

/** How far it has come. */
export interface Progress {
	/** How many were to go. */
	all: number
	/** How many are gone. */
	gone: number
	/** Bytes that they took. */
	freed: number
	/** How many could not be removed. */
	failed: number
}

/** Without these, going on is of no use: no connection, logged out, maintenance, too many at once. */
const HOPELESS = ['network', 'unauthorized', 'maintenance', 'stale_page', 'too_many']

/** Removing versions, and how far it has come. */
export function useThinning() {
	const progress = shallowRef<Progress | null>(null)
	const working = ref(false)
	/** Why it stopped by itself. */
	const error = shallowRef<OcsError | null>(null)
	let stopped = false

	/**
	 * Removes versions for good.
	 *
	 * @param versions which
	 */
	async function thinOut(versions: readonly OldVersion[]) {
		let state: Progress = { all: versions.length, gone: 0, freed: 0, failed: 0 }
		progress.value = state
		error.value = null
		stopped = false
		working.value = true
		for (const version of versions) {
			try {
				await deleteVersion(version)
				state = { ...state, gone: state.gone + 1, freed: state.freed + version.size }
			} catch (reason) {
				const trouble = asOcsError(reason, 'ensemble_quota')
				if (HOPELESS.includes(trouble.code)) {
					error.value = trouble
					break
				}
				// Gone already: Nextcloud thins out by itself too.
				state = trouble.code === 'not_found' ? { ...state, gone: state.gone + 1 } : { ...state, failed: state.failed + 1 }
			}
			progress.value = state
			if (stopped) {
				break
			}
		}
		working.value = false
	}

	/** Stops after the one that is on its way. */
	function stop() {
		stopped = true
	}

	return { progress, working, error, thinOut, stop }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a screen loads: the data, whether it is on its way, and what went wrong. */

import type { Ref } from 'vue'
import type { OcsError } from '../ocs/error.ts'

import { ref, shallowRef } from 'vue'
import { asOcsError } from '../ocs/client.ts'

/** Data on its way, there, or missing. While data is loaded again, the old one stays on the screen. */
export interface Loading<T> {
	data: Ref<T | null>
	/** What went wrong at the last attempt; its message can be shown. */
	error: Ref<OcsError | null>
	loading: Ref<boolean>
	/** Loads, or loads again. Never throws; an answer that was overtaken by a later one is dropped. */
	load: () => Promise<void>
}

/**
 * Keeps what a screen loads. Nothing is loaded before `load` is called.
 *
 * @param fetchData gets the data
 * @param app app id, for the sentence of an unexpected error
 */
export function useLoading<T>(fetchData: () => Promise<T>, app: string): Loading<T> {
	const data = shallowRef<T | null>(null)
	const error = shallowRef<OcsError | null>(null)
	const loading = ref(false)
	let latest = 0

	async function load() {
		const mine = ++latest
		loading.value = true
		try {
			const answer = await fetchData()
			if (mine === latest) {
				data.value = answer
				error.value = null
			}
		} catch (reason) {
			if (mine === latest) {
				error.value = asOcsError(reason, app)
			}
		} finally {
			if (mine === latest) {
				loading.value = false
			}
		}
	}

	return { data, error, loading, load }
}

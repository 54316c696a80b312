// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which request the address leads to: notifications link to #storage/requests/<id>, and to /approve or /decline behind it. */

import type { Ref } from 'vue'

import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** A request that somebody comes for. */
export interface WantedRequest {
	id: number
	/** What is to be opened: the request alone, or the dialog of an answer. */
	action: 'approve' | 'decline' | 'show'
}

const ADDRESS = /^#storage\/requests\/(\d{1,15})(?:\/(approve|decline))?$/

/**
 * Reads an address.
 *
 * @param hash what stands in it behind the page, with its #
 * @return null where it leads to no request
 */
export function readAddress(hash: string): WantedRequest | null {
	const [found, id, action] = ADDRESS.exec(hash) ?? []
	return found === undefined ? null : { id: Number(id), action: (action ?? 'show') as WantedRequest['action'] }
}

/**
 * Follows the address. Has to be called before the tabs of the sections are there: they put the address of the section
 * in its place.
 *
 * @return the wanted request, and how to forget it once it was shown
 */
export function useWantedRequest(): { wanted: Ref<WantedRequest | null>, forget: () => void } {
	const wanted = shallowRef(readAddress(location.hash))

	function follow() {
		wanted.value = readAddress(location.hash) ?? wanted.value
	}

	onMounted(() => addEventListener('hashchange', follow))
	onBeforeUnmount(() => removeEventListener('hashchange', follow))

	return {
		wanted,
		forget() {
			wanted.value = null
			// Loading the page again should not open the same dialog again.
			if (readAddress(location.hash)) {
				history.replaceState(history.state, '', '#storage/requests')
			}
		},
	}
}

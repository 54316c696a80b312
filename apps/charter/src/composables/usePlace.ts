// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where one is on the page of the charter. It stands in the address, so that "back", bookmarks and links work. */

import type { Owner } from '../../contract.ts'

import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** A place on the page. */
export type Place
	= { view: 'answers' | 'charter' | 'versions' }
		/** One version to read, by its id. */
		| { view: 'version', id: number }
		/** Two versions side by side, by their ids; of somebody's charters, the newest and the one before. */
		| { view: 'compare', ids: [number, number] | Owner }

/**
 * Reads the part of an address behind the #.
 *
 * @param hash as location.hash
 * @return the charter in force where it says nothing, or nonsense
 */
export function readPlace(hash: string): Place {
	const [view, ...rest] = hash.replace(/^#/, '').split('/')
	const [one, other] = rest.map((text) => /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)
	switch (view) {
		case 'answers': return { view }
		case 'versions': return one ? { view: 'version', id: one } : { view }
		case 'compare': return { view, ids: one && other ? [one, other] : rest[0] === 'host' ? 'host' : 'association' }
		default: return { view: 'charter' }
	}
}

/**
 * The address of a place.
 *
 * @param place the place
 * @return with the #
 */
export function addressOf(place: Place): string {
	switch (place.view) {
		case 'version': return `#versions/${place.id}`
		case 'compare': return `#compare/${typeof place.ids === 'string' ? place.ids : place.ids.join('/')}`
		default: return `#${place.view}`
	}
}

/** The place one is at, and how to change it without a step in the history. */
export function usePlace() {
	const place = shallowRef(readPlace(location.hash))
	function read() {
		place.value = readPlace(location.hash)
	}
	function replace(wanted: Place) {
		history.replaceState(history.state, '', addressOf(wanted))
		read()
	}
	onMounted(() => addEventListener('hashchange', read))
	onBeforeUnmount(() => removeEventListener('hashchange', read))
	return { place, replace }
}

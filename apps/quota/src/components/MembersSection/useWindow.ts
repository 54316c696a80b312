// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Of a long table, only the rows near the screen are there; in place of the others stands as much empty room as they
 * take. A table that is not long is there as a whole, so that the browser's own search finds everything in it.
 */

import type { Ref } from 'vue'

import { computed, nextTick, onActivated, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { rowsNear } from './rowsNear.ts'

/** Up to so many rows are all there. */
const ALL = 200
/** How far beyond the screen rows are there, pixels: more than a turn of a wheel. */
const MARGIN = 800
/** As high as a row is, as long as none has been measured; pixels. */
const GUESS = 64

/** Which rows are there. */
export interface Window {
	/** Index of the first row, and of the first one after the last. */
	from: Ref<number>
	to: Ref<number>
	/** Room for the rows above and below, pixels. */
	above: Ref<number>
	below: Ref<number>
}

/**
 * Keeps the rows near the screen.
 *
 * @param list all rows; another list begins with unknown heights
 * @param body the element that the rows are in; each row is an element with `data-row`
 */
export function useWindow(list: Ref<readonly unknown[]>, body: Ref<HTMLElement | null>): Window {
	/** Index → height, of the rows that were there once. */
	let heights: number[] = []
	let frame = 0
	const place = ref(rowsNear([], Math.min(list.value.length, ALL), GUESS, { top: 0, bottom: 0 }))
	const long = computed(() => list.value.length > ALL)

	function measure() {
		body.value?.querySelectorAll<HTMLElement>('[data-row]').forEach((row, index) => {
			if (row.offsetHeight > 0) {
				heights[place.value.from + index] = row.offsetHeight
			}
		})
	}

	function look() {
		frame = 0
		if (long.value && body.value) {
			measure()
			const { top } = body.value.getBoundingClientRect()
			place.value = rowsNear(heights, list.value.length, GUESS, { top: -top - MARGIN, bottom: innerHeight - top + MARGIN })
		}
	}

	function lookSoon() {
		frame ||= requestAnimationFrame(look)
	}

	watch(list, async () => {
		heights = []
		await nextTick()
		look()
	})
	// Whatever scrolls: in Nextcloud that is not the window.
	onMounted(() => {
		addEventListener('scroll', lookSoon, { capture: true, passive: true })
		addEventListener('resize', lookSoon)
		look()
	})
	onActivated(look)
	onBeforeUnmount(() => {
		cancelAnimationFrame(frame)
		removeEventListener('scroll', lookSoon, { capture: true })
		removeEventListener('resize', lookSoon)
	})

	return {
		from: computed(() => long.value ? Math.min(place.value.from, list.value.length) : 0),
		to: computed(() => long.value ? Math.min(place.value.to, list.value.length) : list.value.length),
		above: computed(() => long.value ? place.value.above : 0),
		below: computed(() => long.value ? place.value.below : 0),
	}
}

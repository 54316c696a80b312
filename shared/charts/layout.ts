// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where each part of a stacked bar begins and ends: pure arithmetic, so that it can be tested without a screen. */

/** How a part is drawn. Each has a pattern of its own: colour alone tells some people nothing. */
export type Look = 'bars' | 'dots' | 'empty' | 'grid' | 'solid' | 'stripes'

/** One part of a whole. */
export interface Part {
	id: string
	/** What it is, for people. */
	label: string
	/** Amount, not negative. */
	value: number
	look: Look
}

/** A part with its place. */
export interface Segment extends Part {
	/** Where it begins, in percent of the picture's width. */
	start: number
	/** How wide it is, in percent of the picture's width. */
	width: number
	/** Its share of the whole, in percent. */
	share: number
}

/** A laid-out bar. */
export interface Layout {
	segments: Segment[]
	/** Where the whole ends, in percent of the picture's width; below 100 where the parts are more than the whole. */
	limit: number
}

/**
 * Lays parts out side by side.
 *
 * Shares are always of `whole`. Where the parts are more than the whole, they fill the picture and `limit` says where
 * the whole ends in it.
 *
 * @param parts the parts, in reading order
 * @param whole what 100 % is; null or 0 = the sum of the parts
 * @param rest label of what is left of the whole; without it no such part is drawn
 */
export function layOut(parts: Part[], whole: number | null, rest?: string): Layout {
	const sum = parts.reduce((total, { value }) => total + value, 0)
	const all = whole || sum
	const width = Math.max(all, sum)
	const left = all - sum
	const drawn = rest !== undefined && left > 0
		? [...parts, { id: 'rest', label: rest, value: left, look: 'empty' } as const]
		: parts
	let start = 0
	const segments = drawn.map((part) => {
		const segment = { ...part, start: percent(start, width), width: percent(part.value, width), share: percent(part.value, all) }
		start += part.value
		return segment
	})
	return { segments, limit: sum > all ? percent(all, width) : 100 }
}

/**
 * A share in percent.
 *
 * @param value the part
 * @param all the whole; of nothing, every part is 0 %
 */
function percent(value: number, all: number): number {
	return all > 0 ? value / all * 100 : 0
}

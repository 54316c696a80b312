// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What two lists of numbers have in common, in order. The shortest script of edits (Myers 1986) as long as there are few;
 * between lists that differ much, items that occur once in each hold the rest in place (patience diff), so that the time
 * stays about proportional to the length whatever the lists are.
 */

/** Items that both lists share, side by side. */
export interface Run {
	/** Where it begins in the first list. */
	a: number
	/** Where it begins in the second list. */
	b: number
	length: number
}

/** Two stretches that are compared: from (included) and to (excluded) in each list. */
interface Stretch { a: number, aEnd: number, b: number, bEnd: number }

/** Most edits that the exact search goes through: its time and memory grow with the square. */
const MOST_EDITS = 400

/** How often stretches are cut at items that occur once, before what is left counts as replaced. */
const MOST_CUTS = 8

/**
 * Finds what two lists share.
 *
 * @param a the first list
 * @param b the second list
 * @return runs of equal items, in the order of both lists, none of them empty
 */
export function commonRuns(a: ArrayLike<number>, b: ArrayLike<number>): Run[] {
	const runs: Run[] = []
	collect({ a: 0, aEnd: a.length, b: 0, bEnd: b.length }, 0)
	return runs

	function collect(stretch: Stretch, cuts: number) {
		const inner = { ...stretch }
		while (inner.a < inner.aEnd && inner.b < inner.bEnd && a[inner.a] === b[inner.b]) {
			inner.a++
			inner.b++
		}
		while (inner.a < inner.aEnd && inner.b < inner.bEnd && a[inner.aEnd - 1] === b[inner.bEnd - 1]) {
			inner.aEnd--
			inner.bEnd--
		}
		add({ a: stretch.a, b: stretch.b, length: inner.a - stretch.a })
		if (inner.a < inner.aEnd && inner.b < inner.bEnd) {
			const exact = shortest(a, b, inner)
			if (exact) {
				exact.forEach(add)
			} else if (cuts < MOST_CUTS) {
				cut(inner, cuts + 1)
			}
		}
		add({ a: inner.aEnd, b: inner.bEnd, length: stretch.aEnd - inner.aEnd })
	}

	function cut(stretch: Stretch, cuts: number) {
		const anchors = onceInEach(a, b, stretch)
		if (anchors.length === 0) {
			return
		}
		let from: Pick<Stretch, 'a' | 'b'> = stretch
		for (const anchor of [...anchors, { a: stretch.aEnd, b: stretch.bEnd }]) {
			collect({ a: from.a, b: from.b, aEnd: anchor.a, bEnd: anchor.b }, cuts)
			from = anchor
		}
	}

	function add(run: Run) {
		const last = runs.at(-1)
		if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
			last.length += run.length
		} else if (run.length > 0) {
			runs.push({ ...run })
		}
	}
}

/**
 * The longest common part by Myers' greedy algorithm.
 *
 * @return null where it takes more than MOST_EDITS
 */
function shortest(a: ArrayLike<number>, b: ArrayLike<number>, { a: a0, aEnd, b: b0, bEnd }: Stretch): Run[] | null {
	const n = aEnd - a0
	const m = bEnd - b0
	const most = Math.min(n + m, MOST_EDITS)
	/** Diagonal → how far along the first list one gets; diagonal k stands at most + 1 + k. */
	const reach = new Int32Array(2 * most + 3)
	const middle = most + 1
	const history: Int32Array[] = []
	for (let edits = 0; edits <= most; edits++) {
		for (let k = -edits; k <= edits; k += 2) {
			const down = goesDown(k, edits, reach[middle + k - 1]!, reach[middle + k + 1]!)
			let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1
			while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) {
				x++
			}
			reach[middle + k] = x
			if (x >= n && x - k >= m) {
				return wayBack(history, edits, n, m).map((run) => ({ ...run, a: run.a + a0, b: run.b + b0 }))
			}
		}
		history.push(reach.slice(middle - edits, middle + edits + 1))
	}
	return null
}

/** Whether the best way to diagonal k takes an item of the second list (down) rather than leaving one of the first. */
function goesDown(k: number, edits: number, left: number, right: number): boolean {
	return k === -edits || (k !== edits && left < right)
}

/** Follows the way that was found from its end to its beginning. */
function wayBack(history: Int32Array[], edits: number, n: number, m: number): Run[] {
	const runs: Run[] = []
	let x = n
	let y = m
	for (let d = edits; d > 0; d--) {
		const before = history[d - 1]!
		const at = (k: number) => before[k + d - 1]!
		const k = x - y
		const down = goesDown(k, d, at(k - 1), at(k + 1))
		const fromX = at(down ? k + 1 : k - 1)
		const fromY = fromX - (down ? k + 1 : k - 1)
		const start = down ? fromX : fromX + 1
		if (x > start) {
			runs.push({ a: start, b: start - k, length: x - start })
		}
		x = fromX
		y = fromY
	}
	if (x > 0) {
		runs.push({ a: 0, b: 0, length: x })
	}
	return runs.reverse()
}

/** Items that occur once in each stretch and stand in the same order in both: as many as can be. */
function onceInEach(a: ArrayLike<number>, b: ArrayLike<number>, { a: a0, aEnd, b: b0, bEnd }: Stretch): Pick<Run, 'a' | 'b'>[] {
	const placesA = places(a, a0, aEnd)
	const pairs = [...places(b, b0, bEnd)]
		.map(([item, b]) => ({ a: placesA.get(item) ?? -1, b }))
		.filter(({ a, b }) => a >= 0 && b >= 0)
		.sort((one, other) => one.a - other.a)
	return rising(pairs)
}

/** Item → its place, -1 where it occurs more than once. */
function places(list: ArrayLike<number>, from: number, to: number): Map<number, number> {
	const found = new Map<number, number>()
	for (let i = from; i < to; i++) {
		found.set(list[i]!, found.has(list[i]!) ? -1 : i)
	}
	return found
}

/** The longest series of pairs whose places in the second list rise, too (patience sorting). */
function rising<P extends { b: number }>(pairs: P[]): P[] {
	/** Length of a series - 1 → index of the pair that ends it with the lowest place. */
	const ends: number[] = []
	const previous: number[] = []
	pairs.forEach((pair, index) => {
		let low = 0
		let high = ends.length
		while (low < high) {
			const mid = (low + high) >> 1
			if (pairs[ends[mid]!]!.b < pair.b) {
				low = mid + 1
			} else {
				high = mid
			}
		}
		previous.push(ends[low - 1] ?? -1)
		ends[low] = index
	})
	const series: P[] = []
	for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) {
		series.push(pairs[index]!)
	}
	return series.reverse()
}

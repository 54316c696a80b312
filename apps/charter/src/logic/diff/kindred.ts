// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which paragraphs of two texts are the same one in other words. */

import type { Run } from './sequence.ts'

import { split, WORDS_AND_SPACES } from './words.ts'

/** From this share of common letters on, two paragraphs are akin. */
const AKIN = 0.4
/** Most pairs that are looked at; beyond, the paragraphs count as one long one. */
const MOST_PAIRS = 20_000

/**
 * Pairs paragraphs, in order, so that what belongs together has as much in common as can be.
 *
 * @param before paragraphs of the earlier text
 * @param after paragraphs of the later text
 * @return pairs as runs of length 1; one run of all where there are too many to look at
 */
export function kindredRuns(before: string[], after: string[]): Run[] {
	if (before.length * after.length > MOST_PAIRS) {
		return [{ a: 0, b: 0, length: Math.max(before.length, after.length) }]
	}
	const bagsA = before.map(bag)
	const bagsB = after.map(bag)
	const likeness = bagsA.map((one) => bagsB.map((other) => alike(one, other)))
	/** The best sum for what follows from here on. */
	const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			const paired = likeness[i]![j]! < AKIN ? 0 : best[i + 1]![j + 1]! + likeness[i]![j]!
			best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, paired)
		}
	}
	const runs: Run[] = []
	for (let i = 0, j = 0; i < before.length && j < after.length;) {
		if (best[i]![j] === best[i + 1]![j]) {
			i++
		} else if (best[i]![j] === best[i]![j + 1]) {
			j++
		} else {
			runs.push({ a: i++, b: j++, length: 1 })
		}
	}
	return runs
}

/** The words of a paragraph with how many letters they take up together. */
interface Bag { words: Map<string, number>, letters: number }

function bag(text: string): Bag {
	const words = new Map<string, number>()
	let letters = 0
	for (const word of split(text, WORDS_AND_SPACES)) {
		if (/[\p{L}\p{N}]/u.test(word)) {
			words.set(word, (words.get(word) ?? 0) + word.length)
			letters += word.length
		}
	}
	return { words, letters }
}

/** Share of letters in common words: 0 to 1. Long words say more than "the" and "of". */
function alike(one: Bag, other: Bag): number {
	let common = 0
	for (const [word, letters] of one.words) {
		common += Math.min(letters, other.words.get(word) ?? 0)
	}
	return common === 0 ? 0 : 2 * common / (one.letters + other.letters)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Counts of tests and checks, and the line a run ends with. */

export interface Counts {
	passed: number
	failed: number
	skipped: number
}

/**
 * Adds two counts.
 *
 * @param a one
 * @param b the other
 */
export function add(a: Counts, b: Counts): Counts {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/**
 * Says how a check ended and counts it as one test.
 *
 * @param name what was checked
 * @param complaints what is wrong; none = passed
 */
export function check(name: string, complaints: readonly string[]): Counts {
	console.log(`${complaints.length === 0 ? '✓' : '✗'} ${name}`)
	for (const complaint of complaints) {
		console.log(`  ${complaint}`)
	}
	return complaints.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * The last line of a run.
 *
 * @param counts all of it
 */
export function summary({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

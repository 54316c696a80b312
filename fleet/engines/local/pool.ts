// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Works on several jobs at a time, and begins none before somebody wants to know how the others ended. */

import type { Failure, JobResult, RunOptions, SpaceJob } from '../engine.ts'

/**
 * A result for a job that no process worked on.
 *
 * @param job the job
 * @param error why it failed
 * @param seconds how long it took
 */
export function failed(job: SpaceJob, error: Failure, seconds = 0): JobResult {
	return { id: job.id, space: job.space.id, ok: false, error, seconds }
}

/**
 * Runs jobs; exactly one result for each.
 *
 * @param jobs what to do
 * @param options how many at a time, and when to begin no more
 * @param work does one; does not throw
 * @yields {JobResult} each result as it comes
 */
export async function* runPool(jobs: readonly SpaceJob[], options: Pick<RunOptions, 'jobs' | 'signal'>, work: (job: SpaceJob) => Promise<JobResult>): AsyncGenerator<JobResult> {
	const active = new Map<number, Promise<[number, JobResult]>>()
	let next = 0
	try {
		for (;;) {
			while (!options.signal.aborted && active.size < Math.max(1, options.jobs) && next < jobs.length) {
				const key = next++
				active.set(key, work(jobs[key]!).then((result) => [key, result]))
			}
			if (active.size === 0) {
				break
			}
			const [key, result] = await Promise.race(active.values())
			active.delete(key)
			yield result
		}
		for (const job of jobs.slice(next)) {
			yield failed(job, { code: 'cancelled', message: 'It was not begun.' })
		}
	} finally {
		// What was begun is let to its end, even if nobody listens any more.
		await Promise.allSettled(active.values())
	}
}

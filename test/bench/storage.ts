// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What it costs to check every member's storage: our one job against the jobs of quota_warning, for the same members on the same server. */

import type { RunningNextcloud } from '../nextcloud/server.ts'

import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runPhp } from '../nextcloud/fileRows.ts'
import { must } from '../nextcloud/process.ts'

const FEW = 10
const MEMBERS = 1000
const FILES_EACH = 200
/** Runs after the first one, with nothing new to say. The peer's take 20 s each. */
const OUR_RUNS = 5
const PEER_RUNS = 1
/** At least so many times less CPU. */
const GOAL = 100
const OURS = 'OCA\\EnsembleQuota\\BackgroundJob\\CheckStorage'
const PEER = 'quota_warning'
const PEERS = 'OCA\\QuotaWarning\\Job\\User'

/** One run of all jobs. */
interface Measured {
	jobs: number
	/** CPU seconds of the jobs themselves. */
	work: number
	/** The same with what cron does for each job: finding, locking and noting it. */
	cpu: number
	queries: number
}

/**
 * Measures, prints the figures and their ratio.
 *
 * @param server a fresh server with the storage app
 * @param peers folder with checkouts of other apps; null = not given
 * @return whether the goal is reached; null where there is no peer to compare with
 */
export async function benchStorage(server: RunningNextcloud, peers: string | null): Promise<boolean | null> {
	const measure = async (job: string, runs = 1): Promise<Measured> => {
		const measured: Measured[] = []
		// Each in a process of its own: cron comes again in an hour or a day, and then nothing is remembered.
		for (let run = 0; run < runs; run++) {
			measured.push(JSON.parse(await must('php', ['-d', 'memory_limit=2G', fileURLToPath(new URL('measure.php', import.meta.url)), server.root, job])) as Measured)
		}
		return median(measured)
	}
	const crowd = (from: number, to: number) => runPhp(server, 'storages.php', { prefix: 'member', from, to, filesEach: FILES_EACH, homes: true }) as { accounts: number, files: number }

	crowd(0, FEW)
	await measure(OURS)
	const few = await measure(OURS)
	const { files } = crowd(FEW, MEMBERS)
	const first = await measure(OURS)
	const ours = await measure(OURS, OUR_RUNS)
	console.log(`Checking the storage of ${MEMBERS} members with ${files + FEW * FILES_EACH} files:`)
	console.log(`  ensemble_quota, first run:            ${show(first)}`)
	console.log(`  ensemble_quota, every hour:           ${show(ours)}; with ${FEW} members ${few.queries} queries`)

	const checkout = peers === null ? null : join(peers, PEER)
	if (checkout === null || !existsSync(checkout)) {
		console.log(`  ${PEER} is not compared: ${checkout === null ? 'PEERS_DIR is not set' : `there is no ${checkout}`}.`)
		return null
	}
	await cp(checkout, join(server.root, 'apps', PEER), { recursive: true })
	await must('php', ['-d', 'memory_limit=512M', join(server.root, 'occ'), '--no-interaction', 'app:enable', PEER])
	const theirFirst = await measure(PEERS)
	const theirs = await measure(PEERS, PEER_RUNS)
	console.log(`  ${PEER}, first run:             ${show(theirFirst)}`)
	console.log(`  ${PEER}, every day:             ${show(theirs)}`)
	if (theirs.jobs < MEMBERS) {
		throw new Error(`${PEER} has ${theirs.jobs} jobs for ${MEMBERS} members`)
	}
	const ratio = theirs.cpu / ours.cpu
	const sameQueries = few.queries === ours.queries
	console.log(`  a check takes ${ratio.toFixed(0)} times less CPU (goal: ${GOAL}); without what cron does for each job ${(theirs.work / ours.work).toFixed(0)} times less; the first one ${(theirFirst.cpu / first.cpu).toFixed(0)} times less`)
	console.log(`  a day, with 24 checks of ours and one of theirs, takes ${(theirs.cpu / (24 * ours.cpu)).toFixed(1)} times less`)
	console.log(`  queries for ${FEW} and ${MEMBERS} members: ${few.queries} and ${ours.queries}`)
	return ratio >= GOAL && sameQueries
}

function median(measured: Measured[]): Measured {
	return measured.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(measured.length / 2)]!
}

function show({ jobs, work, cpu, queries }: Measured): string {
	return `${cpu.toFixed(3)} s CPU (${work.toFixed(3)} s in the jobs themselves), ${queries} queries, ${jobs} ${jobs === 1 ? 'job' : 'jobs'}`
}

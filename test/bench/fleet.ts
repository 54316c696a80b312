// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run bench:fleet`: what it costs to bring a pack to a space and to look at it, by every way there is, in one run on
 * one machine. Compare the CPU seconds: wall-clock time is what the machine happens to be busy with.
 *
 * NEXTCLOUD_DIR is the unpacked server (default /var/www/nextcloud), NEXTCLOUD_DB as for `npm run test:nextcloud`,
 * ENSEMBLE_BENCH_SPACES the number of spaces (default 20). Ends with 1 where a goal is missed.
 */

import type { Measured } from './fleetWays.ts'

import { missing, missingAnsible, realHost, RealPacks } from '../fleet/real/spaces.ts'
import { Ways } from './fleetWays.ts'

/** How often each way is gone, one after the other in turn: the machine is not equally busy all the time. */
const ROUNDS = 2
const spaces = Number(process.env.ENSEMBLE_BENCH_SPACES || 20)

const reason = await missing()
if (reason !== null) {
	console.log(`Skipped: ${reason}.`)
} else {
	console.log(`Installing ${spaces} spaces …`)
	const real = await realHost(spaces)
	try {
		const packs = new RealPacks(real)
		const ways = new Ways(real, await packs.make('1.0.0'), await packs.make('1.1.0'))
		await ways.open()
		try {
			process.exitCode = await compare(ways) ? 0 : 1
		} finally {
			await ways.close()
		}
	} finally {
		await real.stop()
	}
}

async function compare(ways: Ways): Promise<boolean> {
	const noAnsible = await missingAnsible()
	if (noAnsible !== null) {
		console.log(`Without Ansible: ${noAnsible}.`)
	}
	const list: [name: string, way: () => Promise<Measured>][] = [
		['floor: a boot in a fork, nothing done', () => ways.floor()],
		['local: apply and verify in forks', () => ways.local()],
		['occ: apply and verify, PHP anew each time', () => ways.occ()],
		['xargs -P2: occ upgrade, status, app:list', () => ways.xargs()],
		...noAnsible === null
			? [
					['ansible-playbook: the same, 4 tasks a space', () => ways.playbook()],
					['ansible: our engine, a host at a time', () => ways.ansible()],
				] as [string, () => Promise<Measured>][]
			: [],
	]
	const best = new Map<string, Measured>()
	for (let round = 1; round <= ROUNDS; round++) {
		for (const [name, way] of list) {
			const measured = await way()
			console.log(`round ${round}: ${name}: ${show(measured)}`)
			const known = best.get(name)
			best.set(name, known === undefined || measured.cpu < known.cpu ? measured : known)
		}
	}
	const [floor, local, occ, xargs] = list.slice(0, 4).map(([name]) => best.get(name)!) as [Measured, Measured, Measured, Measured]
	console.log(`\nSeconds per space, ${spaces} spaces, 2 at a time, three apps changed and no migration; the better of ${ROUNDS} rounds:`)
	for (const [name] of list) {
		const measured = best.get(name)!
		console.log(`  ${name.padEnd(48)} ${show(measured)}  ${(measured.cpu / xargs.cpu).toFixed(2)} × xargs  ${(measured.cpu / floor.cpu).toFixed(1)} × floor`)
	}
	const controller = await ways.controller()
	console.log(`  the controller itself (Node, plan, journal)      ${(controller * 1000).toFixed(2)} ms CPU per space\n`)
	const goals: [what: string, is: number, limit: number][] = [
		['local ÷ xargs', local.cpu / xargs.cpu, 0.20],
		['local ÷ floor', local.cpu / floor.cpu, 6],
		['occ ÷ xargs', occ.cpu / xargs.cpu, 0.8],
		['controller, ms CPU per space', controller * 1000, 10],
	]
	for (const [what, is, limit] of goals) {
		console.log(`${is <= limit ? 'reached' : 'MISSED '}  ${what}: ${is.toFixed(3)} (at most ${limit})`)
	}
	return goals.every(([, is, limit]) => is <= limit)
}

function show({ cpu, wall }: Measured): string {
	return `${cpu.toFixed(3)} s CPU  ${wall.toFixed(3)} s wall`
}

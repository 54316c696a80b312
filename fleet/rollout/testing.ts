// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For tests: a simulated fleet, a plan for it, and a controller that can be started again and again on one journal. */

import type { Engine } from '../engines/engine.ts'
import type { Fault, SimOptions } from '../engines/sim/engine.ts'
import type { Fleet } from '../inventory/expand.ts'
import type { Disk } from '../journal/journal.ts'
import type { Plan } from '../plan/types.ts'
import type { RunInput } from './run.ts'

import { SimEngine } from '../engines/sim/engine.ts'
import { SIM_APPS, simFleet } from '../engines/sim/fleet.ts'
import { Journal, readJournalFile } from '../journal/journal.ts'
import { makePlan } from '../plan/plan.ts'
import { SimClock } from './clock.ts'
import { readFacts } from './facts.ts'
import { runRollout } from './run.ts'

/** A simulated fleet with a plan to bring it from pack 1.0.0 to 1.1.0. */
export async function scene({ path, change = {}, faults = [], target = '1.1.0', sim = {}, made: given, ...size }: { path: string, made?: Plan, change?: Partial<Fleet>, faults?: readonly Fault[], target?: string, sim?: SimOptions } & Parameters<typeof simFleet>[0]) {
	const clock = new SimClock()
	const { fleet: made, world } = simFleet(size)
	const fleet: Fleet = { ...made, ...change }
	const newEngine = () => new SimEngine(world, clock, { ...sim, faults })
	const facts = async (engine: Engine = newEngine()) => readFacts(fleet, { engineFor: () => engine, apps: SIM_APPS, signal: new AbortController().signal, timeout: 60 })
	const plan: Plan = given ?? makePlan({ fleet, pack: world.packs.get(target)!, facts: await facts(new SimEngine(world, clock)), now: clock.now(), oneWay: true })
	return {
		clock,
		fleet,
		world,
		plan,
		newEngine,
		facts,
		/** One life of a controller. */
		run: async ({ engine = newEngine(), disk, ...more }: Partial<RunInput> & { engine?: Engine, disk?: Disk } = {}) => {
			const journal = Journal.open(path, { now: () => clock.now(), disk })
			try {
				return await runRollout({ plan, journal, engineFor: () => engine, clock, signal: new AbortController().signal, by: 'test', id: 'test', ...more })
			} finally {
				journal.close()
			}
		},
		records: () => readJournalFile(path).records,
		/** How many spaces have which pack, wholly: overlay and every app. `mixed` is what must never be. */
		versions: () => {
			const counts: Record<string, number> = {}
			for (const space of world.spaces.values()) {
				const pack = world.packOf(space)
				const whole = pack !== null && Object.entries(space.apps).every(([app, { version, enabled }]) => enabled === true && pack.apps[app]?.version === version)
				const name = whole && !space.maintenance && space.loglevel === 2 ? pack.version : 'mixed'
				counts[name] = (counts[name] ?? 0) + 1
			}
			return counts
		},
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The engines of a fleet's hosts, each started when it is first needed. */

import type { Engine } from '../engines/engine.ts'
import type { SimHead } from '../engines/sim/file.ts'
import type { SimWorld } from '../engines/sim/world.ts'
import type { FleetHost } from '../inventory/expand.ts'
import type { Clock } from '../rollout/clock.ts'

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AnsibleEngine } from '../engines/ansible/ansible.ts'
import { LocalEngine } from '../engines/local/local.ts'
import { OccEngine } from '../engines/occ/occ.ts'
import { SimEngine } from '../engines/sim/engine.ts'
import { openSim } from '../engines/sim/file.ts'
import { realClock } from '../rollout/clock.ts'
import { UsageError } from './exitCodes.ts'

/** Engines, and the clock that fits them. */
export interface Engines {
	readonly clock: Clock
	/** The simulated fleet, where the hosts are simulated. */
	readonly sim: { readonly world: SimWorld, readonly head: SimHead } | null
	readonly engineFor: (host: { readonly engine: string }) => Engine
	readonly close: () => Promise<void>
}

/**
 * Makes ready to reach hosts.
 *
 * @param hosts of the fleet
 * @param stateDir where a simulated fleet is kept (`sim.jsonl`)
 * @throws UsageError where simulated hosts have no simulation
 */
export function openEngines(hosts: readonly Pick<FleetHost, 'engine'>[], stateDir: string): Engines {
	const path = join(stateDir, 'sim.jsonl')
	const simulated = hosts.some(({ engine }) => engine === 'sim')
	if (simulated && !existsSync(path)) {
		throw new UsageError(`The hosts are simulated and ${path} is not there. "ensemble demo" makes a simulated fleet.`)
	}
	const sim = simulated ? openSim(path) : null
	const clock = realClock(sim?.head.speed ?? 1)
	const open = new Map<string, Engine>()
	const make = (name: string): Engine => {
		switch (name) {
			case 'sim':
				return new SimEngine(sim!.world, clock, { ...sim!.head })
			case 'local':
				return new LocalEngine()
			case 'occ':
				return new OccEngine()
			case 'ansible':
				return new AnsibleEngine()
			default:
				throw new UsageError(`The engine "${name}" is none of local, occ, ansible and sim.`)
		}
	}
	return {
		clock,
		sim,
		engineFor: ({ engine }) => {
			const known = open.get(engine) ?? make(engine)
			open.set(engine, known)
			return known
		},
		close: async () => {
			await Promise.all([...open.values()].map((engine) => engine.close()))
		},
	}
}

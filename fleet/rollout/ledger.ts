// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the parts of the controller share: the plan by name, the state, and the one way to write to the journal. */

import type { Engine } from '../engines/engine.ts'
import type { JournalEvent } from '../journal/records.ts'
import type { Plan, PlannedSpace } from '../plan/types.ts'
import type { RunInput } from './run.ts'
import type { RolloutState } from './state.ts'

import { failureLimit } from './gates.ts'
import { applyRecord, replay } from './state.ts'

/** A roll-out that is being worked on. */
export class Ledger {
	readonly state: RolloutState
	readonly #planned: Map<string, PlannedSpace>
	readonly #hosts: Map<string, Plan['hosts'][number]>

	/** @param input of the run */
	constructor(readonly input: RunInput) {
		const { plan, journal } = input
		this.#planned = new Map(plan.spaces.map((space) => [space.id, space]))
		this.#hosts = new Map(plan.hosts.map((host) => [host.name, host]))
		this.state = replay(plan, journal.takeRecords())
	}

	/** A space as planned. */
	planned(id: string): PlannedSpace {
		return this.#planned.get(id)!
	}

	/** A host of the plan; undefined where it has none of that name. */
	host(name: string): Plan['hosts'][number] | undefined {
		return this.#hosts.get(name)
	}

	/** A host of the plan, and its engine. */
	reach(name: string): { host: Plan['hosts'][number], engine: Engine } {
		const host = this.#hosts.get(name)!
		return { host, engine: this.input.engineFor(host) }
	}

	/** Spaces by host, in their order. */
	byHost(ids: readonly string[]): Map<string, string[]> {
		const hosts = new Map<string, string[]>()
		for (const id of ids) {
			const { host } = this.planned(id)
			const there = hosts.get(host)
			if (there === undefined) {
				hosts.set(host, [id])
			} else {
				there.push(id)
			}
		}
		return hosts
	}

	/** So many spaces of a wave failed that it stops. */
	tooMany(wave: number): boolean {
		const { limits, waves } = this.input.plan
		return this.state.failures >= failureLimit(limits.failures, waves[wave]!.spaces.length)
	}

	/** Takes in what others asked for. */
	look(): void {
		this.write(this.input.requests?.() ?? [])
	}

	/** Writes events down; the state follows. */
	write(events: readonly JournalEvent[]): void {
		if (events.length > 0) {
			for (const record of this.input.journal.appendAll(events)) {
				applyRecord(this.state, this.input.plan, record)
				this.input.onRecord?.(record, this.state)
			}
		}
	}
}

/**
 * Several hosts at once; where one cannot go on (journal full, for instance), the others are waited for before it is told.
 *
 * @param works one for each
 */
export async function all(works: readonly Promise<void>[]): Promise<void> {
	const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected')
	if (failed?.status === 'rejected') {
		throw failed.reason
	}
}

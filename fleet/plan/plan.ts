// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** From a fleet, facts about its spaces and a pack to a plan. Pure: the same in, the same out. */

import type { Failure, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { Fleet, FleetSpace } from '../inventory/expand.ts'
import type { Change, Plan, PlannedSpace, Purpose, Skipped } from './types.ts'

import { beforeOf, overlayFor } from '../engines/engine.ts'
import { sharedInstanceIds } from '../inventory/instanceIds.ts'
import { PlanError, sealPlan } from './hash.ts'
import { PolicyBook } from './policies.ts'
import { obstacle, risksOf } from './risks.ts'
import { dealWaves } from './waves.ts'
import { barrier, oneWayApps } from './wayBack.ts'

/** What a plan is made from. */
export interface PlanInput {
	readonly fleet: Fleet
	readonly pack: PackTarget
	/** By id of the space; a failure where they could not be read, absent where they were not asked for. */
	readonly facts: ReadonlyMap<string, SpaceFacts | Failure>
	/** In milliseconds. */
	readonly now: number
	/** Apps of the pack to switch on where they are not, for all spaces or for each; all apps unless said. */
	readonly enable?: readonly string[] | ((space: string) => readonly string[])
	/** Only these spaces; the others are not even named. */
	readonly only?: ReadonlySet<string>
	/** What for; a policy's plan leaves out spaces that need more than that. */
	readonly purpose?: Purpose
	/** Texts of policies that spaces hold now, by hash: without them they could not be put back. */
	readonly texts?: ReadonlyMap<string, string>
	/** Packs that spaces have now, by version, those that are known: whether there is a way back from them. Not asked where absent. */
	readonly packs?: ReadonlyMap<string, PackTarget>
	/** Allows a pack with migrations that are not additive. */
	readonly oneWay?: boolean
}

/**
 * Makes a plan.
 *
 * @param input what it is made from
 * @throws PlanError where nothing may be touched at all: two spaces share an instance id, or the pack has no way back
 */
export function makePlan({ fleet, pack, facts, now, enable = Object.keys(pack.apps), oneWay = false, only, purpose = 'rollout', texts = new Map(), packs }: PlanInput): Plan {
	refuseClones(facts)
	const hosts = new Map(fleet.hosts.map((host) => [host.name, host]))
	const owners = usualOwners(fleet, facts)
	const skipped: Skipped[] = []
	const book = new PolicyBook()
	const old = new Map<string, string>()
	const planned = fleet.spaces.filter(({ id }) => only?.has(id) ?? true).flatMap((space): { source: FleetSpace, plan: PlannedSpace }[] => {
		const known = facts.get(space.id)
		const skip = known === undefined || isFailure(known)
			? { id: space.id, code: 'unreadable' as const, message: known === undefined ? 'No facts came.' : known.message }
			: space.hold !== null ? { id: space.id, code: 'held' as const, message: space.hold } : obstacle(space.id, known, pack) ?? barrier(space.id, known, pack, packs)
		if (skip !== null || known === undefined || isFailure(known)) {
			skipped.push(...skip === null ? [] : [skip])
			return []
		}
		const host = hosts.get(space.host)
		if (host === undefined) {
			throw new PlanError(`The space "${space.id}" is on "${space.host}", which is no host of the fleet.`)
		}
		const on = (typeof enable === 'function' ? enable(space.id) : enable).filter((app) => pack.apps[app] !== undefined && (known.apps[app]?.enabled ?? false) === false)
		const policies = book.missing(space, known, pack)
		const changing = Object.keys(policies)
		const changes = changesOf(known, pack, on, changing, overlayFor(host, pack.version))
		if (purpose === 'policy' && changes.some(({ kind }) => kind !== 'policy')) {
			skipped.push({ id: space.id, code: 'not-whole', message: 'It is not wholly at its pack. "ensemble scan" says what is different, "ensemble heal" puts it back.' })
			return []
		}
		if (changes.length === 0) {
			skipped.push({ id: space.id, code: 'same', message: purpose === 'policy' ? 'It holds these policies already.' : `It has pack ${pack.version} already.` })
			return []
		}
		const lost = changing.filter((app) => {
			const hash = known.policies[app] ?? null
			const text = hash === null ? undefined : texts.get(hash) ?? book.texts.get(hash)
			if (hash !== null && text !== undefined) {
				old.set(hash, text)
			}
			return hash !== null && text === undefined
		})
		return [{ source: space, plan: {
			id: space.id,
			host: space.host,
			config: space.config,
			...space.url === undefined ? {} : { url: space.url },
			before: beforeOf(known, Object.keys(pack.apps), changing),
			enable: on,
			...changing.length === 0 ? {} : { policies },
			changes,
			risks: risksOf(known, pack, { usualOwner: owners.get(space.host), lost, oneWay: oneWayApps(known, pack, packs) }),
		} }]
	})
	if (!oneWay) {
		refuseOneWay(pack, planned.map(({ plan }) => plan))
	}
	const { waves, left } = dealWaves(planned.map(({ source }) => source), fleet.waves, pack.version)
	const without = new Set(left)
	return sealPlan({
		format: 'ensemble-plan 1',
		purpose,
		fleet: fleet.name,
		createdAt: new Date(now).toISOString(),
		pack,
		hosts: fleet.hosts,
		waves,
		spaces: planned.map(({ plan }) => plan).filter(({ id }) => !without.has(id)),
		skipped: [...skipped, ...left.map((id): Skipped => ({ id, code: 'no-wave', message: 'No wave takes it.' }))].sort((a, b) => a.id < b.id ? -1 : 1),
		texts: Object.fromEntries([...book.texts, ...old].sort(([a], [b]) => a < b ? -1 : 1)),
		limits: fleet.limits,
		gates: fleet.gates,
		window: fleet.window ?? null,
		oneWay,
	})
}

function isFailure(known: SpaceFacts | Failure): known is Failure {
	return 'code' in known
}

function refuseClones(facts: PlanInput['facts']): void {
	const shared = sharedInstanceIds([...facts].map(([id, known]) => ({ id, instanceId: isFailure(known) ? null : known.instanceId })))
	if (shared.size > 0) {
		throw new PlanError([...shared].map(([instanceId, ids]) => `${ids.join(', ')} share the instance id ${instanceId}: one is a clone of the other. Give the clone its own, or take it out of the inventory.`).join('\n'))
	}
}

function refuseOneWay(pack: PackTarget, spaces: readonly PlannedSpace[]): void {
	const apps = new Set(spaces.flatMap(({ risks }) => risks.flatMap(({ code, apps = [] }) => code === 'one-way' ? apps : [])))
	if (apps.size > 0) {
		throw new PlanError(`A migration of ${[...apps].sort().map((app) => `${app} ${pack.apps[app]?.version}`).join(', ')} drops or renames something: a space could not be put back. If that is wanted, say so: --one-way.`)
	}
}

/** The uid that most spaces of a host have. */
function usualOwners(fleet: Fleet, facts: PlanInput['facts']): Map<string, number> {
	const counts = new Map<string, Map<number, number>>()
	for (const { id, host } of fleet.spaces) {
		const known = facts.get(id)
		if (known !== undefined && !isFailure(known)) {
			const ofHost = counts.get(host) ?? new Map<number, number>()
			counts.set(host, ofHost.set(known.owner.uid, (ofHost.get(known.owner.uid) ?? 0) + 1))
		}
	}
	return new Map([...counts].map(([host, uids]) => [host, [...uids].sort(([uidA, a], [uidB, b]) => b - a || uidA - uidB)[0]![0]]))
}

function changesOf(facts: SpaceFacts, pack: PackTarget, enable: readonly string[], policies: readonly string[], overlay: string): Change[] {
	return [
		// A different text counts too: another path, or written by hand.
		...facts.overlay.bytes === overlay ? [] : [{ kind: 'pack' as const, from: facts.overlay.pack, to: pack.version }],
		...Object.entries(pack.apps).flatMap(([app, { version }]): Change[] => {
			const has = facts.apps[app]
			return has !== undefined && has.enabled !== false && has.version !== version ? [{ kind: 'update', app, from: has.version, to: version }] : []
		}),
		...enable.map((app): Change => ({ kind: 'enable', app, to: pack.apps[app]!.version })),
		...policies.map((app): Change => ({ kind: 'policy', app })),
	]
}

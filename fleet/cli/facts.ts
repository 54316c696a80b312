// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What plan, policy, heal and rollback know before they plan: facts, the packs that spaces have, the policies that they hold. */

import type { Failure, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { Fleet } from '../inventory/expand.ts'
import type { Context, Loaded } from './context.ts'
import type { Engines } from './engines.ts'

import { POLICY_APPS } from '../policy/check.ts'
import { InterruptedError } from './exitCodes.ts'
import { lookAtSpaces } from './looking.ts'
import { KnownPacks } from './packsKnown.ts'

/** What is known. */
export interface Known {
	readonly facts: Map<string, SpaceFacts | Failure>
	/** By version: those that spaces have, and those that were asked for. */
	readonly packs: Map<string, PackTarget>
	/** Packs that lie here and are refused, and why. */
	readonly refused: ReadonlyMap<string, string>
	/** Texts of policies by hash. */
	readonly texts: Map<string, string>
}

/**
 * Looks.
 *
 * @param context the command's
 * @param loaded the inventory
 * @param options fleet; engines; packs: already known ones; versions: looked up in any case; only: these spaces; counts: numbers, too
 */
export async function lookWhole(context: Context, loaded: Loaded, { fleet, engines, packs: given = [], versions = [], only, counts = false }: { fleet: Fleet, engines: Engines, packs?: readonly PackTarget[], versions?: Iterable<string>, only?: ReadonlySet<string>, counts?: boolean }): Promise<Known> {
	const known = new KnownPacks(loaded, engines)
	const packs = new Map([...await known.all(versions), ...given.map((pack) => [pack.version, pack] as const)])
	// An engine adds the apps of each space's present pack by itself.
	const apps = packs.size === 0 ? POLICY_APPS : [...new Set([...packs.values()].flatMap((pack) => Object.keys(pack.apps)))].sort()
	// Texts are only needed where policies may be replaced.
	const texts = fleet.spaces.some(({ policies }) => Object.keys(policies).length > 0) ? new Map<string, string>() : undefined
	const facts = await lookAtSpaces(context, fleet, engines, { apps, counts, ...only === undefined ? {} : { only }, ...texts === undefined ? {} : { texts } })
	if (context.signal.aborted) {
		// Half of the fleet would look as if it could not be read.
		throw new InterruptedError()
	}
	const present = [...facts.values()].flatMap((one) => 'code' in one || one.overlay.pack === null ? [] : [one.overlay.pack])
	return { facts, packs: new Map([...await known.all(present), ...packs]), refused: known.refused, texts: texts ?? new Map() }
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Policies in a plan: each text is kept once, by its hash; spaces hold hashes. A fleet's charter would be in it ten thousand times otherwise. */

import type { AppValues, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { FleetSpace, Policies } from '../inventory/expand.ts'

import { canonical, sha256 } from '../journal/canonical.ts'

/** App value in which each app of ours keeps the host's policy. */
export const POLICY_KEY = 'fleet_policy'

/** App → hash of the policy; null for none. */
export type PolicyHashes = Readonly<Record<string, string | null>>

/** Turns the inventory's policies into hashes; spaces share one object, which is worked out once. */
export class PolicyBook {
	/** Hash → text of every policy that was asked for. */
	readonly texts = new Map<string, string>()
	readonly #known = new WeakMap<object, string>()

	/** The hash of a policy as the app will hold it. */
	hash(policy: Policies[string]): string {
		const known = this.#known.get(policy)
		if (known !== undefined) {
			return known
		}
		const text = canonical(policy)
		const hash = sha256(text)
		this.#known.set(policy, hash)
		this.texts.set(hash, text)
		return hash
	}

	/** The policies of the inventory that a space does not hold, for apps of the pack. */
	missing(space: Pick<FleetSpace, 'policies'>, facts: Pick<SpaceFacts, 'policies'>, pack: Pick<PackTarget, 'apps'>): Record<string, string> {
		const wanted: Record<string, string> = {}
		for (const [app, policy] of Object.entries(space.policies)) {
			if (pack.apps[app] !== undefined && facts.policies[app] !== this.hash(policy)) {
				wanted[app] = this.hash(policy)
			}
		}
		return wanted
	}
}

/**
 * The app values that bring policies about.
 *
 * @param hashes app → hash, or null to take the policy away; undefined for none
 * @param texts hash → text; a hash without a text is left out
 */
export function policyValues(hashes: PolicyHashes | undefined, texts: Readonly<Record<string, string>>): AppValues | undefined {
	const entries = Object.entries(hashes ?? {}).flatMap(([app, hash]) => {
		const text = hash === null ? null : texts[hash]
		return text === undefined ? [] : [[app, { [POLICY_KEY]: text }] as const]
	})
	return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

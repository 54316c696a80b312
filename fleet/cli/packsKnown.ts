// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Packs by version: what scan, heal, policy and rollback need to know of the packs that spaces have. */

import type { PackTarget } from '../engines/engine.ts'
import type { Loaded } from './context.ts'
import type { Engines } from './engines.ts'

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PackError } from '../pack/error.ts'
import { MANIFEST } from '../pack/manifest.ts'
import { listRollouts, openRollout } from '../rollout/store.ts'
import { findPack } from './packTarget.ts'

/** Looks packs up, each once. */
export class KnownPacks {
	readonly #known = new Map<string, PackTarget | null>()
	/** Packs that lie here and are refused, and why: for instance since their key is trusted no more. */
	readonly refused = new Map<string, string>()

	/**
	 * @param loaded the inventory
	 * @param engines for simulated packs
	 */
	constructor(private readonly loaded: Loaded, private readonly engines: Engines) {}

	/**
	 * A pack by its version: unpacked and signed on this machine, or as an earlier roll-out has verified it. Where its
	 * key was taken out of the inventory since, spaces still have it: it must be possible to look at them, and to bring
	 * them to another one.
	 *
	 * @param version of the pack
	 * @return null where nothing is known of it
	 */
	async get(version: string): Promise<PackTarget | null> {
		const known = this.#known.get(version)
		if (known !== undefined) {
			return known
		}
		const found = await this.#find(version)
		this.#known.set(version, found)
		return found
	}

	/** Several, those that are known. */
	async all(versions: Iterable<string>): Promise<Map<string, PackTarget>> {
		const found = new Map<string, PackTarget>()
		for (const version of new Set(versions)) {
			const pack = await this.get(version)
			if (pack !== null) {
				found.set(version, pack)
			}
		}
		return found
	}

	async #find(version: string): Promise<PackTarget | null> {
		const { loaded, engines } = this
		if (engines.sim !== null) {
			return engines.sim.world.packs.get(version) ?? null
		}
		const here = Object.values(loaded.inventory.hosts).map(({ packs }) => join(packs, version)).find((dir) => existsSync(join(dir, MANIFEST)))
		if (here !== undefined && loaded.inventory.keys.length > 0) {
			try {
				return await findPack(here, loaded, engines)
			} catch (error) {
				if (!(error instanceof PackError)) {
					throw error
				}
				this.refused.set(version, error.message)
			}
		}
		for (const id of listRollouts(loaded.stateDir).reverse()) {
			const { pack } = openRollout(loaded.stateDir, id).plan
			if (pack.version === version) {
				return pack
			}
		}
		return null
	}
}

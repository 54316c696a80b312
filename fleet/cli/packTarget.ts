// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The pack that a command names: a folder with a signed manifest, a version below the hosts' packs, or a simulated one. */

import type { PackTarget } from '../engines/engine.ts'
import type { Loaded } from './context.ts'
import type { Engines } from './engines.ts'

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sha256 } from '../journal/canonical.ts'
import { MANIFEST } from '../pack/manifest.ts'
import { readPublicKey } from '../pack/sign.ts'
import { readSignedManifest } from '../pack/verify.ts'
import { UsageError } from './exitCodes.ts'

/**
 * Finds and believes a pack.
 *
 * @param name a folder or a version
 * @param loaded the inventory, whose keys are trusted
 * @param engines for simulated packs
 * @throws PackError where it is refused; UsageError where it is not there
 */
export async function findPack(name: string, loaded: Loaded, engines: Engines): Promise<PackTarget> {
	if (engines.sim !== null) {
		const pack = engines.sim.world.packs.get(name)
		if (pack === undefined) {
			throw new UsageError(`The simulated fleet has the packs ${[...engines.sim.world.packs.keys()].join(', ')}, not "${name}".`)
		}
		return pack
	}
	const folders = [resolve(name), ...Object.values(loaded.inventory.hosts).map(({ packs }) => join(packs, name))]
	const dir = folders.find((folder) => existsSync(join(folder, MANIFEST)))
	if (dir === undefined) {
		throw new UsageError(`There is no pack in ${folders.join(' or ')}.`)
	}
	if (loaded.inventory.keys.length === 0) {
		throw new UsageError('The inventory names no "keys": nobody\'s packs are trusted yet.')
	}
	const keys = await Promise.all(loaded.inventory.keys.map((file) => readPublicKey(resolve(loaded.dir, file))))
	const manifest = await readSignedManifest(dir, keys)
	return {
		version: manifest.version,
		manifest: sha256(readFileSync(join(dir, MANIFEST))),
		apps: Object.fromEntries(manifest.apps.map(({ id, version, nextcloud, migrations }) => [id, { version, nextcloud, additive: migrations.every(({ additive }) => additive), breaking: migrations.filter(({ additive }) => !additive).map((migration) => migration.class) }])),
	}
}

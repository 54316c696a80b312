// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble keygen` and `ensemble pack`: where packs come from. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packCheckout } from '../../pack/checkout.ts'
import { makeKeys } from '../../pack/sign.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'

/** The checkout that this command belongs to. */
const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))

interface PackChoice {
	readonly key: string
	readonly apps?: string
	readonly out: string
	readonly packVersion?: string
	readonly certificates?: string
	readonly oneWay?: boolean
}

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addPack(program: Command, context: () => Context): void {
	teach(program.command('keygen').argument('<file>', 'the private key; the public one is written to FILE.pub')
		.summary('make a key pair to sign packs with')
		.description('Makes an Ed25519 key pair. Keep the private key off the hosts; put the public one under "keys" in the inventory. Neither file is ever overwritten.')
		.action(async (file: string) => {
			const { output } = context()
			const id = await makeKeys(resolve(file))
			output.json({ key: id, privateKey: file, publicKey: `${file}.pub` })
			output.line(`Key ${id}`)
			output.line(`  ${file}      signs packs. For you alone; keep a copy in a safe place.`)
			output.line(`  ${file}.pub  is for everybody. Name it in the inventory: keys: [${file}.pub]`)
		}), [['ensemble keygen ensemble.key', 'writes ensemble.key and ensemble.key.pub']], ['refusedPack'], { refusedPack: 'one of the files is there already' })

	teach(program.command('pack').summary('make a signed pack of built apps')
		.description('Packages built apps: an archive for each, a bill of materials (CycloneDX), a manifest with the hash of every file, and its signature. The same commit and key give the same bytes. Never overwrites a pack.')
		.requiredOption('--key <file>', 'the private key ("ensemble keygen" makes one)')
		.option('--apps <folder>', 'the built apps; build/apps of this checkout unless said')
		.option('--out <folder>', 'where the pack becomes a folder, named by its version', 'packs')
		.option('--pack-version <version>', 'version of the pack; that of fleet/package.json unless said')
		.option('--certificates <folder>', 'with APP.key and APP.crt, for Nextcloud\'s own code signing')
		.option('--one-way', 'allow migrations that are not additive: spaces cannot go back from such a pack')
		.action(async ({ key, apps, out, packVersion, certificates, oneWay }: PackChoice) => {
			const { output } = context()
			const source = apps === undefined ? resolve(CHECKOUT, 'build/apps') : resolve(apps)
			if (!existsSync(source)) {
				throw new UsageError(`There is no ${source}. "npm run build" builds the apps; --apps names another folder.`)
			}
			if (certificates !== undefined && !existsSync(certificates)) {
				throw new UsageError(`There is no ${certificates}.`)
			}
			const { manifest, dir } = await packCheckout({ root: CHECKOUT, apps: source, packs: resolve(out), key, version: packVersion, certificates, allowBreakingMigrations: oneWay })
			output.json({ dir, ...manifest, apps: manifest.apps.map(({ files, ...app }) => ({ ...app, files: files.length })) })
			manifest.apps.forEach(({ id, version, archive, files }) => output.line(`  ${id} ${version}: ${files.length} files, ${archive.size} bytes, ${archive.sha256}`))
			output.line(`${dir}: pack ${manifest.version} of ${manifest.createdFrom ?? 'a working tree with changes'}, signed by key ${manifest.key}`)
		}), [
		['ensemble pack --key ensemble.key', 'packs/VERSION from build/apps'],
		['ensemble pack --key ensemble.key --pack-version 1.2.0', 'under a version of your own'],
	], ['refusedPack'], { refusedPack: 'refused: a migration that is not additive, a stray file, a pack of this version that is there already, a bad key' })
}

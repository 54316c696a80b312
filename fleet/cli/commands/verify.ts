// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble verify` and `ensemble unpack`: nothing of a pack is used before it was checked. */

import type { Command } from 'commander'
import type { KeyObject } from 'node:crypto'
import type { Context } from '../context.ts'

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MANIFEST, SBOM } from '../../pack/manifest.ts'
import { readPublicKey } from '../../pack/sign.ts'
import { unpack, verifyStored } from '../../pack/unpack.ts'
import { verifyPack } from '../../pack/verify.ts'
import { load } from '../context.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'

const KEY = ['--key <file...>', 'public keys to trust; those of the inventory unless said'] as const

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addVerify(program: Command, context: () => Context): void {
	teach(program.command('verify').argument('<pack>', 'its folder: as it was delivered, or unpacked')
		.summary('check a pack')
		.description('Refuses a pack with a changed, missing, extra or unsigned file, signed by a key that you do not trust, with a link, a path that leaves its folder, or more bytes than it says.')
		.option(...KEY)
		.action(async (pack: string, { key }: { key?: string[] }) => {
			const { output, options } = context()
			const dir = mustBeThere(pack)
			const keys = await trusted(key, options.inventory)
			// As delivered it has its bill of materials beside the archives; unpacked it has folders instead.
			const manifest = existsSync(join(dir, SBOM)) ? await verifyPack(dir, keys) : await verifyStored(dir, keys)
			output.json({ ok: true, dir, version: manifest.version, key: manifest.key, createdFrom: manifest.createdFrom, apps: manifest.apps.map(({ id, version, nextcloud, migrations, files }) => ({ id, version, nextcloud, files: files.length, breaking: migrations.filter(({ additive }) => !additive).map((migration) => migration.class) })) })
			output.line(`${pack} is whole: pack ${manifest.version}, signed by key ${manifest.key}.`)
			manifest.apps.forEach(({ id, version, nextcloud, migrations }) => output.line(`  ${id} ${version}, for Nextcloud ${nextcloud.min} to ${nextcloud.max}${migrations.every(({ additive }) => additive) ? '' : output.paint('yellow', ', with migrations that bar the way back')}`))
		}), [
		['ensemble verify packs/1.2.0', 'with the keys of fleet.yaml'],
		['ensemble verify packs/1.2.0 --key ensemble.key.pub', 'without an inventory'],
		['ensemble verify /srv/packs/1.2.0', 'one that was unpacked'],
	], ['refusedPack'])

	teach(program.command('unpack').argument('<pack>', 'its folder, as it was delivered')
		.summary('check a pack and unpack it on this machine')
		.description('Checks a pack and unpacks it into a folder of its own, named by its version, read-only, whole or not at all. One that is there already is checked again and has to be the same.')
		.option('--to <folder>', 'folder of the unpacked packs, as under "packs" in the inventory', '/srv/packs')
		.option(...KEY)
		.action(async (pack: string, { to, key }: { to: string, key?: string[] }) => {
			const { output, options } = context()
			const { manifest, dir } = await unpack(mustBeThere(pack), await trusted(key, options.inventory), resolve(to))
			output.json({ dir, version: manifest.version, key: manifest.key })
			output.line(`Pack ${manifest.version} is in ${dir}. What it would change: ensemble plan ${manifest.version}`)
		}), [['ensemble unpack packs/1.2.0', '/srv/packs/1.2.0'], ['ensemble unpack packs/1.2.0 --to /opt/packs', 'elsewhere']], ['refusedPack'])
}

function mustBeThere(pack: string): string {
	if (!existsSync(join(pack, MANIFEST))) {
		throw new UsageError(`${pack} is no pack: it has no ${MANIFEST}.`)
	}
	return resolve(pack)
}

async function trusted(files: readonly string[] | undefined, inventory: string): Promise<KeyObject[]> {
	if (files !== undefined) {
		return Promise.all(files.map((file) => readPublicKey(resolve(file))))
	}
	if (!existsSync(inventory)) {
		throw new UsageError(`Say whom you trust: --key FILE, or "keys" in the inventory (${inventory} is not there).`)
	}
	const { inventory: { keys }, dir } = load({ inventory })
	if (keys.length === 0) {
		throw new UsageError(`${inventory} names no "keys": nobody's packs are trusted yet.`)
	}
	return Promise.all(keys.map((file) => readPublicKey(resolve(dir, file))))
}

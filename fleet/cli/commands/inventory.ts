// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble inventory`: checks and shows the inventory; `ensemble inventory import`: makes one. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { importInventory } from '../../inventory/import.ts'
import { instanceIdOf, sharedInstanceIds } from '../../inventory/instanceIds.ts'
import { InventoryError } from '../../inventory/read.ts'
import { load } from '../context.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'
import { many } from '../words.ts'

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addInventory(program: Command, context: () => Context): void {
	const inventory = teach(program.command('inventory').summary('check and show the inventory').description('Reads the inventory, looks up its spaces and shows them. Nothing of a space is run.')
		.action(() => {
			const { output, options } = context()
			const fleet = load(options).fleet()
			refuseClones(fleet.spaces, options.inventory)
			output.json(fleet)
			output.line(`${fleet.name}: ${many(fleet.spaces.length, 'space')} on ${many(fleet.hosts.length, 'host')}`)
			output.table(fleet.hosts.map(({ name, engine, jobs }) => [name, engine, `${jobs} jobs`, fleet.spaces.filter(({ host }) => host === name).length]))
			output.line(`Canaries: ${fleet.spaces.filter(({ canary }) => canary).map(({ id }) => id).join(', ') || 'none named; the first space of a roll-out is the canary'}`)
			fleet.spaces.filter(({ hold }) => hold !== null).forEach(({ id, hold }) => output.line(`Held: ${id}: ${hold}`))
		}), [
		['ensemble inventory', 'is fleet.yaml right, and which spaces does it mean?'],
		['ensemble inventory --json | jq -r \'.spaces[].id\'', 'their names'],
	])
	teach(inventory.command('import').argument('<folder>', 'a folder of spaces, or a pattern such as "/srv/spaces/*/config"')
		.description('Writes an inventory from a folder of config folders.')
		.option('--fleet <name>', 'its name', 'fleet')
		.option('--code <folder>', 'Nextcloud\'s code tree', '/var/www/nextcloud')
		.action((folder: string, { fleet, code }: { fleet: string, code: string }) => {
			const { output, options } = context()
			const { yaml, spaces, remarks } = importInventory(folder, { fleet, code, host: hostname().split('.')[0] || 'here' })
			remarks.forEach((remark) => output.remark(remark))
			if (spaces.length === 0) {
				throw new UsageError(`No space was found in ${folder}.`)
			}
			if (existsSync(options.inventory)) {
				throw new UsageError(`${options.inventory} is there already; --inventory names another file.`)
			}
			writeFileSync(options.inventory, yaml, { flag: 'wx' })
			output.json({ file: options.inventory, spaces, remarks })
			output.line(`${options.inventory}: ${spaces.length} spaces. Look at it, then: ensemble inventory`)
		}), [
		['ensemble inventory import /srv/spaces', 'writes fleet.yaml'],
		['ensemble inventory import "/srv/*/config" --code /opt/nextcloud --fleet north', 'by a pattern'],
	])
}

/** Looks into the config files that this machine can read. */
function refuseClones(spaces: readonly { readonly id: string, readonly config: string }[], file: string): void {
	const shared = sharedInstanceIds(spaces.map(({ id, config }) => ({ id, instanceId: readable(join(config, 'config.php')) })))
	if (shared.size > 0) {
		throw new InventoryError([...shared].map(([instanceId, ids]) => ({ line: 0, column: 0, path: '', message: `${ids.join(', ')} share the instance id ${instanceId}: one is a clone of the other.` })), file)
	}
}

function readable(path: string): string | null {
	try {
		return instanceIdOf(readFileSync(path, 'utf8'))
	} catch {
		// On another host, or not for this account: the plan asks the engine.
		return null
	}
}

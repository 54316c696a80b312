// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble inventory import FOLDER`: a first fleet.yaml from a folder of config folders. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { findFolders } from './glob.ts'
import { instanceIdOf, sharedInstanceIds } from './instanceIds.ts'
import { NAME } from './schema.ts'

/** What was found, and the inventory that says so. */
export interface Imported {
	readonly yaml: string
	/** Ids of the spaces. */
	readonly spaces: string[]
	/** Folders left out, and other things a person should know. */
	readonly remarks: string[]
}

/**
 * Makes an inventory.
 *
 * @param pattern a folder whose folders are spaces (`/srv/spaces`), or a pattern (`/srv/spaces/*\/config`)
 * @param options the fleet's and this host's names, and Nextcloud's code tree
 * @throws Error where the folder cannot be read
 */
export function importInventory(pattern: string, { fleet, host, code }: { fleet: string, host: string, code: string }): Imported {
	const glob = /[*?]/.test(pattern) ? pattern : findPattern(pattern.replace(/\/+$/, ''))
	const remarks: string[] = []
	const spaces = findFolders(glob).flatMap(({ id, path }) => {
		const config = join(path, 'config.php')
		if (!existsSync(config)) {
			remarks.push(`${path} has no config.php and is left out.`)
			return []
		}
		if (!NAME.test(id)) {
			remarks.push(`${path}: "${id}" cannot be the name of a space. It is left out; write it by hand under another name.`)
			return []
		}
		const text = readFileSync(config, 'utf8')
		return [{ id, config: path, url: urlOf(text), instanceId: instanceIdOf(text) }]
	})
	for (const [instanceId, ids] of sharedInstanceIds(spaces)) {
		remarks.push(`${ids.join(', ')} share the instance id ${instanceId}: one is a clone. A plan will refuse them.`)
	}
	for (const { id } of spaces.filter(({ instanceId }) => instanceId === null)) {
		remarks.push(`${id}: its config.php states no instance id in the usual form.`)
	}
	const inventory = {
		fleet,
		hosts: { [host]: { engine: 'local', code, packs: '/srv/packs', jobs: 2, spaces: spaces.map(({ id, config, url }) => ({ id, config, ...url === null ? {} : { url } })) } },
		canaries: spaces.slice(0, 1).map(({ id }) => id),
		waves: ['canaries', { take: '1%', pause: '10m' }, { take: '10%', pause: 'approval' }, '100%'],
		limits: { failures: 1, timeout: '2m' },
		keys: ['ensemble.key.pub'],
	}
	return { yaml: stringify(inventory), spaces: spaces.map(({ id }) => id), remarks }
}

/** Spaces keep config.php in `<space>/config` or in `<space>` itself. */
function findPattern(folder: string): string {
	return findFolders(`${folder}/*/config`).length > 0 ? `${folder}/*/config` : `${folder}/*`
}

function urlOf(config: string): string | null {
	const url = /^\s*(['"])overwrite\.cli\.url\1\s*=>\s*(['"])(https?:\/\/[^'"\\]+)\2/m.exec(config)?.[3]
	return url !== undefined && URL.canParse(url) ? url : null
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What every command needs: the inventory, the state folder, who asks. */

import type { Fleet } from '../inventory/expand.ts'
import type { Inventory } from '../inventory/schema.ts'
import type { Output } from './output.ts'

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expandInventory } from '../inventory/expand.ts'
import { readInventory } from '../inventory/read.ts'
import { readPolicies } from '../policy/read.ts'
import { UsageError } from './exitCodes.ts'

/** Options of every command. */
export interface GlobalOptions {
	readonly inventory: string
	readonly json?: boolean
}

/** A command's surroundings. */
export interface Context {
	readonly output: Output
	readonly options: GlobalOptions
	/** Ends with Ctrl-C. */
	readonly signal: AbortSignal
	/** Sets the exit code. */
	readonly exit: (code: number) => void
	/** The exit code so far. */
	readonly code: () => number
}

/** An inventory that was read. */
export interface Loaded {
	readonly inventory: Inventory
	/** Folder of the inventory: what its relative paths are relative to. */
	readonly dir: string
	readonly stateDir: string
	/** Reads and checks the policies and looks up the spaces; may run commands of the inventory. */
	readonly fleet: () => Fleet
}

/**
 * Reads the inventory that the options name; the state folder is made.
 *
 * @param options of the command
 * @throws InventoryError, UsageError
 */
export function load({ inventory: file }: Pick<GlobalOptions, 'inventory'>): Loaded {
	if (!existsSync(file)) {
		throw new UsageError(`There is no ${file}. "ensemble inventory import FOLDER" makes one; --inventory names another.`)
	}
	const text = readFileSync(file, 'utf8')
	const inventory = readInventory(text, file)
	const dir = dirname(resolve(file))
	const stateDir = resolve(dir, inventory.state ?? join('state', inventory.fleet))
	mkdirSync(stateDir, { recursive: true, mode: 0o750 })
	return { inventory, dir, stateDir, fleet: () => expandInventory(readPolicies(inventory, text, file), undefined, file) }
}

/** Who asks, for the journal: the account, and the one behind sudo. */
export function whoAsks(env: Readonly<Record<string, string | undefined>> = process.env): string {
	const name = userInfo().username
	return env.SUDO_USER !== undefined && env.SUDO_USER !== name ? `${env.SUDO_USER} (as ${name})` : name
}

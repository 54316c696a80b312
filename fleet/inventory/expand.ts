// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** From an inventory to the fleet it means: patterns and commands looked up, groups and canaries settled, doubles refused. */

import type { Host, Space } from '../engines/engine.ts'
import type { Match } from './glob.ts'
import type { ListedSpace } from './listing.ts'
import type { Complaint } from './read.ts'
import type { Inventory } from './schema.ts'

import { execFileSync } from 'node:child_process'
import { findFolders, matcher } from './glob.ts'
import { ListingError, readListing } from './listing.ts'
import { InventoryError } from './read.ts'
import { inventorySchema } from './schema.ts'

/** A host and how it is reached. */
export interface FleetHost extends Host {
	readonly engine: Inventory['hosts'][string]['engine']
}

/** Policies by app: JSON. */
export type Policies = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A space with all that the inventory says of it. */
export interface FleetSpace extends Space {
	/** Sorted. */
	readonly groups: readonly string[]
	readonly canary: boolean
	/** Why it is left alone, or null. */
	readonly hold: string | null
	readonly policies: Policies
}

/** A fleet, as the inventory and its sources describe it now. */
export interface Fleet {
	readonly name: string
	readonly hosts: readonly FleetHost[]
	/** In the order of their ids. */
	readonly spaces: readonly FleetSpace[]
	readonly waves: Inventory['waves']
	readonly limits: Inventory['limits']
	readonly gates: Inventory['gates']
	readonly window: Inventory['window']
}

/** How sources are looked up; tests and simulations put their own. */
export interface Lookup {
	readonly folders: (pattern: string) => Match[]
	/** Standard output of a command. */
	readonly output: (command: readonly string[]) => string
}

const realLookup: Lookup = {
	folders: findFolders,
	output: ([program, ...parameters]) => execFileSync(program!, parameters, { encoding: 'utf8', timeout: 60_000, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] }),
}

/** The schema of one space as written, for what patterns and commands bring. */
const spaceSchema = inventorySchema.shape.hosts.valueType.shape.spaces.unwrap().element.options[0]

/**
 * Looks up what an inventory means.
 *
 * @param inventory checked
 * @param lookup where folders and commands are looked up; this machine unless said
 * @param file the inventory's name, for complaints
 * @throws InventoryError for sources that fail, doubles, and names that nothing has
 */
export function expandInventory(inventory: Inventory, lookup: Lookup = realLookup, file?: string): Fleet {
	const complaints: Complaint[] = []
	const complain = (path: string, message: string) => void complaints.push({ line: 0, column: 0, path, message })
	const found = Object.entries(inventory.hosts).flatMap(([host, { spaces, address, url }]) => spaces.flatMap((source, index) => {
		const path = `hosts.${host}.spaces.${index}`
		if ('glob' in source && address !== undefined) {
			complain(path, 'A "glob" looks on this machine. For a host elsewhere, write a "command" that lists its spaces (for instance through ssh).')
			return []
		}
		try {
			return look(source, lookup).flatMap((listed) => {
				const checked = spaceSchema.safeParse(listed)
				if (!checked.success) {
					checked.error.issues.forEach((issue) => complain(path, `"${shown(listed.id)}": ${issue.path.join('.')}: ${issue.message}`))
					return []
				}
				return [{ ...url === undefined ? {} : { url: url.replace('{id}', checked.data.id) }, ...checked.data, host }]
			})
		} catch (error) {
			complain(path, error instanceof ListingError ? error.message : `The spaces cannot be looked up: ${(error as Error).message.split('\n')[0]}`)
			return []
		}
	}))
	refuseDoubles(found, complain)
	const ids = found.map(({ id }) => id)
	const known = new Set(ids)
	for (const id of Object.keys(inventory.spaces).filter((id) => !known.has(id))) {
		complain(`spaces.${id}`, 'No host has a space of this name.')
	}
	const groups = new Map(found.map(({ id, groups = [] }) => [id, new Set([...groups, ...inventory.spaces[id]?.groups ?? []])]))
	for (const [group, patterns] of Object.entries(inventory.groups)) {
		for (const id of select(patterns, ids, new Map(), (pattern) => complain(`groups.${group}`, `No space fits "${shown(pattern)}".`))) {
			groups.get(id)?.add(group)
		}
	}
	const members = new Map<string, string[]>(Object.keys(inventory.groups).map((group) => [group, []]))
	groups.forEach((names, id) => names.forEach((group) => members.set(group, [...members.get(group) ?? [], id])))
	const canaries = new Set(select(inventory.canaries, ids, members, (pattern) => complain('canaries', `No space fits "${shown(pattern)}".`)))
	for (const wave of inventory.waves) {
		const take = typeof wave === 'object' ? wave.take : wave
		if (typeof take === 'string' && take.startsWith('group:') && !members.has(take.slice(6))) {
			complain('waves', `There is no group "${take.slice(6)}".`)
		}
	}
	const silent = inventory.gates.probe ? found.filter(({ id, url }) => (inventory.spaces[id]?.url ?? url) === undefined) : []
	if (silent.length > 0) {
		complain('gates.probe', `${silent.length} spaces have no "url" to be asked at (${shown(silent[0]!.id)}, for instance).`)
	}
	if (complaints.length > 0) {
		throw new InventoryError(complaints, file)
	}
	const common = inline(inventory.policies)
	return {
		name: inventory.fleet,
		hosts: Object.entries(inventory.hosts).map(([name, { engine, address, home, code, packs, packsUrl, php, jobs }]) => ({ name, engine, ...address === undefined ? {} : { address }, ...home === undefined ? {} : { home }, code, packs, packsUrl, php, jobs })),
		spaces: found.map(({ id, host, config, url, canary }) => {
			const own = inventory.spaces[id]
			return {
				id,
				host,
				config,
				...own?.url ?? url ? { url: own?.url ?? url } : {},
				groups: [...groups.get(id) ?? []].sort(),
				canary: own?.canary ?? canary ?? canaries.has(id),
				hold: own?.hold ?? null,
				policies: own?.policies === undefined ? common : { ...common, ...inline(own.policies) },
			}
		}).sort((a, b) => a.id < b.id ? -1 : 1),
		waves: inventory.waves,
		limits: inventory.limits,
		gates: inventory.gates,
		window: inventory.window,
	}
}

/** Policies that are written in the inventory; readPolicies() has put those of files in. */
function inline(policies: Inventory['policies']): Policies {
	return Object.fromEntries(Object.entries(policies).flatMap(([app, policy]) => typeof policy === 'string' ? [] : [[app, policy]]))
}

type Source = Inventory['hosts'][string]['spaces'][number]

function look(source: Source, lookup: Lookup): ListedSpace[] {
	if ('glob' in source) {
		return lookup.folders(source.glob).map(({ path, id }) => ({ id, config: path }))
	}
	return 'command' in source ? readListing(lookup.output(source.command)) : [source]
}

/** Two spaces of one name, or one config folder of a host under two names. */
function refuseDoubles(found: readonly { id: string, host: string, config: string }[], complain: (path: string, message: string) => void): void {
	const ids = new Map<string, string>()
	const folders = new Map<string, string>()
	for (const { id, host, config } of found) {
		const folder = `${host}:${config.replace(/\/+$/, '')}`
		if (ids.has(id)) {
			complain(`hosts.${host}.spaces`, `There are two spaces "${id}": on ${ids.get(id)} and on ${host}.`)
		} else if (folders.has(folder)) {
			complain(`hosts.${host}.spaces`, `The spaces "${folders.get(folder)}" and "${id}" have the same config folder.`)
		}
		ids.set(id, host)
		folders.set(folder, id)
	}
}

/** Ids that names, patterns and `group:NAME` mean; what means nothing is told. */
function select(patterns: readonly string[], ids: readonly string[], groups: ReadonlyMap<string, readonly string[]>, nothing: (pattern: string) => void): string[] {
	const known = new Set(ids)
	return patterns.flatMap((pattern) => {
		const found = pattern.startsWith('group:') ? groups.get(pattern.slice(6)) ?? [] : /[*?]/.test(pattern) ? ids.filter(matcher(pattern)) : known.has(pattern) ? [pattern] : []
		if (found.length === 0) {
			nothing(pattern)
		}
		return found
	})
}

/** A name that may be anything, made fit for one line. */
function shown(text: string): string {
	return JSON.stringify(text).slice(1, -1).slice(0, 100)
}

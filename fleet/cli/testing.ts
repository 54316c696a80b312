// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For tests of the command: a simulated fleet on disk, and command lines run in this process. */

import type { PackTarget } from '../engines/engine.ts'
import type { Fault } from '../engines/sim/engine.ts'
import type { SimSpace } from '../engines/sim/world.ts'

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { stringify } from 'yaml'
import { openSim, writeSim } from '../engines/sim/file.ts'
import { simFleet, simPack } from '../engines/sim/fleet.ts'
import { main } from './main.ts'

/** What a command line did. */
export interface Ran {
	readonly code: number
	readonly out: string
	readonly err: string
}

/** A fleet in a folder. */
export interface TestFleet {
	readonly dir: string
	/** Path of a file in the folder. */
	readonly path: (name: string) => string
	/** Runs a command line on it. */
	readonly run: (...args: string[]) => Promise<Ran>
	/** The same with --json: what it printed. */
	readonly json: (...args: string[]) => Promise<Record<string, unknown>>
	/** Changes a space behind the command's back. */
	readonly change: (id: string, edit: (space: SimSpace) => void) => void
	/** A space as it is now. */
	readonly space: (id: string) => SimSpace
	/** How many spaces have which version of an app. */
	readonly versions: (app?: string) => Record<string, number>
}

/**
 * Runs a command line in this process.
 *
 * @param args the words
 * @param signal Ctrl-C
 */
export async function ensemble(args: readonly string[], signal: AbortSignal = new AbortController().signal): Promise<Ran> {
	let out = ''
	let err = ''
	const code = await main(args, {
		out: { isTTY: false, write: (text) => { out += text } },
		err: { isTTY: false, write: (text) => { err += text } },
		env: {},
		signal,
	})
	return { code, out, err }
}

/**
 * A folder for each test of a file, all gone after the last.
 *
 * @param word of its name
 * @return a path in `dir`; the folder is not made
 */
export function useFolder(word: string): { readonly dir: string } {
	const root = mkdtempSync(join(tmpdir(), `ensemble-${word}-`))
	let number = 0
	beforeEach(() => {
		number++
	})
	afterAll(() => rmSync(root, { recursive: true }))
	return {
		get dir() {
			return join(root, String(number))
		},
	}
}

/**
 * Writes a simulated fleet and its inventory.
 *
 * @param dir a folder of its own; made
 * @param options spaces: how many, on two hosts; packs: the first is the one in use; faults; inventory: what it says besides
 */
export function testFleet(dir: string, { spaces = 12, packs = [simPack('1.0.0'), simPack('1.1.0'), simPack('0.9.0')], faults = [], inventory = {} }: { spaces?: number, packs?: readonly PackTarget[], faults?: readonly Fault[], inventory?: Record<string, unknown> } = {}): TestFleet {
	const { fleet, world } = simFleet({ spaces, hosts: 2, jobs: 4, packs })
	const file = join(dir, 'fleet.yaml')
	const sim = join(dir, 'state/sim.jsonl')
	mkdirSync(join(dir, 'state'), { recursive: true })
	writeSim(sim, { packs: [...world.packs.values()], faults, speed: 5000, boot: 0.5, seed: 1 }, world.spaces)
	writeFileSync(file, stringify({
		fleet: 'test',
		state: 'state',
		hosts: Object.fromEntries(fleet.hosts.map(({ name }) => [name, { engine: 'sim', jobs: 4, spaces: fleet.spaces.filter(({ host }) => host === name).map(({ id, config }) => ({ id, config })) }])),
		waves: ['canaries', '100%'],
		...inventory,
	}))
	const now = () => openSim(sim).world
	const run = (...args: string[]) => ensemble(['--inventory', file, ...args])
	return {
		dir,
		path: (name) => join(dir, name),
		run,
		json: async (...args) => JSON.parse((await run(...args, '--json')).out) as Record<string, unknown>,
		change: (id, edit) => {
			const world = now()
			edit(world.space(id))
			world.onChange(id, world.space(id))
		},
		space: (id) => now().space(id),
		versions: (app = 'ensemble_quota') => {
			const counts: Record<string, number> = {}
			now().spaces.forEach(({ apps }) => {
				const version = apps[app]?.version ?? 'none'
				counts[version] = (counts[version] ?? 0) + 1
			})
			return counts
		},
	}
}

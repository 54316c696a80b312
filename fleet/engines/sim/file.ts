// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A simulated fleet in a file, so that it outlives the command that changes it: a first line about all, then a line per space and change. */

import type { PackTarget } from '../engine.ts'
import type { Fault } from './engine.ts'
import type { SimSpace } from './world.ts'

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { SimWorld } from './world.ts'

/** What the first line says. */
export interface SimHead {
	readonly packs: readonly PackTarget[]
	readonly faults: readonly Fault[]
	/** Simulated seconds per second. */
	readonly speed: number
	/** Seconds of a boot. */
	readonly boot: number
	readonly seed: number
}

/**
 * Writes a simulated fleet down.
 *
 * @param path the file
 * @param head about all
 * @param spaces by id
 */
export function writeSim(path: string, head: SimHead, spaces: ReadonlyMap<string, SimSpace>): void {
	writeFileSync(path, [JSON.stringify(head), ...[...spaces].map(([id, space]) => JSON.stringify({ id, space }))].map((line) => `${line}\n`).join(''))
}

/**
 * Reads a simulated fleet; each change of it is written down from now on. A torn last line (the command was killed) is dropped.
 *
 * @param path the file
 * @throws Error where it is not there or says something else
 */
export function openSim(path: string): { world: SimWorld, head: SimHead } {
	const text = readFileSync(path, 'utf8')
	const whole = text.slice(0, text.lastIndexOf('\n') + 1)
	const [first, ...lines] = whole.split('\n').filter(Boolean)
	const head = JSON.parse(first ?? '') as SimHead
	const world = new SimWorld()
	head.packs.forEach((pack) => world.packs.set(pack.version, pack))
	for (const line of lines) {
		const { id, space } = JSON.parse(line) as { id: string, space: SimSpace }
		world.spaces.set(id, space)
	}
	if (whole.length < text.length) {
		writeSim(path, head, world.spaces)
	}
	world.onChange = (id, space) => appendFileSync(path, `${JSON.stringify({ id, space })}\n`)
	return { world, head }
}

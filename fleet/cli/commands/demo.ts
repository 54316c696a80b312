// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble demo`: a simulated fleet with planned faults; no Nextcloud, no host, nothing that can break. */

import type { Command } from 'commander'
import type { Fault } from '../../engines/sim/engine.ts'
import type { Context } from '../context.ts'

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { writeSim } from '../../engines/sim/file.ts'
import { simFleet, simPack } from '../../engines/sim/fleet.ts'
import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 * @param run runs another command line; last: it is the one whose result counts
 */
export function addDemo(program: Command, context: () => Context, run: (args: readonly string[], last: boolean) => Promise<number>): void {
	teach(program.command('demo').summary('try everything on a simulated fleet')
		.description('Makes a folder with a simulated fleet of 500 spaces on three hosts, plans a roll-out and begins it. Break it (Ctrl-C, kill -9) and go on with "ensemble resume".')
		.option('--dir <folder>', 'where', 'ensemble-demo').option('--spaces <number>', 'how many', '500').option('--speed <factor>', 'how much faster than a real fleet', '2').option('--fresh', 'begin anew: removes the folder')
		.action(async ({ dir, spaces, speed, fresh = false }: { dir: string, spaces: string, speed: string, fresh?: boolean }) => {
			const { output, exit } = context()
			const count = Number(spaces)
			if (!Number.isInteger(count) || count < 10 || count > 20_000 || !(Number(speed) > 0)) {
				throw new UsageError('--spaces is a number from 10 to 20000, --speed a number above 0.')
			}
			const inventory = join(dir, 'fleet.yaml')
			const again = `npx ensemble --inventory ${inventory}`
			if (existsSync(inventory) && !fresh) {
				throw new UsageError(`${dir} is there already. Go on with "${again} resume", or begin anew with --fresh.`)
			}
			if (existsSync(inventory)) {
				rmSync(dir, { recursive: true })
			}
			makeDemo(dir, count, Number(speed))
			output.line(`${count} simulated spaces on three hosts in ${dir}. Pack 1.1.0 is planned for them; a few spaces will fail on purpose.`)
			output.line(`Break it (Ctrl-C, or kill -9 from another terminal), look at it with "${again} status", go on with "${again} resume".\n`)
			const plan = join(dir, 'plan.json')
			const planned = await run(['--inventory', inventory, 'plan', '1.1.0', '--out', plan], false)
			exit(planned === 0 ? await run(['--inventory', inventory, 'rollout', plan], true) : planned)
		}), [
		['ensemble demo', 'begins; a few spaces fail on purpose, so it stops'],
		['ensemble --inventory ensemble-demo/fleet.yaml resume', 'goes on'],
		['ensemble demo --fresh --spaces 2000 --speed 10', 'a bigger, quicker one'],
	], ['failed', 'resumable', 'stuck', 'leased', 'interrupted'])
}

/**
 * Writes a simulated fleet and its inventory.
 *
 * @param dir the folder; made
 * @param spaces how many
 * @param speed simulated seconds per second
 */
export function makeDemo(dir: string, spaces: number, speed: number): void {
	const { fleet, world } = simFleet({ spaces, hosts: 3, jobs: 4, packs: [simPack('1.0.0'), simPack('1.1.0'), simPack('1.2.0')] })
	const state = join(dir, 'state')
	mkdirSync(state, { recursive: true })
	const id = (share: number) => fleet.spaces[Math.min(spaces - 1, Math.max(5, Math.floor(spaces * share)))]!.id
	world.space(id(0.05)).maintenance = true
	world.space(id(0.1)).appstore = true
	const faults: Fault[] = [
		{ space: id(0.2), action: 'apply', stage: 'half', code: 'migration', times: 1 },
		{ space: id(0.45), action: 'apply', stage: 'flipped', code: 'lost', times: 1 },
		{ space: id(0.7), action: 'apply', stage: 'end', code: 'silent', times: 1 },
	]
	writeSim(join(state, 'sim.jsonl'), { packs: [...world.packs.values()], faults, speed, boot: 0.5, seed: 1 }, world.spaces)
	writeFileSync(join(dir, 'fleet.yaml'), stringify({
		fleet: 'demo',
		state: 'state',
		hosts: Object.fromEntries(fleet.hosts.map(({ name, jobs }) => [name, { engine: 'sim', jobs, spaces: fleet.spaces.filter(({ host }) => host === name).map(({ id, config }) => ({ id, config })) }])),
		canaries: fleet.spaces.filter(({ canary }) => canary).map(({ id }) => id),
		waves: ['canaries', { take: '1%', pause: '5s' }, { take: '10%', pause: '5s' }, '100%'],
		limits: { failures: '2%', timeout: '60s' },
	}))
}

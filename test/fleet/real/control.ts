// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A controller for real spaces: an inventory, and the command as people use it. */

import type { Summary } from '../../../fleet/rollout/summary.ts'
import type { RealHost, RealPacks } from './spaces.ts'

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { main } from '../../../fleet/cli/main.ts'
import { must } from '../../nextcloud/process.ts'

/** `npm run test:fleet` runs everything at full length; `npm run test:nextcloud` a short variant. */
export const LONG = process.env.ENSEMBLE_FLEET === 'long'

/** What an inventory may say beside its one host. */
export interface ControlOptions {
	/** Parts of the host's entry that are to be otherwise. */
	readonly host?: Readonly<Record<string, unknown>>
	/** Other hosts, instead of the one. */
	readonly hosts?: Readonly<Record<string, unknown>>
	/** Top-level entries. */
	readonly more?: Readonly<Record<string, unknown>>
}

/** Runs the command on a host's spaces. */
export class Control {
	readonly dir: string
	readonly inventory: string

	/**
	 * @param real the host
	 * @param packs whose key is trusted
	 * @param name of the fleet
	 */
	constructor(private readonly real: RealHost, private readonly packs: RealPacks, readonly name = 'test') {
		this.dir = join(real.root, `control-${name}`)
		this.inventory = join(this.dir, 'fleet.yaml')
	}

	/** Writes the inventory. */
	async write({ host = {}, hosts, more = {} }: ControlOptions = {}): Promise<void> {
		const { code, packs, packsUrl, php, jobs } = this.real.host
		await mkdir(this.dir, { recursive: true })
		await writeFile(join(this.dir, 'trusted.pem'), this.packs.keys.open.export({ type: 'spki', format: 'pem' }))
		await writeFile(this.inventory, stringify({
			fleet: this.name,
			hosts: hosts ?? { here: { engine: 'local', code, packs, packsUrl, php, jobs, spaces: this.real.spaces.map(({ id, config }) => ({ id, config })), ...host } },
			keys: ['trusted.pem'],
			...more,
		}))
	}

	/** A path in its folder. */
	file(name: string): string {
		return join(this.dir, name)
	}

	/** Runs a command line in this process. */
	async run(...args: string[]): Promise<{ code: number, out: string, err: string }> {
		let [out, err] = ['', '']
		const code = await main(['--inventory', this.inventory, ...args], {
			out: { isTTY: false, write: (text) => { out += text } },
			err: { isTTY: false, write: (text) => { err += text } },
			env: {},
			signal: new AbortController().signal,
		})
		return { code, out, err }
	}

	/** Runs one that must end with a code. */
	async must(code: number, ...args: string[]): Promise<string> {
		const ended = await this.run(...args)
		if (ended.code !== code) {
			throw new Error(`ensemble ${args.join(' ')} ended with ${ended.code}, not ${code}:\n${ended.out}${ended.err}`)
		}
		return ended.out
	}

	/** Where the newest roll-out stands. */
	async status(): Promise<Summary> {
		return JSON.parse((await this.run('status', '--json')).out) as Summary
	}

	/** A plan for a pack, and its carrying out. */
	async rollout(version: string, code = 0): Promise<void> {
		await this.must(0, 'plan', version, '-o', this.file('plan.json'))
		await this.must(code, 'rollout', this.file('plan.json'))
	}
}

/** What a space's tables of our apps hold: a hash for each. */
export type Digest = Record<string, string>

/**
 * Puts data of our apps into every space.
 *
 * @param real the host; every app of the pack is installed
 */
export async function seed(real: RealHost): Promise<void> {
	await must('php', [join(import.meta.dirname, 'data.php'), 'seed', ...real.spaces.map(({ config }) => config)])
}

/**
 * Reads what they hold.
 *
 * @param real the host
 */
export async function digests(real: RealHost): Promise<Record<string, Digest>> {
	return JSON.parse(await must('php', [join(import.meta.dirname, 'data.php'), 'digest', ...real.spaces.map(({ config }) => config)])) as Record<string, Digest>
}

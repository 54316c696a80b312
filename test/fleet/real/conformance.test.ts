// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The suite that every engine passes, for those that work on real spaces. */

import type { Stage } from '../../../fleet/engines/conformance.ts'
import type { Engine, PackTarget, Space } from '../../../fleet/engines/engine.ts'
import type { RealHost } from './spaces.ts'

import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnsibleEngine } from '../../../fleet/engines/ansible/ansible.ts'
import { conformance } from '../../../fleet/engines/conformance.ts'
import { beforeOf } from '../../../fleet/engines/engine.ts'
import { LocalEngine } from '../../../fleet/engines/local/local.ts'
import { OccEngine } from '../../../fleet/engines/occ/occ.ts'
import { APPS, clone, missing, missingAnsible, realHost, RealPacks } from './spaces.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`The engines' suite on real spaces is skipped: ${reason}.`)
}

const noAnsible = await missingAnsible()
if (noAnsible !== null) {
	console.log(`The engine "ansible" is not tested: ${noAnsible}.`)
}

describe.skipIf(reason !== null)('on real spaces', () => {
	let real: RealHost
	let from: PackTarget
	let to: PackTarget
	let damaged: PackTarget
	let stages = 0

	beforeAll(async () => {
		real = await realHost(1)
		const packs = new RealPacks(real)
		from = await packs.make('1.0.0')
		to = await packs.make('1.1.0')
		damaged = await packs.make('1.2.0')
		const file = join(real.host.packs, '1.2.0/ensemble_quota/LICENSE')
		await chmod(file, 0o644)
		await writeFile(file, 'Do as you like.\n')
		await install(real.spaces[0]!)
	})
	afterAll(() => real?.stop())

	/** Every space of a stage is a copy of this one, wholly at the first pack. */
	async function install(space: Space): Promise<void> {
		const engine = new LocalEngine()
		const options = { jobs: 1, timeout: 120, signal: new AbortController().signal }
		for await (const { facts } of engine.run(real.host, [{ id: '1', space, action: 'facts', apps: APPS }], options)) {
			for await (const { error } of engine.run(real.host, [{ id: '2', space, action: 'apply', pack: from, before: beforeOf(facts!, APPS), enable: APPS }], options)) {
				if (error !== undefined) {
					throw new Error(error.message)
				}
			}
		}
		await engine.close()
	}

	/** A PHP that can neither fork nor become somebody else: what the engine "occ" is for. */
	async function barePhp(): Promise<string> {
		const file = join(real.root, 'bare-php')
		await writeFile(file, `#!/bin/sh\nexec php -d disable_functions=${['fork', 'alarm', 'signal', 'waitpid', 'async_signals'].map((name) => `pcntl_${name}`).join(',')},${['getuid', 'geteuid', 'setuid', 'setgid', 'getpwuid', 'initgroups', 'kill'].map((name) => `posix_${name}`).join(',')} "$@"\n`, { mode: 0o755 })
		return file
	}

	async function open(make: () => Engine, php = 'php'): Promise<Stage> {
		const folder = join(real.root, `stage${++stages}`)
		const spaces = Array.from({ length: 4 }, (_, index): Space => ({ id: `s${index + 1}`, host: real.host.name, config: join(folder, `s${index + 1}`, 'config') }))
		for (const [index, space] of spaces.entries()) {
			await clone(real.spaces[0]!, space, stages * 10 + index, real)
		}
		return { engine: make(), host: { ...real.host, php }, spaces, from, to, damaged, missing: { id: 'absent', host: real.host.name, config: join(folder, 'absent', 'config') }, second: make, close: async () => undefined }
	}

	conformance('local', () => open(() => new LocalEngine()))
	conformance('occ', async () => open(() => new OccEngine(), await barePhp()))

	it('a PHP without pcntl: the engine "local" says which engine works', async () => {
		const engine = new LocalEngine()
		expect(await engine.prepare({ ...real.host, php: await barePhp() }, undefined, new AbortController().signal)).toMatchObject({ code: 'unreachable', message: expect.stringMatching(/lacks .*pcntl_fork.*"occ" works without/) as string })
		await engine.close()
	})

	describe.skipIf(noAnsible !== null)('with Ansible', () => conformance('ansible', () => open(() => new AnsibleEngine({ batch: 1 }))))
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Packs that must never get out: each is caught before or in the canary wave, the canary is well again, nobody else noticed. */

import type { SpaceFacts } from '../../../fleet/engines/engine.ts'
import type { Edit, RealHost } from './spaces.ts'
import type { Web } from './web.ts'

import { chmod, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LocalEngine } from '../../../fleet/engines/local/local.ts'
import { unpack } from '../../../fleet/pack/unpack.ts'
import { probe } from '../../../fleet/rollout/probe.ts'
import { write } from '../packFixture.ts'
import { Control } from './control.ts'
import { APPS, migration, missing, realHost, RealPacks } from './spaces.ts'
import { serveSpaces } from './web.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`Wrong packs on real spaces are skipped: ${reason}.`)
}

describe.skipIf(reason !== null)('a wrong pack', () => {
	let real: RealHost
	let packs: RealPacks
	let web: Web
	let control: Control
	let well: Record<string, SpaceFacts>
	let touched: (string | number)[][]

	beforeAll(async () => {
		real = await realHost(3)
		packs = new RealPacks(real)
		web = await serveSpaces(real)
		control = new Control(real, packs)
		await control.write({ host: { url: web.url('{id}') }, more: { canaries: ['space1'], waves: ['canaries', '100%'], gates: { probe: true } } })
		await packs.make('1.0.0')
		await control.rollout('1.0.0')
		well = await facts()
		touched = await traces()
	}, 300_000)
	afterAll(async () => {
		web?.stop()
		await real?.stop()
	})
	afterEach(async () => {
		// The canary as before and well, seen from within and from outside; of the others not even a file was written.
		expect(await facts()).toEqual(well)
		expect(await probe(web.url('space1'), { patience: 0 })).toBeNull()
		expect((await traces()).slice(1)).toEqual(touched.slice(1))
		expect((await control.status()).phases.stuck).toBe(0)
	})

	async function facts(): Promise<Record<string, SpaceFacts>> {
		const engine = new LocalEngine()
		const all: Record<string, SpaceFacts> = {}
		for await (const { space, facts: found, error } of engine.run(real.host, real.spaces.map((space) => ({ id: space.id, space, action: 'facts', apps: APPS })), { jobs: 2, timeout: 60, signal: new AbortController().signal })) {
			expect(error).toBeUndefined()
			all[space] = found!
		}
		await engine.close()
		return all
	}

	/** What a write to a space's configuration would change. */
	function traces(): Promise<(string | number)[][]> {
		return Promise.all(real.spaces.map(async (space) => {
			const overlay = await stat(join(space.config, 'pack.config.php'))
			return [overlay.mtimeMs, overlay.ino, await real.configHash(space), await readFile(join(space.config, 'pack.config.php'), 'utf8')]
		}))
	}

	/** The plan leaves every space out for this reason. */
	async function nobodyPlanned(version: string, code: string): Promise<void> {
		const plan = JSON.parse(await control.must(0, 'plan', version, '-o', control.file('plan.json'), '--json')) as { spaces: unknown[], skipped: { code: string }[] }
		expect(plan.spaces).toEqual([])
		expect(plan.skipped.map((skipped) => skipped.code)).toEqual(real.spaces.map(() => code))
	}

	/** The canary fails for this reason and is put back, the roll-out stops, and is given up. */
	async function stopsAtCanary(version: string, code: string, app: string): Promise<void> {
		await control.rollout(version, 3)
		const stopped = await control.status()
		expect(stopped).toMatchObject({ status: 'stopped', wave: 0, phases: { restored: 1, waiting: 2, done: 0 }, failures: [{ space: 'space1', phase: 'restored', code }] })
		expect(stopped.failures[0]!.message.length).toBeGreaterThan(10)
		expect(await readFile(control.file(`state/test/rollouts/${stopped.rollout}/journal.jsonl`), 'utf8')).toContain(`"app":"${app}"`)
		await control.must(0, 'abort', '--why', 'test')
		expect((await control.status()).status).toBe('aborted')
	}

	it('that lacks an app which is on', async () => {
		await packs.make('2.0.0', (apps) => rm(join(apps, 'ensemble_charter'), { recursive: true }))
		await nobodyPlanned('2.0.0', 'missing-app')
	})

	it('whose max-version is too low', async () => {
		await packs.make('2.1.0', info('ensemble_quota', (text) => text.replace(/max-version="\d+"\s*\/>/, 'max-version="33"/>')))
		await nobodyPlanned('2.1.0', 'range')
	})

	it('with a broken migration in the second of three apps', async () => {
		await packs.make('2.2.0', migration('ensemble_onboarding', 'EnsembleOnboarding', 20200, 'throw new \\RuntimeException(\'no such luck\');'))
		await stopsAtCanary('2.2.0', 'migration', 'ensemble_onboarding')
	}, 120_000)

	it('with an exception in a repair step, which Nextcloud only logs', async () => {
		await packs.make('2.3.0', async (apps) => {
			await write(apps, { 'ensemble_quota/lib/Migration/Bad.php': '<?php\nnamespace OCA\\EnsembleQuota\\Migration;\nclass Bad implements \\OCP\\Migration\\IRepairStep {\n\tpublic function getName() { return \'bad\'; }\n\tpublic function run(\\OCP\\Migration\\IOutput $output) { throw new \\RuntimeException(\'broken step\'); }\n}\n' })
			await info('ensemble_quota', (text) => text.replace(/<repair-steps>[\s\S]*<\/repair-steps>/, '').replace('</info>', '<repair-steps><post-migration><step>OCA\\EnsembleQuota\\Migration\\Bad</step></post-migration></repair-steps></info>'))(apps)
		})
		await stopsAtCanary('2.3.0', 'exception', 'ensemble_quota')
	}, 120_000)

	it('that breaks every page, which only a look from outside tells', async () => {
		await packs.make('2.4.0', async (apps) => {
			const file = join(apps, 'ensemble_onboarding/lib/AppInfo/Application.php')
			// Only where a web server asks: what the command line boots is well.
			await writeFile(file, (await readFile(file, 'utf8')).replace(/^namespace [^;]+;/m, '$&\nif (PHP_SAPI !== \'cli\') { http_response_code(500); exit(1); }'))
		})
		await control.rollout('2.4.0', 3)
		expect(await control.status()).toMatchObject({ status: 'stopped', phases: { restored: 1, waiting: 2 }, failures: [{ space: 'space1', code: 'gate', message: expect.stringContaining('From outside') as string }] })
		await control.must(0, 'abort')
	}, 120_000)

	it('that nobody signed', async () => {
		await packs.make('2.5.0')
		const dir = join(real.host.packs, '2.5.0')
		await chmod(dir, 0o755)
		await rm(join(dir, 'manifest.json.sig'))
		expect((await control.run('plan', '2.5.0', '-o', control.file('plan.json'))).code).toBe(5)
		expect((await control.run('plan', join(real.root, 'pack-2.5.0'), '-o', control.file('plan.json'))).code).toBe(0)
	})

	it('that is cut short: its archive does not unpack, and a file cut on the host stops the roll-out before it begins', async () => {
		await packs.make('2.6.0')
		const archive = join(real.root, 'pack-2.6.0')
		const [name] = (JSON.parse(await readFile(join(archive, 'manifest.json'), 'utf8')) as { apps: { archive: { path: string } }[] }).apps.map((app) => app.archive.path)
		const file = join(real.host.packs, '2.6.0/ensemble_quota/appinfo/info.xml')
		await truncate(join(archive, name!), 1000)
		await expect(unpack(archive, [packs.keys.open], join(real.root, 'elsewhere'))).rejects.toThrow()
		await chmod(file, 0o644)
		await truncate(file, 200)
		await control.rollout('2.6.0', 3)
		expect(await control.status()).toMatchObject({ status: 'stopped', phases: { waiting: 3, done: 0 }, reason: expect.stringContaining('info.xml') as string })
		await control.must(0, 'abort')
	}, 120_000)
})

/** Changes an app's info.xml. */
function info(app: string, change: (text: string) => string): Edit {
	return async (apps) => {
		const file = join(apps, app, 'appinfo/info.xml')
		const text = await readFile(file, 'utf8')
		const changed = change(text)
		expect(changed).not.toBe(text)
		await writeFile(file, changed)
	}
}

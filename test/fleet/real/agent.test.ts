// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The agent on real spaces: a pack comes, the next one with a migration, back again, and packs that are broken. */

import type { ApplyJob, Before, JobResult, PackTarget, Space, SpaceFacts, SpaceJob } from '../../../fleet/engines/engine.ts'
import type { RealHost } from './spaces.ts'

import { spawn } from 'node:child_process'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { neutralOverlay } from '../../../fleet/agent/wire.ts'
import { beforeOf, overlayFor } from '../../../fleet/engines/engine.ts'
import { LocalEngine } from '../../../fleet/engines/local/local.ts'
import { OccEngine } from '../../../fleet/engines/occ/occ.ts'
import { run } from '../../nextcloud/process.ts'
import { write } from '../packFixture.ts'
import { APPS, markDays, migration, missing, realHost, RealPacks } from './spaces.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`Tests of the agent on real spaces are skipped: ${reason}.`)
}

describe.skipIf(reason !== null).each([['local', () => new LocalEngine()], ['occ', () => new OccEngine()]] as const)('the engine %s on real spaces', (_, make) => {
	let real: RealHost
	let packs: RealPacks
	let a: PackTarget
	let b: PackTarget
	const engine = make()
	const options = { jobs: 2, timeout: 120, signal: new AbortController().signal }

	beforeAll(async () => {
		real = await realHost(3)
		packs = new RealPacks(real)
		a = await packs.make('1.0.0')
		b = await packs.make('1.1.0', markDays(10100))
	})
	afterAll(async () => {
		await engine.close()
		await real?.stop()
	})

	async function all(jobs: readonly SpaceJob[]): Promise<JobResult[]> {
		const results: JobResult[] = []
		for await (const result of engine.run(real.host, jobs, options)) {
			results.push(result)
		}
		expect(results.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort())
		return results
	}
	const one = async (job: SpaceJob) => (await all([job]))[0]!
	/** What a fresh boot finds. */
	async function facts(space: Space): Promise<SpaceFacts> {
		const result = await one({ id: `facts-${space.id}`, space, action: 'verify', apps: APPS })
		expect(result.error).toBeUndefined()
		return result.facts!
	}
	const before = async (space: Space) => beforeOf(await facts(space), APPS)
	const apply = (space: Space, pack: PackTarget, from: Before, more: Partial<ApplyJob> = {}): SpaceJob => ({ id: `apply-${space.id}`, space, action: 'apply', pack, before: from, enable: APPS, ...more })
	const restore = (space: Space, pack: PackTarget, to: Before): SpaceJob => ({ id: `restore-${space.id}`, space, action: 'restore', pack, before: to })
	const versions = ({ apps }: SpaceFacts) => APPS.map((id) => [apps[id]?.version, apps[id]?.enabled, apps[id]?.code])
	const at = (version: string) => APPS.map(() => [version, true, version])
	async function mustBeAt(space: Space, pack: PackTarget): Promise<void> {
		const found = await facts(space)
		expect(versions(found)).toEqual(at(pack.version))
		expect(found).toMatchObject({ needsDbUpgrade: false, maintenance: false, overlay: { pack: pack.version } })
	}
	/** A broken pack fails as it should, and the space is whole again afterwards. */
	async function failsAndComesBack(space: Space, broken: PackTarget, code: string, app?: string): Promise<void> {
		const [was, config] = [await before(space), await real.configHash(space)]
		const result = await one(apply(space, broken, was))
		expect(result.error).toMatchObject(app === undefined ? { code } : { code, app })
		expect((await one(restore(space, broken, was))).error).toBeUndefined()
		expect(await before(space)).toEqual(was)
		await mustBeAt(space, { ...broken, version: was.pack! })
		expect(await real.configHash(space)).toBe(config)
	}

	it('is ready, and finds the pack on the host', async () => {
		expect(await engine.prepare(real.host, a, options.signal)).toBeNull()
		expect(await engine.prepare(real.host, { ...a, manifest: '0'.repeat(64) }, options.signal)).toMatchObject({ code: 'pack' })
		const checked = await run('php', [join(import.meta.dirname, '../../../fleet/agent/agent.php'), `--pack=${real.host.packs}/1.0.0`, `--manifest=${a.manifest}`])
		expect(checked).toMatchObject({ code: 0, stdout: '{"ok":true}\n' })
	})

	it('tells what is true in a space, as its owner', async () => {
		const found = await facts(real.spaces[0]!)
		expect(found).toMatchObject({ needsDbUpgrade: false, maintenance: false, loglevel: null, apps: {}, overlay: { bytes: null, pack: null }, flags: { appstoreenabled: false, 'upgrade.disable-web': true } })
		expect(found.owner.uid).toBe(real.owner.uid)
		expect(found.server).toMatch(/^\d+\.\d+\.\d+$/)
		const ids = await Promise.all(real.spaces.map(async (space) => (await facts(space)).instanceId))
		expect(new Set(ids).size).toBe(3)
	})

	it('brings a pack to every space, without touching config.php', async () => {
		const hashes = await Promise.all(real.spaces.map(real.configHash))
		const jobs = await Promise.all(real.spaces.map(async (space) => apply(space, a, await before(space), { values: { ensemble_quota: { fleet_policy: '{"defaults":{}}' } } })))
		for (const result of await all(jobs)) {
			expect(result.error).toBeUndefined()
			expect(result.cpu).toBeGreaterThan(0)
		}
		for (const space of real.spaces) {
			await mustBeAt(space, a)
			expect((await facts(space)).policies.ensemble_quota).toMatch(/^[0-9a-f]{64}$/)
		}
		expect(await Promise.all(real.spaces.map(real.configHash))).toEqual(hashes)
		// Plain occ agrees.
		const { stdout } = await real.occ(real.spaces[0]!, 'app:list', '--output=json')
		expect((JSON.parse(stdout) as { enabled: Record<string, string> }).enabled).toMatchObject(Object.fromEntries(APPS.map((id) => [id, '1.0.0'])))
	})

	it('does nothing the second time', async () => {
		const [space] = real.spaces
		expect((await one(apply(space!, a, await before(space!)))).error).toBeUndefined()
		await mustBeAt(space!, a)
	})

	it('brings the next pack with its migration, keeps groups and what is off, and goes back', async () => {
		const [space] = real.spaces
		await real.occ(space!, 'app:enable', 'ensemble_charter', '--groups=admin')
		await real.occ(space!, 'app:disable', 'ensemble_onboarding')
		const was = await before(space!)
		expect(was.apps).toMatchObject({ ensemble_charter: { enabled: ['admin'] }, ensemble_onboarding: { enabled: false, version: '1.0.0' } })
		expect((await one(apply(space!, b, was, { enable: [] }))).error).toBeUndefined()
		const now = await facts(space!)
		expect(now).toMatchObject({ needsDbUpgrade: false, overlay: { pack: '1.1.0' }, apps: { ensemble_charter: { version: '1.1.0', enabled: ['admin'] }, ensemble_onboarding: { enabled: false, version: '1.0.0' }, ensemble_quota: { version: '1.1.0', enabled: true } } })
		expect((await one(restore(space!, b, was))).error).toBeUndefined()
		expect(await before(space!)).toEqual(was)
		// What is off can be switched on by the next pack; then it is off again on the way back.
		expect((await one(apply(space!, b, was))).error).toBeUndefined()
		expect((await facts(space!)).apps).toMatchObject({ ensemble_charter: { version: '1.1.0', enabled: ['admin'] }, ensemble_onboarding: { version: '1.1.0', enabled: true } })
		expect((await one(restore(space!, b, was))).error).toBeUndefined()
		expect(await before(space!)).toEqual(was)
		// Nextcloud itself still can write what was put back.
		expect((await one(apply(space!, b, was))).error).toBeUndefined()
		expect((await one(restore(space!, b, was))).error).toBeUndefined()
		await real.occ(space!, 'app:enable', ...APPS)
		await real.occ(space!, 'app:enable', 'ensemble_charter')
		expect(JSON.parse((await real.occ(space!, 'status', '--output=json')).stdout)).toMatchObject({ needsDbUpgrade: false, maintenance: false })
	})

	it('takes a pack away again from a space that had none; data stay', async () => {
		const space = real.spaces[2]!
		const none: Before = { ...await before(space), overlay: null, pack: null, apps: {} }
		expect((await one(restore(space, a, none))).error).toBeUndefined()
		const now = await facts(space)
		expect(now).toMatchObject({ needsDbUpgrade: false, overlay: { pack: null, bytes: neutralOverlay(real.host) } })
		expect(versions(now)).toEqual(APPS.map(() => ['1.0.0', false, null]))
		expect((await one(apply(space, a, beforeOf(now, APPS)))).error).toBeUndefined()
		await mustBeAt(space, a)
	})

	it('refuses a space that is not what the plan says, and touches nothing', async () => {
		const space = real.spaces[1]!
		const was = await before(space)
		const overlay = was.overlay
		for (const [from, code] of [[{ ...was, instanceId: 'other' }, 'moved'], [{ ...was, overlay: '<?php // other\n' }, 'moved']] as const) {
			expect((await one(apply(space, b, from))).error?.code).toBe(code)
		}
		const narrow = { ...b, apps: { ...b.apps, ensemble_quota: { ...b.apps.ensemble_quota!, nextcloud: { min: 20, max: 21 } } } }
		expect((await one(apply(space, narrow, was))).error).toMatchObject({ code: 'range', app: 'ensemble_quota' })
		expect((await one(apply(space, { ...b, manifest: '0'.repeat(64) }, was))).error?.code).toBe('pack')
		expect((await one(apply(space, { ...b, version: '9.9.9' }, was))).error?.code).toBe('pack')
		await real.occ(space, 'maintenance:mode', '--on')
		expect((await one(apply(space, b, was))).error?.code).toBe('maintenance')
		expect((await facts(space)).maintenance).toBe(true)
		await real.occ(space, 'maintenance:mode', '--off')
		expect((await facts(space)).overlay.bytes).toBe(overlay)
		await mustBeAt(space, a)
	})

	it('goes on after Nextcloud has copied the overlay into config.php', async () => {
		const space = real.spaces[1]!
		// The test before has switched maintenance mode, which writes everything it has read.
		expect(await readFile(join(space.config, 'config.php'), 'utf8')).toContain('packs/1.0.0')
		const was = await before(space)
		expect((await one(apply(space, b, was))).error).toBeUndefined()
		await mustBeAt(space, b)
		expect((await one(restore(space, b, was))).error).toBeUndefined()
		await mustBeAt(space, a)
	})

	it('lets one process at a time work on a space', async () => {
		const space = real.spaces[1]!
		const was = await before(space)
		const holder = spawn('flock', ['-o', '-x', join(space.config, '.ensemble.lock'), 'sh', '-c', 'echo held; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
		await new Promise((resolve) => holder.stdout.once('data', resolve))
		expect((await one(apply(space, b, was))).error?.code).toBe('locked')
		holder.kill('SIGKILL')
		const twice = await all([apply(space, b, was), { ...apply(space, b, was), id: 'second' }])
		expect(twice.filter(({ ok }) => ok).length).toBeGreaterThan(0)
		expect(twice.filter(({ ok }) => !ok).every(({ error }) => error?.code === 'locked')).toBe(true)
		expect((await one(restore(space, b, was))).error).toBeUndefined()
		await mustBeAt(space, a)
	})

	it('tells a config folder that is none, is empty, damaged or cut', async () => {
		const space = { ...real.spaces[0]!, config: join(real.root, 'odd') }
		const code = async () => (await one({ id: 'odd', space, action: 'facts', apps: APPS })).error?.code
		expect(await code()).toBe('config')
		for (const text of ['', '<?php\n', '<?php\n$CONFIG = [\'installed\' => tr', ' <?php\n$CONFIG = [];', '<?php exit(0);']) {
			await write(space.config, { 'config.php': text })
			expect(await code(), text).toBe('config')
		}
	})

	describe('with a pack that is broken', () => {
		it('a migration that throws, in the second of three apps', async () => {
			const broken = await packs.make('1.2.0', async (apps) => {
				await migration('ensemble_onboarding', 'EnsembleOnboarding', 10200, 'throw new \\RuntimeException(\'no such luck\');')(apps)
			})
			await failsAndComesBack(real.spaces[0]!, broken, 'migration', 'ensemble_onboarding')
		})

		it('a repair step that throws, which Nextcloud itself only logs', async () => {
			const broken = await packs.make('1.3.0', async (apps) => {
				await write(apps, { 'ensemble_quota/lib/Migration/Bad.php': '<?php\nnamespace OCA\\EnsembleQuota\\Migration;\nclass Bad implements \\OCP\\Migration\\IRepairStep {\n\tpublic function getName() { return \'bad\'; }\n\tpublic function run(\\OCP\\Migration\\IOutput $output) { throw new \\RuntimeException(\'broken step\'); }\n}\n' })
				const info = join(apps, 'ensemble_quota/appinfo/info.xml')
				const text = (await readFile(info, 'utf8')).replace(/<repair-steps>[\s\S]*<\/repair-steps>/, '')
				await writeFile(info, text.replace('</info>', '<repair-steps><post-migration><step>OCA\\EnsembleQuota\\Migration\\Bad</step></post-migration></repair-steps></info>'))
			})
			await failsAndComesBack(real.spaces[0]!, broken, 'exception', 'ensemble_quota')
		})

		it('an app that is missing', async () => {
			const broken = await packs.make('1.4.0', (apps) => rm(join(apps, 'ensemble_charter'), { recursive: true }))
			const space = real.spaces[0]!
			await failsAndComesBack(space, broken, 'missing-app', 'ensemble_charter')
		})

		it('a max-version that is too low, and one that only Nextcloud sees', async () => {
			const edit = (apps: string) => (async () => {
				const info = join(apps, 'ensemble_quota/appinfo/info.xml')
				await writeFile(info, (await readFile(info, 'utf8')).replace('max-version="35"', 'max-version="33"'))
			})()
			const broken = await packs.make('1.5.0', edit)
			await failsAndComesBack(real.spaces[0]!, broken, 'range', 'ensemble_quota')
			const hidden = { ...broken, apps: { ...broken.apps, ensemble_quota: { ...broken.apps.ensemble_quota!, nextcloud: { min: 32, max: 35 } } } }
			await failsAndComesBack(real.spaces[0]!, hidden, 'exception', 'ensemble_quota')
		})

		it('a file that PHP cannot read: Nextcloud says nothing of it, so the host is not ready', async () => {
			const broken = await packs.make('1.6.0', (apps) => write(apps, { 'ensemble_quota/lib/AppInfo/Application.php': '<?php\nnamespace OCA\\EnsembleQuota\\AppInfo;\nclass Application {' }))
			expect(await engine.prepare(real.host, broken, options.signal)).toMatchObject({ code: 'pack', message: expect.stringContaining('Application.php') })
		})

		it('a child that ends with exit code 0 and no word, and one that never ends', async () => {
			const silent = await packs.make('1.7.0', migration('ensemble_quota', 'EnsembleQuota', 10700, 'posix_kill(getmypid(), SIGKILL);'))
			await failsAndComesBack(real.spaces[0]!, silent, 'lost')
			const quiet = await packs.make('1.7.1', migration('ensemble_quota', 'EnsembleQuota', 10701, 'while (ob_get_level()) { ob_end_clean(); } exit(0);'))
			await failsAndComesBack(real.spaces[0]!, quiet, 'config')
			const endless = await packs.make('1.8.0', migration('ensemble_quota', 'EnsembleQuota', 10800, 'for (;;) { sleep(1); }'))
			options.timeout = 5
			await failsAndComesBack(real.spaces[0]!, endless, 'timeout')
			options.timeout = 120
		})

		it('a file of it changed on the host', async () => {
			const file = join(real.host.packs, '1.1.0/ensemble_quota/appinfo/info.xml')
			const bytes = await readFile(file)
			await chmod(file, 0o644)
			await writeFile(file, `${bytes.toString()}\n`)
			expect(await engine.prepare(real.host, b, options.signal)).toMatchObject({ code: 'pack' })
			await writeFile(file, bytes)
			expect(await engine.prepare(real.host, b, options.signal)).toBeNull()
		})

		it('the pack to go back to gone', async () => {
			const space = real.spaces[0]!
			const was = await before(space)
			expect((await one(apply(space, b, was))).error).toBeUndefined()
			await chmod(real.host.packs, 0o755)
			await rename(join(real.host.packs, '1.0.0'), join(real.root, 'away'))
			expect((await one(restore(space, b, was))).error?.code).toBe('pack')
			await mustBeAt(space, b)
			await rename(join(real.root, 'away'), join(real.host.packs, '1.0.0'))
			expect((await one(restore(space, b, was))).error).toBeUndefined()
			await mustBeAt(space, a)
		})
	})

	it.skipIf(!(engine instanceof LocalEngine))('survives the death of the agent: what ran is lost, and run again it comes to its end', async () => {
		const was = await Promise.all(real.spaces.map(before))
		for (let round = 0; round < 3; round++) {
			const jobs = real.spaces.map((space, index) => apply(space, b, was[index]!))
			const results = all(jobs)
			await new Promise((resolve) => {
				setTimeout(resolve, 40 + 60 * round)
			})
			for (const pid of engine instanceof LocalEngine ? engine.pids() : []) {
				process.kill(-pid, 'SIGKILL')
			}
			expect((await results).every(({ ok, error }) => ok || error?.code === 'lost')).toBe(true)
		}
		for (const [index, space] of real.spaces.entries()) {
			let result = await one(apply(space, b, was[index]!))
			if (result.error?.code === 'lost') {
				// It was given to the agent that was just killed.
				result = await one(apply(space, b, was[index]!))
			}
			expect(result.error).toBeUndefined()
		}
		for (const space of real.spaces) {
			await mustBeAt(space, b)
			expect(await readFile(join(space.config, 'pack.config.php'), 'utf8')).toBe(overlayFor(real.host, '1.1.0'))
		}
	})
})

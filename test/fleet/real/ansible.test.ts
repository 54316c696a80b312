// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Ansible for real, by connection=local: three pretended hosts with spaces of their own on one code tree. */

import type { SpaceFacts } from '../../../fleet/engines/engine.ts'
import type { RealHost } from './spaces.ts'

import { existsSync } from 'node:fs'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LocalEngine } from '../../../fleet/engines/local/local.ts'
import { run } from '../../nextcloud/process.ts'
import { Control } from './control.ts'
import { APPS, markDays, migration, missing, missingAnsible, realHost, RealPacks } from './spaces.ts'

const reason = await missing() ?? await missingAnsible()
if (reason !== null) {
	console.log(`Ansible on real spaces is skipped: ${reason}.`)
}
const HOSTS = ['alpha', 'beta', 'gamma']

describe.skipIf(reason !== null)('three hosts by Ansible', () => {
	let real: RealHost
	let control: Control
	let home: string

	beforeAll(async () => {
		real = await realHost(6)
		const packs = new RealPacks(real)
		await packs.make('1.0.0')
		await packs.make('1.1.0', markDays(10100))
		await packs.make('1.2.0', migration('ensemble_onboarding', 'EnsembleOnboarding', 10200, 'throw new \\RuntimeException(\'no such luck\');'))
		home = join(real.root, 'home')
		control = new Control(real, packs)
		const { code, packs: folder, packsUrl, php, jobs } = real.host
		await control.write({
			hosts: Object.fromEntries(HOSTS.map((name, index) => [name, { engine: 'ansible', home, code, packs: folder, packsUrl, php, jobs, spaces: real.spaces.slice(index * 2, index * 2 + 2).map(({ id, config }) => ({ id, config })) }])),
			more: { canaries: ['space1'], waves: ['canaries', { take: '50%', pause: 'approval' }, '100%'] },
		})
	}, 600_000)
	afterAll(() => real?.stop())

	async function facts(): Promise<Map<string, SpaceFacts>> {
		const engine = new LocalEngine()
		const all = new Map<string, SpaceFacts>()
		for await (const { space, facts: found, error } of engine.run(real.host, real.spaces.map((space) => ({ id: space.id, space, action: 'facts', apps: APPS })), { jobs: 2, timeout: 60, signal: new AbortController().signal })) {
			expect(error).toBeUndefined()
			all.set(space, found!)
		}
		await engine.close()
		return all
	}
	async function versions(): Promise<string[]> {
		return [...await facts()].sort(([a], [b]) => a < b ? -1 : 1).map(([, { needsDbUpgrade, overlay, apps }]) => {
			const all = new Set([overlay.pack ?? 'none', ...APPS.flatMap((app) => apps[app]?.enabled === true ? [apps[app].version, apps[app].code ?? 'no code'] : [])])
			return needsDbUpgrade ? 'mixed' : [...all].join(' and ')
		})
	}
	const playbook = (dir: string, ...more: string[]) => run('ansible-playbook', ['-i', join(dir, 'inventory.yml'), join(dir, 'playbook.yml'), ...more], { env: { ANSIBLE_NOCOLOR: '1', ANSIBLE_LOCALHOST_WARNING: '0' } })

	it('delivers the agent, finds it changed, removes it', async () => {
		expect(await control.must(0, 'agent', 'check')).toBe(HOSTS.map((name) => `ok  ${name}: can run it\n`).join(''))
		expect(await readdir(home)).toEqual([])
		expect(await control.must(0, 'agent', 'deliver', 'alpha', 'beta')).toMatch(/ok {2}alpha: is in .*alpha\nok {2}beta/)
		await control.must(0, 'agent', 'check', 'alpha')
		const file = join(home, 'alpha/agent.php')
		await chmod(file, 0o600)
		await writeFile(file, `${await readFile(file, 'utf8')}// one more line\n`)
		expect(await control.must(1, 'agent', 'check', 'alpha')).toContain('not the one that was delivered')
		expect((await control.run('agent', 'check', 'delta')).code).toBe(2)
		await control.must(0, 'agent', 'remove')
		expect(await readdir(home)).toEqual([])
	}, 120_000)

	it('rolls out by "ensemble rollout", and leaves nothing behind on the hosts', async () => {
		await control.must(0, 'plan', '1.0.0', '-o', control.file('plan.json'))
		expect((await control.run('rollout', control.file('plan.json'))).code).toBe(3)
		expect(await control.status()).toMatchObject({ status: 'waits for approval', phases: { done: 3, waiting: 3 } })
		await control.must(0, 'approve')
		await control.must(0, 'resume')
		expect(await control.status()).toMatchObject({ status: 'done', phases: { done: 6 } })
		expect(await versions()).toEqual(Array.from({ length: 6 }).fill('1.0.0'))
		expect(await readdir(home)).toEqual([])
	}, 600_000)

	it('carries a written playbook out in waves, and what hosts wrote becomes the journal', async () => {
		const dir = control.file('bundle')
		await control.must(0, 'plan', '1.1.0', '-o', control.file('plan.json'))
		await control.must(0, 'ansible', 'write', control.file('plan.json'), '-o', dir)
		expect((await control.run('ansible', 'write', control.file('plan.json'), '-o', dir)).code).toBe(2)
		const first = await playbook(dir)
		expect(first.stdout).toContain('Wave 2 is through. To go on, run the playbook again with: -e ensemble_approved=2')
		expect(first.code).not.toBe(0)
		expect((await control.run('ansible', 'merge', dir)).code).toBe(3)
		expect(await control.status()).toMatchObject({ phases: { done: 3, waiting: 3 } })
		const second = await playbook(dir, '-e', 'ensemble_approved=2')
		expect(second).toMatchObject({ code: 0 })
		await control.must(0, 'ansible', 'merge', dir)
		await control.must(0, 'ansible', 'merge', dir)
		expect(await control.status()).toMatchObject({ status: 'done', phases: { done: 6 }, failures: [] })
		expect(await versions()).toEqual(Array.from({ length: 6 }).fill('1.1.0'))
		// What Ansible did, the controller can take back.
		await control.must(0, 'rollback', '--all')
		expect(await control.status()).toMatchObject({ status: 'rolled-back', phases: { restored: 6 } })
		expect(await versions()).toEqual(Array.from({ length: 6 }).fill('1.0.0'))
	}, 600_000)

	it('ends at the first host with a bad pack; its space is put back by the agent alone', async () => {
		const before = await facts()
		const dir = control.file('bad')
		await control.must(0, 'plan', '1.2.0', '-o', control.file('plan.json'))
		await control.must(0, 'ansible', 'write', control.file('plan.json'), '-o', dir)
		const { code, stdout } = await playbook(dir)
		expect(code).not.toBe(0)
		expect(stdout).not.toContain('PLAY [Wave 2')
		expect(existsSync(join(dir, 'journals/wave2/beta.jsonl'))).toBe(false)
		expect(await facts()).toEqual(before)
		expect((await control.run('ansible', 'merge', dir)).code).toBe(3)
		expect(await control.status()).toMatchObject({ status: 'stopped', phases: { restored: 1, waiting: 5 }, failures: [{ space: 'space1', code: 'migration' }] })
		await control.must(0, 'abort')
	}, 600_000)

	it('tells a host that is not there from a space that failed', async () => {
		const { code, packs: folder, packsUrl, php, jobs } = real.host
		const other = new Control(real, new RealPacks(real), 'elsewhere')
		await other.write({ hosts: { far: { engine: 'ansible', address: 'nobody@host.invalid', home, code, packs: folder, packsUrl, php, jobs, spaces: [{ id: 'space1', config: real.spaces[0]!.config }] } } })
		const looked = await other.run('agent', 'check')
		expect(looked.code).toBe(1)
		expect(looked.out).toMatch(/no {2}far: .*(host\.invalid|resolve|Failed to connect)/)
	}, 120_000)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** inventory, plan, rollout, status, pause, approve, abort, resume, demo: a good and a bad word for each. */

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensemble, testFleet, useFolder } from '../testing.ts'

const folder = useFolder('rollout')

describe('inventory', () => {
	it('shows what it means, and imports a folder once', async () => {
		const fleet = testFleet(folder.dir, { inventory: { canaries: ['space-00*'] } })
		expect(await fleet.json('inventory')).toMatchObject({ name: 'test', spaces: expect.objectContaining({ length: 12 }) as unknown[] })
		expect((await fleet.run('inventory')).out).toContain('Canaries: space-001, space-002')
		for (const id of ['one', 'two']) {
			mkdirSync(join(folder.dir, 'spaces', id, 'config'), { recursive: true })
			writeFileSync(join(folder.dir, 'spaces', id, 'config/config.php'), `<?php\n$CONFIG = [\n  'instanceid' => 'oc${id}',\n];\n`)
		}
		const file = join(folder.dir, 'new.yaml')
		expect(await ensemble(['-i', file, 'inventory', 'import', join(folder.dir, 'spaces')])).toMatchObject({ code: 0, err: '' })
		expect(JSON.parse((await ensemble(['-i', file, 'inventory', '--json'])).out)).toMatchObject({ spaces: [{ id: 'one' }, { id: 'two' }] })
		expect(await ensemble(['-i', file, 'inventory', 'import', join(folder.dir, 'spaces')])).toMatchObject({ code: 2, err: expect.stringContaining('is there already') as string })
		copyFileSync(join(folder.dir, 'spaces/one/config/config.php'), join(folder.dir, 'spaces/two/config/config.php'))
		expect(await ensemble(['-i', file, 'inventory'])).toMatchObject({ code: 2, err: expect.stringContaining('one, two share the instance id ocone') as string })
	})

	it('complains with line and column', async () => {
		const fleet = testFleet(folder.dir, { inventory: { limit: 3 } })
		expect(await fleet.run('inventory')).toMatchObject({ code: 2, err: expect.stringMatching(/fleet\.yaml:\d+:1: limit: This is not a word of an inventory\.\n$/) as string })
		expect(await ensemble(['-i', join(folder.dir, 'none.yaml'), 'inventory'])).toMatchObject({ code: 2, err: expect.stringContaining('There is no') as string })
		expect(await ensemble(['-i', join(folder.dir, 'none.yaml'), 'inventory', 'import', folder.dir])).toMatchObject({ code: 2 })
	})
})

describe('plan', () => {
	it('says what would change and writes it down', async () => {
		const fleet = testFleet(folder.dir)
		fleet.change('space-002', (space) => {
			space.maintenance = true
		})
		fleet.change('space-003', (space) => {
			space.policies.ensemble_quota = 'by hand'
		})
		const plan = fleet.path('plan.json')
		const { code, out } = await fleet.run('plan', '1.1.0', '-o', plan)
		expect(code).toBe(0)
		expect(out).toMatch(/Pack 1\.1\.0 for 11 spaces of test; 1 left out\.\n {6}11 {2}pack 1\.0\.0 → 1\.1\.0\n/)
		expect(out).toContain('  space-002: maintenance: ')
		expect(existsSync(plan)).toBe(true)
		expect(fleet.versions()).toEqual({ '1.0.0': 12 })
	})

	it('refuses packs that are not there, and apps that are not in them', async () => {
		const fleet = testFleet(folder.dir)
		expect(await fleet.run('plan', '7.0.0')).toMatchObject({ code: 2, err: expect.stringContaining('1.0.0, 1.1.0, 0.9.0, not "7.0.0"') as string })
		expect(await fleet.run('plan', '1.1.0', '--enable', 'ensemble_quta')).toMatchObject({ code: 2, err: expect.stringContaining('no app "ensemble_quta"') as string })
		expect(await fleet.run('plan')).toMatchObject({ code: 2 })
	})
})

describe('rollout, status, pause, approve, resume, abort', () => {
	it('goes from wave to wave as it is told', async () => {
		const fleet = testFleet(folder.dir, { inventory: { canaries: ['space-001'], waves: [{ take: 'canaries', pause: 'approval' }, '50%', '100%'] } })
		const plan = fleet.path('plan.json')
		expect(await fleet.run('status')).toMatchObject({ code: 2, err: 'There was no roll-out yet.\n' })
		expect(await fleet.run('resume')).toMatchObject({ code: 2 })
		await fleet.run('plan', '1.1.0', '-o', plan)
		expect(await fleet.run('approve')).toMatchObject({ code: 2, err: 'There was no roll-out yet.\n' })
		expect((await fleet.run('rollout', plan)).code).toBe(3)
		expect(await fleet.json('status')).toMatchObject({ status: 'waits for approval', purpose: 'rollout', phases: { done: 1, waiting: 11 }, controller: null })
		expect((await fleet.run('resume')).code).toBe(3)
		expect(await fleet.json('pause', '--why', 'lunch')).toMatchObject({ asked: 'pause', controllerRuns: false })
		expect(await fleet.json('approve')).toMatchObject({ asked: 'approve' })
		// Whoever says "resume" after "pause" means it.
		expect((await fleet.run('resume')).code).toBe(0)
		expect(fleet.versions()).toEqual({ '1.1.0': 12 })
		for (const word of ['pause', 'approve', 'abort']) {
			expect(await fleet.run(word)).toMatchObject({ code: 2, err: expect.stringContaining('is at its end: done') as string })
		}
	})

	it('is ended for good by abort, and leaves the rest as it is', async () => {
		const fleet = testFleet(folder.dir, { inventory: { canaries: ['space-001'], waves: [{ take: 'canaries', pause: 'approval' }, '100%'] } })
		const plan = fleet.path('plan.json')
		await fleet.run('plan', '1.1.0', '-o', plan)
		await fleet.run('rollout', plan)
		expect((await fleet.run('abort', '--why', 'another pack comes')).code).toBe(0)
		expect(await fleet.json('status')).toMatchObject({ status: 'aborted', phases: { done: 1, waiting: 11 } })
		expect((await fleet.run('scan')).code).toBe(0)
		expect(fleet.versions()).toEqual({ '1.0.0': 11, '1.1.0': 1 })
	})

	it('refuses a plan that is not there, was changed, or is for another fleet', async () => {
		const fleet = testFleet(folder.dir)
		const plan = fleet.path('plan.json')
		expect(await fleet.run('rollout', plan)).toMatchObject({ code: 2, err: expect.stringContaining('There is no') as string })
		await fleet.run('plan', '1.1.0', '-o', plan)
		const other = testFleet(`${folder.dir}-other`, { inventory: { fleet: 'other' } })
		expect(await other.run('rollout', plan)).toMatchObject({ code: 2, err: expect.stringContaining('The inventory changed') as string })
		writeFileSync(plan, readFileSync(plan, 'utf8').replace('"failures": 1', '"failures": 9'))
		expect(await fleet.run('rollout', plan)).toMatchObject({ code: 2, err: expect.stringContaining('was changed') as string })
		expect(await fleet.run('status', 'no-such')).toMatchObject({ code: 2, err: 'There is no roll-out "no-such".\n' })
	})
})

describe('demo', () => {
	it('prints one JSON value, and refuses a folder that is there or a number that is none', async () => {
		const { code, out } = await ensemble(['demo', '--dir', folder.dir, '--spaces', '30', '--speed', '5000', '--json'])
		expect(code).toBe(3)
		expect(JSON.parse(out)).toMatchObject({ pack: '1.1.0', status: 'stopped' })
		expect(await ensemble(['demo', '--dir', folder.dir])).toMatchObject({ code: 2, err: expect.stringContaining('is there already') as string })
		expect(await ensemble(['demo', '--dir', `${folder.dir}-new`, '--spaces', 'many'])).toMatchObject({ code: 2 })
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** rollback: one space, a wave, all; to an older pack; refused where a migration was not additive. */

import { describe, expect, it } from 'vitest'
import { simPack } from '../../engines/sim/fleet.ts'
import { openRollout } from '../../rollout/store.ts'
import { testFleet, useFolder } from '../testing.ts'

const folder = useFolder('rollback')

/** Brings a fleet to a pack. */
async function rolled(fleet: ReturnType<typeof testFleet>, version: string, ...more: string[]): Promise<void> {
	const plan = fleet.path(`${version}.json`)
	expect((await fleet.run('plan', version, '-o', plan, ...more)).code).toBe(0)
	expect((await fleet.run('rollout', plan)).code).toBe(0)
}

describe('rollback', () => {
	it('takes back one space, a wave, all', async () => {
		const fleet = testFleet(folder.dir, { inventory: { canaries: ['space-001', 'space-002'] } })
		await rolled(fleet, '1.1.0')
		expect(await fleet.json('rollback', '--space', 'space-005', '--dry-run')).toMatchObject({ dryRun: true, spaces: ['space-005'] })
		expect(fleet.versions()).toEqual({ '1.1.0': 12 })
		await fleet.run('rollback', '--space', 'space-005', '--why', 'slow')
		expect(fleet.versions()).toEqual({ '1.0.0': 1, '1.1.0': 11 })
		await fleet.run('rollback', '--wave', '1')
		expect(fleet.versions()).toEqual({ '1.0.0': 3, '1.1.0': 9 })
		expect((await fleet.run('rollback', '--all')).code).toBe(0)
		expect(fleet.versions()).toEqual({ '1.0.0': 12 })
	})

	it('says what it does not understand', async () => {
		const fleet = testFleet(folder.dir)
		expect(await fleet.run('rollback', '--all')).toMatchObject({ code: 2, err: 'There was no roll-out yet.\n' })
		await rolled(fleet, '1.1.0')
		expect(await fleet.run('rollback')).toMatchObject({ code: 2, err: 'Say what is to be taken back: --space ID, --wave NUMBER, or --all.\n' })
		expect(await fleet.run('rollback', '--wave', '9')).toMatchObject({ code: 2, err: 'There are waves 1 to 2, not "9".\n' })
		expect(await fleet.run('rollback', '--space', 'nobody')).toMatchObject({ code: 2 })
		expect(await fleet.run('rollback', '--all', '--to', '7.0.0')).toMatchObject({ code: 2, err: expect.stringContaining('not "7.0.0"') as string })
	})
})

describe('rollback --to', () => {
	it('brings newer spaces back to any pack that is there, and no space forward', async () => {
		const fleet = testFleet(folder.dir, { packs: [simPack('0.9.0'), simPack('1.0.0'), simPack('1.1.0')] })
		await rolled(fleet, '1.0.0')
		await rolled(fleet, '1.1.0')
		await fleet.run('rollback', '--space', 'space-001')
		expect(await fleet.json('rollback', '--all', '--to', '1.0.0', '--dry-run')).toMatchObject({ plans: [{ pack: '1.0.0', spaces: expect.objectContaining({ length: 11 }) as unknown[] }] })
		expect((await fleet.run('rollback', '--wave', '1', '--to', '0.9.0', '--why', 'too early')).code).toBe(0)
		const { plan } = openRollout(fleet.path('state'))
		expect([plan.purpose, plan.pack.version]).toEqual(['rollback', '0.9.0'])
		const after = fleet.versions()
		expect(after['0.9.0']).toBe(1)
		expect((await fleet.run('rollback', '--all', '--to', '1.0.0')).code).toBe(0)
		expect(fleet.versions()).toEqual({ '0.9.0': 1, '1.0.0': 11 })
		expect((await fleet.run('rollback', '--all', '--to', '1.0.0')).out).toContain('No space that could be looked at has a newer pack than 1.0.0.')
		expect((await fleet.run('scan')).code).toBe(0)
	})

	it('refuses where a migration was not additive, and changes nothing', async () => {
		const fleet = testFleet(folder.dir, { packs: [simPack('1.0.0'), simPack('1.1.0', { additive: false }), simPack('1.2.0')] })
		expect(await fleet.run('plan', '1.1.0')).toMatchObject({ code: 2, err: expect.stringContaining('--one-way') as string })
		await rolled(fleet, '1.1.0', '--one-way')
		const back = await fleet.run('rollback', '--all')
		expect(back).toMatchObject({ code: 2, err: expect.stringContaining('There is no way back from ensemble_charter 1.1.0, ensemble_onboarding 1.1.0, ensemble_quota 1.1.0 for space-') as string })
		expect(await fleet.run('rollback', '--all', '--to', '1.0.0')).toMatchObject({ code: 2, err: expect.stringContaining('cannot go back to pack 1.0.0. There is no way back from') as string })
		expect(fleet.versions()).toEqual({ '1.1.0': 12 })
		// Forward is open.
		await rolled(fleet, '1.2.0')
		expect((await fleet.run('rollback', '--space', 'space-001')).code).toBe(0)
		expect(fleet.versions()).toEqual({ '1.1.0': 1, '1.2.0': 11 })
	})
})

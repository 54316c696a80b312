// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** policy: refused with line and column before anything is touched; pushed as a roll-out; taken back. */

import type { Summary } from '../../rollout/summary.ts'

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../journal/canonical.ts'
import { testFleet, useFolder } from '../testing.ts'

const folder = useFolder('policy')

const QUOTA = { defaults: { levels: [75, 90] }, locked: { pool: 1024 } }
const CHARTER = { locked: { hostCharter: true }, host: { charter: { name: 'Host', defaultLanguage: 'en', texts: { en: { title: 'Ours', summary: ['Be kind.'], body: 'Be kind.' } }, mode: 'ask', deadlineDays: null, changeNote: {} } } }

describe('policy check and show', () => {
	it('takes what the apps would take, and says how many spaces get what', async () => {
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: QUOTA, ensemble_charter: 'charter.yaml' }, spaces: { 'space-002': { policies: { ensemble_quota: { locked: { pool: 2048 } } } } } } })
		writeFileSync(fleet.path('charter.yaml'), JSON.stringify({ ...CHARTER, host: { charter: { ...CHARTER.host.charter, texts: { en: { ...CHARTER.host.charter.texts.en, body: { file: 'charter.md' } } } } } }))
		writeFileSync(fleet.path('charter.md'), 'Be kind.\n')
		expect(await fleet.json('policy')).toMatchObject({ ok: true, policies: [{ app: 'ensemble_charter', spaces: 12 }, { app: 'ensemble_quota', spaces: 11 }, { app: 'ensemble_quota', spaces: 1 }] })
		expect((await fleet.run('policy', 'check')).out).toContain('The apps would take these policies')
		expect(await fleet.json('policy', 'show', 'space-002')).toEqual({ space: 'space-002', policies: { ensemble_charter: CHARTER, ensemble_quota: { locked: { pool: 2048 } } } })
		expect(await fleet.run('policy', 'show', 'nobody')).toMatchObject({ code: 2, err: 'The inventory has no space "nobody".\n' })
	})

	it('names file, line and column of every fault, for every command that looks at spaces', async () => {
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: { defaults: { levels: [90, 80] }, lokced: {} }, ensemble_charter: 'charter.yaml', ensemble_tasks: {} } } })
		writeFileSync(fleet.path('charter.yaml'), 'host:\n  charter:\n    name: Host\n    defaultLanguage: en\n    texts: {}\n    mode: shout\n')
		for (const line of [['policy'], ['policy', 'push'], ['plan', '1.1.0'], ['scan'], ['heal'], ['rollback', '--all', '--to', '0.9.0']]) {
			const { code, err } = await fleet.run(...line)
			expect(code, line.join(' ')).toBe(2)
			const complaints = err.trim().split('\n')
			expect(complaints.length).toBeGreaterThanOrEqual(4)
			complaints.forEach((complaint) => expect(complaint).toMatch(/^\S+\.yaml:\d+:\d+: \S+: .+[.)]$/))
			expect(err).toMatch(/fleet\.yaml:\d+:\d+: policies\.ensemble_quota\.lokced: /)
			expect(err).toMatch(/charter\.yaml:6:11: policies\.ensemble_charter\.host\.charter\.mode: /)
			expect(err).toMatch(/No app of ours is called "ensemble_tasks"/)
		}
		expect(await fleet.json('policy')).toMatchObject({ error: { name: 'InventoryError', complaints: expect.arrayContaining([expect.objectContaining({ line: 6, column: 11 })]) as unknown[] }, exit: 2 })
		expect(fleet.space('space-001').policies).toEqual({})
		expect(readdirSync(join(folder.dir, 'state'))).toEqual(['sim.jsonl'])
	})

	it('says when a file is not there', async () => {
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: 'nothing.yaml' } } })
		expect(await fleet.run('policy')).toMatchObject({ code: 2, err: expect.stringContaining('nothing.yaml cannot be read') as string })
	})
})

describe('policy push', () => {
	it('brings policies to the spaces and nothing else, each space once, and can be taken back', async () => {
		const old = canonical({ locked: { pool: 7 } })
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: QUOTA } } })
		fleet.change('space-003', (space) => {
			space.policies.ensemble_quota = old
		})
		fleet.change('space-004', (space) => {
			space.policies.ensemble_quota = canonical(QUOTA)
		})
		expect(await fleet.json('policy', 'push', '--dry-run')).toMatchObject({ dryRun: true, plans: [{ pack: '1.0.0', spaces: expect.objectContaining({ length: 11 }) as unknown[] }] })
		expect(fleet.space('space-001').policies).toEqual({})
		const pushed = await fleet.run('policy', 'push', '--json')
		expect(pushed.code).toBe(0)
		expect((JSON.parse(pushed.out) as { rollouts: Summary[] }).rollouts).toMatchObject([{ purpose: 'policy', status: 'done', phases: { done: 11 } }])
		expect(fleet.space('space-003').policies).toEqual({ ensemble_quota: canonical(QUOTA) })
		expect(fleet.versions()).toEqual({ '1.0.0': 12 })
		expect((await fleet.run('policy', 'push')).out).toContain('Every space that could be looked at holds its policies.')
		expect(await fleet.run('rollback', '--all')).toMatchObject({ code: 0 })
		expect(fleet.space('space-003').policies).toEqual({ ensemble_quota: old })
		expect(fleet.space('space-001').policies).toEqual({})
		expect(fleet.space('space-004').policies).toEqual({ ensemble_quota: canonical(QUOTA) })
	})

	it('stops in the canary wave when a space does not take it, and puts that one back', async () => {
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: QUOTA }, canaries: ['space-001'] }, faults: [{ space: 'space-001', action: 'apply', stage: 'end', code: 'exception', times: 1 }] })
		expect((await fleet.run('policy', 'push')).code).toBe(3)
		expect(fleet.space('space-001').policies).toEqual({})
		expect(fleet.space('space-002').policies).toEqual({})
		expect(await fleet.run('policy', 'push')).toMatchObject({ code: 2, err: expect.stringContaining('is not at its end') as string })
	})

	it('leaves out spaces that are not whole, one app or one space if asked, and has nothing to do without policies', async () => {
		const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: QUOTA, ensemble_onboarding: {} } } })
		fleet.change('space-002', (space) => {
			space.apps.ensemble_quota!.version = '0.9.0'
		})
		const { code, err } = await fleet.run('policy', 'push', '--space', 'space-001', 'space-002', '--app', 'ensemble_quota')
		expect(code).toBe(0)
		expect(err).toContain('! space-002 is left out: It is not wholly at its pack.')
		expect(fleet.space('space-001').policies).toEqual({ ensemble_quota: canonical(QUOTA) })
		expect(fleet.space('space-003').policies).toEqual({})
		expect(await fleet.run('policy', 'push', '--space', 'nobody')).toMatchObject({ code: 2 })
		expect(await testFleet(`${folder.dir}-none`).run('policy', 'push')).toMatchObject({ code: 2, err: expect.stringContaining('no policies') as string })
	})
})

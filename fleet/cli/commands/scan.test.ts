// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** scan, heal and report: drift is found, put back where a program may, and told as counts. */

import type { Snapshot } from '../../scan/snapshot.ts'

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRollout } from '../../rollout/store.ts'
import { ensemble, testFleet, useFolder } from '../testing.ts'

const folder = useFolder('scan')

/** A fleet at 1.1.0, then changed by hand in eight ways. */
async function drifted() {
	const fleet = testFleet(folder.dir, { inventory: { policies: { ensemble_quota: { locked: { pool: 9 } } } } })
	const plan = fleet.path('plan.json')
	expect((await fleet.run('plan', '1.1.0', '-o', plan)).code).toBe(0)
	expect((await fleet.run('rollout', plan)).code).toBe(0)
	expect((await fleet.run('scan')).code).toBe(0)
	fleet.change('space-001', (space) => {
		space.overlay = space.overlay!.replaceAll('1.1.0', '1.0.0')
	})
	fleet.change('space-002', (space) => {
		space.apps.ensemble_charter!.enabled = false
	})
	fleet.change('space-003', (space) => {
		space.policies.ensemble_quota = '{}'
	})
	fleet.change('space-004', (space) => {
		space.maintenance = true
	})
	fleet.change('space-005', (space) => {
		space.appstore = true
	})
	fleet.change('space-006', (space) => {
		space.overlay += '// by hand\n'
	})
	fleet.change('space-007', (space) => {
		space.instanceId = 'another'
		space.apps.ensemble_quota!.enabled = false
	})
	fleet.change('space-008', (space) => {
		space.apps.ensemble_quota!.version = '1.0.0'
	})
	return fleet
}

/** Kinds of drift by space. */
function kinds({ spaces }: Snapshot): Record<string, string[]> {
	return Object.fromEntries(spaces.filter(({ drift }) => drift.length > 0).map(({ id, drift }) => [id, drift.map(({ code }) => code)]))
}

describe('scan', () => {
	it('finds each kind of drift, and writes figures for Prometheus', async () => {
		const fleet = await drifted()
		const { code, out } = await fleet.run('scan', '--json', '--prometheus', fleet.path('ensemble.prom'))
		expect(code).toBe(1)
		const snapshot = JSON.parse(out) as Snapshot
		expect(kinds(snapshot)).toEqual({
			'space-001': ['pack', 'half-done'],
			'space-002': ['off'],
			'space-003': ['policy'],
			'space-004': ['maintenance'],
			'space-005': ['flags'],
			'space-006': ['overlay'],
			'space-007': ['instance', 'off'],
			'space-008': ['half-done'],
		})
		expect(snapshot.files).toContainEqual({ host: 'host-1', pack: '1.1.0', error: null })
		const text = readFileSync(fleet.path('ensemble.prom'), 'utf8')
		expect(text).toContain('ensemble_drift_spaces{fleet="test",code="policy"} 1\n')
		expect(text).toContain('ensemble_drift_spaces{fleet="test",code="unreadable"} 0\n')
		expect(text).toContain('ensemble_space_drift{fleet="test",space="space-003",host="host-1",code="policy"} 1\n')
		expect(text).toContain('ensemble_spaces{fleet="test",host="host-1",pack="1.1.0"} 5\n')
		text.trim().split('\n').forEach((line) => expect(line).toMatch(/^(?:# (?:HELP|TYPE) ensemble_\w+ .+|ensemble_\w+\{(?:\w+="[^"]*",?)+\} [\d.e+]+)$/))
		const accounts = snapshot.spaces.filter(({ host }) => host === 'host-2').reduce((sum, { counts }) => sum + counts.accounts!, 0)
		expect(text).toContain(`ensemble_accounts{fleet="test",host="host-2"} ${accounts}\n`)
	})

	it('says what it cannot do', async () => {
		const fleet = testFleet(folder.dir, { faults: [{ space: 'space-001', action: 'facts', stage: 'begin', code: 'database', times: 1 }] })
		const { code, out, err } = await fleet.run('scan', '--no-files', '--no-counts')
		expect([code, err]).toEqual([1, '! space-001: The database does not answer.\n'])
		expect(out).toContain('space-001: The database does not answer.')
		expect(await fleet.run('scan', '--prometheus', join(folder.dir, 'no/such/folder.prom'))).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') as string })
	})

	it('keeps the scan before when it is interrupted', async () => {
		const fleet = testFleet(folder.dir)
		const stop = new AbortController()
		stop.abort()
		expect(await ensemble(['--inventory', fleet.path('fleet.yaml'), 'scan'], stop.signal)).toMatchObject({ code: 130 })
		expect(existsSync(fleet.path('state/scan.json'))).toBe(false)
	})
})

describe('heal', () => {
	it('puts back what it may, leaves the rest to a person, and journals it', async () => {
		const fleet = await drifted()
		expect(await fleet.json('heal', '--dry-run')).toMatchObject({ dryRun: true, drifted: 8, plans: [{ pack: '1.1.0', spaces: [{ id: 'space-001' }, { id: 'space-002' }, { id: 'space-003' }, { id: 'space-006' }, { id: 'space-008' }] }] })
		expect(fleet.space('space-002').apps.ensemble_charter!.enabled).toBe(false)
		const { code, err } = await fleet.run('heal')
		expect(code).toBe(1)
		expect(err).toContain('! space-004: for a person: It is in maintenance mode.')
		expect(err).toContain('! space-007: for a person: It has the instance id another')
		const { code: after, out } = await fleet.run('scan', '--json')
		expect([after, kinds(JSON.parse(out) as Snapshot)]).toEqual([1, { 'space-004': ['maintenance'], 'space-005': ['flags'], 'space-007': ['instance', 'off'] }])
		expect(fleet.space('space-004').maintenance).toBe(true)
		const { plan } = openRollout(fleet.path('state'))
		expect([plan.purpose, plan.waves.map(({ spaces }) => spaces.length)]).toEqual(['heal', [1, 4]])
		expect(await fleet.run('rollback', '--all')).toMatchObject({ code: 2, err: expect.stringContaining('would be to bring the drift back') as string })
	})

	it('does nothing where all is well, and refuses while a roll-out is not at its end', async () => {
		const fleet = testFleet(folder.dir, { faults: [{ space: 'space-001', action: 'apply', stage: 'half', code: 'migration', times: 1 }], inventory: { canaries: ['space-001'] } })
		expect(await fleet.run('heal')).toMatchObject({ code: 0, out: 'All 12 spaces are as they should be.\n' })
		await fleet.run('plan', '1.1.0', '-o', fleet.path('plan.json'))
		expect((await fleet.run('rollout', fleet.path('plan.json'))).code).toBe(3)
		expect(await fleet.run('heal')).toMatchObject({ code: 2, err: expect.stringContaining('is not at its end') as string })
		expect(await fleet.run('heal', '--space', 'nobody')).toMatchObject({ code: 2 })
	})
})

describe('report', () => {
	it('tells the last scan in counts, without a name of a space', async () => {
		const fleet = await drifted()
		await fleet.run('scan')
		const out = fleet.path('report.html')
		expect(await fleet.json('report', '--out', out)).toMatchObject({ file: out, spaces: 12, well: 4, packs: ['1.1.0', '1.0.0'], rollouts: [{ purpose: 'rollout', status: 'done', done: 12 }] })
		const page = readFileSync(out, 'utf8')
		expect(page).toContain('<html lang="en">')
		expect(page).not.toMatch(/space-\d/)
		expect(page).not.toMatch(/<script|https?:\/\/|javascript:/)
	})

	it('asks for a scan where there is none, and for another when it cannot be read', async () => {
		const fleet = testFleet(folder.dir)
		expect(await fleet.run('report')).toMatchObject({ code: 2, err: 'There was no scan yet: "ensemble scan" makes one.\n' })
		writeFileSync(fleet.path('state/scan.json'), '{}')
		expect(await fleet.run('report')).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read as a scan') as string })
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Each kind of drift is told for what it is, and what should be is read from journals. */

import type { SpaceFacts } from '../engines/engine.ts'
import type { SimSpace } from '../engines/sim/world.ts'
import type { Expected } from './expected.ts'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SIM_APPS, simFleet, simPack } from '../engines/sim/fleet.ts'
import { Journal } from '../journal/journal.ts'
import { createRollout } from '../rollout/store.ts'
import { scene } from '../rollout/testing.ts'
import { driftOf, FORBIDS, HEALED } from './drift.ts'
import { readExpected } from './expected.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-drift-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is different about a space that was changed in these ways. */
function kinds(edit: (space: SimSpace) => void, { facts: more = {}, expected: other }: { facts?: Partial<SpaceFacts>, expected?: Partial<Expected> | null } = {}): string[] {
	const { fleet, world } = simFleet({ spaces: 1, hosts: 1, packs: [simPack('1.1.0'), simPack('1.0.0')] })
	const { id, config } = fleet.spaces[0]!
	const { instanceId } = world.space(id)
	edit(world.space(id))
	const expected: Expected = { rollout: 'r', settled: true, pack: '1.1.0', instanceId, on: [...SIM_APPS], ...other }
	return driftOf({ ...world.facts(id, config, SIM_APPS, false), ...more }, { host: fleet.hosts[0]!, expected: other === null ? undefined : expected, pack: world.packs.get('1.1.0'), missingPolicies: {} }).map(({ code }) => code)
}

describe('driftOf', () => {
	it('finds nothing where all is as it should be', () => {
		expect(kinds(() => {})).toEqual([])
		expect(kinds(() => {}, { expected: null })).toEqual([])
	})

	it.each<[string, (space: SimSpace) => void, Parameters<typeof kinds>[1]?]>([
		['unsettled', () => {}, { expected: { settled: false } }],
		['instance', (space) => void (space.instanceId = 'other')],
		['pack', (space) => void (space.overlay = null)],
		['overlay', (space) => void (space.overlay = space.overlay!.replace('/srv/packs', '/tmp/packs'))],
		['off', (space) => void (space.apps.ensemble_quota!.enabled = false)],
		['off', (space) => void delete space.apps.ensemble_quota],
		['version', (space) => void (space.apps.ensemble_quota!.version = '1.0.0'), { facts: { needsDbUpgrade: false } }],
		['half-done', (space) => void (space.apps.ensemble_quota!.version = '1.0.0')],
		['core-upgrade', () => {}, { facts: { needsDbUpgrade: true } }],
		['maintenance', (space) => void (space.maintenance = true)],
		['debug-log', (space) => void (space.loglevel = 0)],
		['flags', (space) => void (space.appstore = true)],
	])('finds %s', (code, edit, more) => {
		expect(kinds(edit, more)).toContain(code)
	})

	it('finds code that is gone, and says why a space could not be read', () => {
		expect(kinds((space) => void (space.overlay = space.overlay!.replaceAll('1.1.0', '2.0.0')))).toEqual(expect.arrayContaining(['pack', 'code']))
		const { fleet } = simFleet({ spaces: 1 })
		expect(driftOf({ code: 'lost', message: 'No answer.' }, { host: fleet.hosts[0]!, expected: undefined, pack: undefined, missingPolicies: {} })).toEqual([{ code: 'unreadable', message: 'No answer.' }])
	})

	it('never heals what forbids to touch a space', () => {
		expect([...HEALED].filter((code) => FORBIDS.has(code))).toEqual([])
	})
})

describe('readExpected', () => {
	it('follows the newest roll-out that touched a space: done, put back, half way', async () => {
		const s = await scene({ path: join(folder, 'unused.jsonl'), spaces: 20, packs: [simPack('1.0.0'), simPack('1.1.0')] })
		const [first, second, third] = s.plan.waves.flatMap(({ spaces }) => spaces)
		const rollout = createRollout(folder, s.plan, Date.UTC(2026, 0, 1))
		const journal = Journal.open(rollout.journal)
		const step = (space: string, name: 'apply' | 'verify' | 'restore' | 'check') => journal.appendAll([{ type: 'space-begun', space, step: name }, { type: 'space-ended', space, step: name, error: null, seconds: 1 }])
		journal.append({ type: 'rollout-started', rollout: rollout.id, plan: s.plan.hash, pack: '1.1.0', waves: [], by: 'test' })
		step(first!, 'apply')
		step(first!, 'verify')
		step(second!, 'apply')
		journal.append({ type: 'rollback-asked', scope: 'space', spaces: [second!], by: 'test' })
		step(second!, 'restore')
		step(second!, 'check')
		step(third!, 'apply')
		journal.close()
		const expected = readExpected(folder, [...s.world.spaces.keys(), 'new'])
		expect(expected.get(first!)).toMatchObject({ settled: true, pack: '1.1.0', on: [...SIM_APPS] })
		expect(expected.get(second!)).toMatchObject({ settled: true, pack: '1.0.0' })
		expect(expected.get(third!)).toMatchObject({ settled: false, pack: '1.1.0' })
		expect(expected.get(s.plan.waves.at(-1)!.spaces.at(-1)!)).toMatchObject({ settled: true, pack: '1.0.0' })
		expect(expected.has('new')).toBe(false)
	})

	it('finds the newest one by name, also of two in a second or with a clock that was set back', async () => {
		const { plan } = await scene({ path: join(folder, 'unused.jsonl'), spaces: 10 })
		const dir = join(folder, 'names')
		const ids = [Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 1), Date.UTC(2025, 5, 1)].map((now) => createRollout(dir, plan, now).id)
		expect([...ids].sort()).toEqual(ids)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A plan says all that will change, leaves out what must not be touched, and is the same for the same facts. */

import type { Failure, SpaceFacts } from '../engines/engine.ts'
import type { SimSpace } from '../engines/sim/world.ts'
import type { PlanInput } from './plan.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIM_APPS, simFleet, simPack } from '../engines/sim/fleet.ts'
import { canonical, sha256 } from '../journal/canonical.ts'
import { PlanError, readPlan, writePlan } from './hash.ts'
import { makePlan } from './plan.ts'
import { compareVersions } from './versions.ts'
import { dealWaves } from './waves.ts'

const now = Date.UTC(2026, 10, 22)

/** A small fleet, changed, with its facts. */
function input(change: Partial<Record<string, (space: SimSpace) => void>> = {}, more: Partial<PlanInput> = {}, spaces = 12): PlanInput {
	const { fleet, world } = simFleet({ spaces, packs: [simPack('1.0.0'), simPack('1.1.0'), simPack('0.9.0')] })
	Object.entries(change).forEach(([id, edit]) => edit?.(world.space(id)))
	const facts = new Map<string, SpaceFacts | Failure>(fleet.spaces.map(({ id, config }) => [id, world.facts(id, config, SIM_APPS, false)]))
	return { fleet, facts, pack: simPack('1.1.0'), now, ...more }
}

/** An edit of a space. */
function set(values: Partial<SimSpace>): (space: SimSpace) => void {
	return (space) => void Object.assign(space, values)
}

describe('makePlan', () => {
	it('updates every app of every space, and gives the same plan for the same facts', () => {
		const plan = makePlan(input())
		expect(plan.spaces).toHaveLength(12)
		expect(plan.spaces[0]).toMatchObject({
			id: 'space-001',
			before: { pack: '1.0.0', apps: { ensemble_quota: { version: '1.0.0', enabled: true } } },
			enable: [],
			changes: [{ kind: 'pack', from: '1.0.0', to: '1.1.0' }, ...SIM_APPS.map((app) => ({ kind: 'update', app, from: '1.0.0', to: '1.1.0' }))],
			risks: [],
		})
		expect(makePlan(input()).hash).toBe(plan.hash)
		expect(makePlan(input({}, { now: now + 1000 })).hash).not.toBe(plan.hash)
	})

	it('leaves out what must not be touched, and says why', () => {
		const made = input({
			'space-001': set({ maintenance: true }),
			'space-003': set({ server: '31.0.9' }),
			'space-004': (space) => {
				space.overlay = space.overlay!.replaceAll('1.0.0', '1.1.0')
				Object.values(space.apps).forEach((app) => {
					app.version = '1.1.0'
				})
			},
		})
		const fleet = { ...made.fleet, spaces: made.fleet.spaces.map((space) => space.id === 'space-005' ? { ...space, hold: 'moves on Friday' } : space) }
		const facts = new Map(made.facts)
		facts.set('space-002', { code: 'lost', message: 'No answer came.' })
		const core = facts.get('space-006') as SpaceFacts
		facts.set('space-006', { ...core, needsDbUpgrade: true })
		const plan = makePlan({ ...made, fleet, facts, pack: simPack('1.1.0') })
		expect(plan.skipped.map(({ id, code }) => `${id} ${code}`)).toEqual(['space-001 maintenance', 'space-002 unreadable', 'space-003 range', 'space-004 same', 'space-005 held', 'space-006 core-upgrade'])
		expect(plan.skipped[2]!.message).toBe('ensemble_charter 1.1.0 is for Nextcloud 32 to 35; the space has 31.0.9.')
		expect(plan.spaces).toHaveLength(6)
	})

	it('refuses a pack that lacks an app which is on', () => {
		const plan = makePlan(input({}, { pack: simPack('1.1.0', { without: 'ensemble_quota' }) }))
		expect(plan.spaces).toHaveLength(0)
		expect(plan.skipped[0]).toMatchObject({ code: 'missing-app', message: 'ensemble_quota is on in the space and is not in the pack.' })
	})

	it('names risks: app store, owner, log level, a way back in versions, a switch that was not finished', () => {
		const plan = makePlan(input({
			'space-001': set({ appstore: true }),
			'space-002': set({ uid: 1000 }),
			'space-003': set({ loglevel: 0 }),
			'space-004': (space) => {
				space.overlay = space.overlay!.replaceAll('1.0.0', '1.1.0')
			},
			'space-005': set({ uid: 0 }),
		}))
		const risks = Object.fromEntries(plan.spaces.map(({ id, risks }) => [id, risks.map(({ code }) => code)]))
		expect(risks).toMatchObject({ 'space-001': ['app-store'], 'space-002': ['owner'], 'space-003': ['debug-log'], 'space-004': ['half-done'], 'space-005': ['owner'], 'space-006': [] })
		expect(makePlan(input({}, { pack: simPack('0.9.0') })).spaces[0]!.risks).toMatchObject([{ code: 'downgrade' }])
	})

	it('switches on what is not installed or off, or only what is named', () => {
		const change = {
			'space-001': (space: SimSpace) => {
				delete space.apps.ensemble_quota
			},
			'space-002': (space: SimSpace) => {
				space.apps.ensemble_quota!.enabled = false
			},
		}
		const plan = makePlan(input(change))
		expect(plan.spaces.slice(0, 3).map(({ enable }) => enable)).toEqual([['ensemble_quota'], ['ensemble_quota'], []])
		expect(plan.spaces[0]!.before.apps).not.toHaveProperty('ensemble_quota')
		expect(makePlan(input(change, { enable: [] })).spaces[0]!.enable).toEqual([])
	})

	it('pushes policies that differ, and only those', () => {
		const policy = { locked: ['levels'], defaults: { repeatDays: 3 } }
		const made = input({ 'space-001': set({ policies: { ensemble_quota: canonical(policy) } }) })
		const fleet = { ...made.fleet, spaces: made.fleet.spaces.map((space) => ({ ...space, policies: { ensemble_quota: policy, other: {} } })) }
		const plan = makePlan({ ...made, fleet })
		expect(plan.spaces[0]!.policies).toBeUndefined()
		const hash = sha256(canonical(policy))
		expect(plan.spaces[1]!.policies).toEqual({ ensemble_quota: hash })
		expect(plan.texts).toEqual({ [hash]: canonical(policy) })
		expect(plan.spaces[1]!.changes.at(-1)).toEqual({ kind: 'policy', app: 'ensemble_quota' })
	})

	it('refuses everything when two spaces share an instance id, or when there would be no way back', () => {
		expect(() => makePlan(input({ 'space-002': set({ instanceId: 'x' }), 'space-007': set({ instanceId: 'x' }) }))).toThrow('space-002, space-007 share the instance id x')
		const pack = simPack('1.1.0', { additive: false })
		expect(() => makePlan(input({}, { pack }))).toThrow(PlanError)
		expect(makePlan(input({}, { pack, oneWay: true })).spaces[0]!.risks).toMatchObject([{ code: 'one-way' }])
	})

	it('plans 10,000 spaces in less than 2 s of CPU', () => {
		const made = input({}, {}, 10_000)
		// CPU, since the machine may have other work: on an idle one both are the same.
		const began = process.cpuUsage()
		const plan = makePlan(made)
		const { user, system } = process.cpuUsage(began)
		const seconds = (user + system) / 1_000_000
		expect(plan.waves.map(({ spaces }) => spaces.length)).toEqual([3, 97, 900, 9000])
		expect(seconds).toBeLessThan(2)
	})
})

describe('readPlan', () => {
	const plan = makePlan(input())
	it('reads what was written', () => {
		expect(readPlan(writePlan(plan))).toEqual(plan)
		expect(writePlan(plan).split('\n').length).toBeLessThan(200)
	})
	it('refuses a plan that was changed, and what is no plan', () => {
		expect(() => readPlan(writePlan(plan).replace('"failures": 1', '"failures": 9'))).toThrow('was changed')
		expect(() => readPlan('{')).toThrow('not JSON')
		expect(() => readPlan('[]')).toThrow('no plan')
	})
	it('has a hash that anybody can check', () => {
		const { hash, ...rest } = plan
		expect(hash).toBe(sha256(canonical(rest)))
	})
})

describe('dealWaves', () => {
	const space = fc.record({ id: fc.string({ minLength: 1 }), host: fc.constant('h'), groups: fc.subarray(['g', 'k']), canary: fc.boolean() })
	const entry = fc.oneof(fc.constantFrom('canaries', '1%', '10%', '50%', '100%', 'group:g'), fc.integer({ min: 1, max: 30 }))
	it('takes every space once or says that it is left, and begins with canaries if asked', () => {
		fc.assert(fc.property(fc.uniqueArray(space, { selector: ({ id }) => id, maxLength: 60 }), fc.array(entry, { minLength: 1, maxLength: 5 }), fc.string(), (spaces, entries, seed) => {
			const { waves, left } = dealWaves(spaces, entries, seed)
			expect([...waves.flatMap((wave) => wave.spaces), ...left].sort()).toEqual(spaces.map(({ id }) => id).sort())
			expect(waves.every((wave) => wave.spaces.length > 0)).toBe(true)
			if (entries.includes('100%')) {
				expect(left).toEqual([])
			}
			if (entries[0] === 'canaries' && spaces.length > 0) {
				const canaries = spaces.filter(({ canary }) => canary)
				expect(waves[0]!.spaces).toHaveLength(canaries.length || 1)
			}
		}), { numRuns: 500 })
	})
})

describe('compareVersions', () => {
	it('compares numbers, not letters', () => {
		expect(['1.10.0', '1.2.0', '1.2.0-beta1', '1.2', '0.9.9'].sort(compareVersions)).toEqual(['0.9.9', '1.2.0-beta1', '1.2.0', '1.2', '1.10.0'])
	})
})

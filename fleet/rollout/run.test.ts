// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The controller on a simulated fleet: waves, limits, pauses, the window, going on, going back. */

import type { JournalEvent } from '../journal/records.ts'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { simPack } from '../engines/sim/fleet.ts'
import { scene } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-run-'))
afterAll(() => rmSync(folder, { recursive: true }))
let path = ''
let count = 0
beforeEach(() => {
	path = join(folder, `${++count}.jsonl`)
})

describe('runRollout', () => {
	it('brings every space to the pack, wave after wave, and writes every step down before and after', async () => {
		const s = await scene({ path, spaces: 40 })
		const { ending, state } = await s.run()
		expect(ending).toBe('done')
		expect(s.versions()).toEqual({ '1.1.0': 40 })
		expect([...state.spaces.values()].every(({ phase }) => phase === 'done')).toBe(true)
		const records = s.records()
		expect(records.filter(({ type }) => ['wave-begun', 'gate', 'wave-ended', 'rollout-ended'].includes(type)).map(({ type }) => type)).toEqual([...[0, 1, 2].flatMap(() => ['wave-begun', 'gate', 'wave-ended']), 'rollout-ended'])
		const one = records.filter((record) => 'space' in record && record.space === s.plan.waves[2]!.spaces.at(-1)).map((record) => `${record.type} ${'step' in record ? record.step : ''}`)
		expect(one).toEqual(['space-begun apply', 'space-ended apply', 'space-begun verify', 'space-ended verify'])
		expect(await s.run()).toMatchObject({ ending: 'done' })
		expect(s.records()).toHaveLength(records.length)
	})

	it('stops in the canary wave when a pack breaks spaces, puts them back, and touches no other', async () => {
		const s = await scene({ path, spaces: 40 })
		const faults = s.plan.waves[0]!.spaces.map((space) => ({ space, action: 'apply' as const, stage: 'half' as const, code: 'migration' as const }))
		const again = await scene({ path, spaces: 40, faults })
		const { ending, state } = await again.run()
		expect(ending).toBe('stopped')
		expect(again.versions()).toEqual({ '1.0.0': 40 })
		expect(state.stopped).toMatch(/^\d of 3 spaces of wave 1 failed\.$/)
		const touched = new Set(again.records().flatMap((record) => 'space' in record ? [record.space] : []))
		expect([...touched].every((id) => s.plan.waves[0]!.spaces.includes(id))).toBe(true)
	})

	it('sees what exit code 0 hides: an app that went off', async () => {
		const s = await scene({ path, spaces: 20, faults: [{ space: 'space-001', action: 'apply', stage: 'end', code: 'silent', times: 1 }] })
		const { state } = await s.run()
		expect(state.spaces.get('space-001')).toMatchObject({ phase: 'restored', error: { code: 'gate', message: 'ensemble_charter is off; it should be on.' } })
		expect(s.versions().mixed).toBeUndefined()
	})

	it('marks a space that cannot be put back as stuck, and tries once more on resume', async () => {
		const s = await scene({ path, spaces: 20, faults: [
			{ space: 'space-001', action: 'apply', stage: 'flipped', code: 'exception', times: 1 },
			{ space: 'space-001', action: 'restore', stage: 'flipped', code: 'database', times: 2 },
		] })
		const first = await s.run()
		expect(first.ending).toBe('stopped')
		expect(first.state.spaces.get('space-001')).toMatchObject({ phase: 'stuck', error: { code: 'exception' }, stuckBy: { code: 'database' } })
		const second = await s.run()
		expect(second.ending).toBe('done')
		expect(second.state.outcome).toBe('done')
		expect(second.state.spaces.get('space-001')!.phase).toBe('restored')
		expect(s.versions()).toEqual({ '1.0.0': 1, '1.1.0': 19 })
	})

	it('does not touch a space that moved since the plan, nor one in maintenance', async () => {
		const s = await scene({ path, spaces: 20, change: { limits: { failures: 5, timeout: 60 } } })
		s.world.space('space-001').overlay = 'by hand'
		s.world.space('space-002').maintenance = true
		const { ending, state } = await s.run()
		expect(ending).toBe('done')
		expect(state.spaces.get('space-001')).toMatchObject({ phase: 'refused', touched: false, error: { code: 'moved' } })
		expect(state.spaces.get('space-002')).toMatchObject({ phase: 'refused', error: { code: 'maintenance' } })
		expect(s.world.space('space-001').overlay).toBe('by hand')
		expect(s.world.space('space-002')).toMatchObject({ maintenance: true, apps: { ensemble_quota: { version: '1.0.0' } } })
	})

	it('stops before anything is touched when a host has other files than the pack\'s', async () => {
		const s = await scene({ path, spaces: 20, sim: { damaged: new Set(['1.1.0']) } })
		const { ending, state } = await s.run()
		expect(ending).toBe('stopped')
		expect(state.stopped).toContain('are not those of its manifest')
		expect(s.records().some((record) => 'space' in record)).toBe(false)
	})

	it('counts failures of a wave against a number or a share', async () => {
		const faults = Array.from({ length: 9 }, (_, index) => ({ space: `space-0${index + 11}`, action: 'apply' as const, stage: 'half' as const, code: 'migration' as const, times: 1 }))
		const within = await scene({ path, spaces: 60, faults, change: { limits: { failures: '50%', timeout: 60 } } })
		expect((await within.run()).ending).toBe('done')
		expect(within.versions()).toEqual({ '1.0.0': 9, '1.1.0': 51 })
	})

	it('waits between waves: for a time, and for a person', async () => {
		const s = await scene({ path, spaces: 40, change: { waves: [{ take: 'canaries', pause: 600 }, { take: '50%', pause: 'approval' }, '100%'] } })
		const { ending, state } = await s.run()
		expect(ending).toBe('approval')
		expect(state.wave).toBe(2)
		const [end, begin] = s.records().filter(({ type }) => type === 'wave-ended' || type === 'wave-begun').slice(1, 3).map(({ at }) => Date.parse(at))
		expect(begin! - end!).toBeGreaterThanOrEqual(600_000)
		expect((await s.run()).ending).toBe('approval')
		expect((await s.run({ requests: () => [{ type: 'approved', wave: 1, by: 'Zoë' }] })).ending).toBe('done')
		expect(s.versions()).toEqual({ '1.1.0': 40 })
	})

	it('begins nothing outside the window', async () => {
		const window = { from: '22:00', to: '05:00', timezone: 'Europe/Paris' }
		const s = await scene({ path, spaces: 20, change: { window } })
		expect((await s.run()).ending).toBe('done')
		const hours = s.records().filter(({ type }) => type === 'space-begun').map(({ at }) => new Date(at).getUTCHours())
		expect(hours.length).toBeGreaterThan(0)
		expect(hours.every((hour) => hour >= 21 || hour < 4)).toBe(true)
	})

	it('pauses and aborts when asked, with nothing left half done', async () => {
		for (const [request, ending] of [[{ type: 'paused', by: 'me', why: 'lunch' }, 'paused'], [{ type: 'aborted', by: 'me' }, 'aborted']] as const) {
			const s = await scene({ path: `${path}.${ending}`, spaces: 100 })
			let looks = 0
			const first = await s.run({ requests: () => ++looks === 8 ? [request as JournalEvent] : [] })
			expect(first.ending).toBe(ending)
			const versions = s.versions()
			expect(versions.mixed).toBeUndefined()
			expect(versions['1.0.0']).toBeGreaterThan(0)
			expect(versions['1.1.0']).toBeGreaterThan(0)
			expect((await s.run()).ending).toBe(ending === 'paused' ? 'done' : 'aborted')
			expect(s.versions()).toEqual(ending === 'paused' ? { '1.1.0': 100 } : versions)
		}
	})

	it('ends what it began when the signal comes, and goes on later', async () => {
		const s = await scene({ path, spaces: 100 })
		const stop = new AbortController()
		const first = await s.run({ signal: stop.signal, onRecord: ({ n }) => n === 60 && stop.abort() })
		expect(first.ending).toBe('interrupted')
		expect((await s.run()).ending).toBe('done')
		expect(s.versions()).toEqual({ '1.1.0': 100 })
	})

	it('asks a check of one\'s own after each wave', async () => {
		const s = await scene({ path, spaces: 20 })
		const { ending, state } = await s.run({ waveGate: async (wave) => wave === 1 ? 'The monitoring is red.' : null })
		expect([ending, state.stopped, state.wave]).toEqual(['stopped', 'The monitoring is red.', 1])
		expect((await s.run()).ending).toBe('done')
	})

	it('takes everything back, or some spaces, and enables again what was on', async () => {
		const s = await scene({ path, spaces: 30 })
		await s.run()
		const some = [...s.plan.waves[1]!.spaces]
		expect((await s.run({ settleOnly: true, requests: once({ type: 'rollback-asked', scope: 'wave', spaces: some, by: 'me' }) })).ending).toBe('done')
		const all = [...s.world.spaces.keys()]
		expect((await s.run({ settleOnly: true, requests: once({ type: 'rollback-asked', scope: 'all', spaces: all, by: 'me', why: 'bad pack' }) })).ending).toBe('rolled-back')
		expect(s.versions()).toEqual({ '1.0.0': 30 })
	})

	it('leaves a space without a pack as it found it, but for an overlay that names none', async () => {
		const s = await scene({ path, spaces: 10, packs: [simPack('1.0.0'), simPack('1.1.0')], faults: [{ space: 'space-001', action: 'verify', stage: 'end', code: 'lost', times: 1 }] })
		expect((await s.run()).state.spaces.get('space-001')!.phase).toBe('restored')
		expect(s.versions().mixed).toBeUndefined()
	})
})

/** Asks for something at the first look only. */
function once(event: JournalEvent): () => JournalEvent[] {
	let asked = false
	return () => asked ? [] : (asked = true, [event])
}

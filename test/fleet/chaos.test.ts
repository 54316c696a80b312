// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Chaos: roll-outs killed again and again at random places. After the last resume every space is at exactly one version, as the journal says. */

import type { Fault, Stage } from '@ensemble/fleet/engines/sim/engine'
import type { Disk } from '@ensemble/fleet/journal/journal'

import { SimEngine } from '@ensemble/fleet/engines/sim/engine'
import { random } from '@ensemble/fleet/engines/sim/random'
import { JournalFullError, readJournalFile } from '@ensemble/fleet/journal/journal'
import { LeaseError, takeLease } from '@ensemble/fleet/journal/lease'
import { replay } from '@ensemble/fleet/rollout/state'
import { scene } from '@ensemble/fleet/rollout/testing'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROLLOUTS = 300
const folder = mkdtempSync(join(tmpdir(), 'ensemble-chaos-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The controller ends here, as kill -9 ends it. */
class Killed extends Error {}

/** Lives after which a roll-out is let end in peace. */
const LIVES = 12

/** What happened over all roll-outs: a chaos that kills nobody proves nothing. */
const seen = { kills: 0, torn: 0, full: 0, doubles: 0, lost: 0, putBack: 0, abortedOrBack: 0 }

async function chaos(seed: number): Promise<void> {
	const chance = random(seed)
	const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
	const state = join(folder, String(seed))
	mkdirSync(state)
	const path = join(state, 'journal.jsonl')
	const spaces = 6 + Math.floor(chance() * 20)
	const faults: Fault[] = Array.from({ length: Math.floor(chance() * 5) }, () => ({
		space: `space-${String(1 + Math.floor(chance() * spaces)).padStart(3, '0')}`,
		action: pick(['apply', 'verify', 'restore'] as const),
		stage: pick(['begin', 'flipped', 'half', 'end'] as Stage[]),
		code: pick(['lost', 'migration', 'exception', 'disk-full', 'timeout', 'silent'] as const),
		times: 1,
	}))
	const s = await scene({ path, spaces, faults, seed, change: { limits: { failures: pick([1, 3, '20%']), timeout: 60 }, waves: ['canaries', '30%', '100%'] } })
	const rollback = chance() < 0.15
	const abort = chance() < 0.1
	let asked = false
	for (let life = 0; ; life++) {
		const calm = life >= LIVES
		const lease = takeLease(state, { what: `life ${life}`, alive: () => false })
		expect(() => takeLease(state, { what: 'a second controller', alive: () => true })).toThrow(LeaseError)
		seen.doubles++
		// Three ways to die: before a record is written, in the middle of it, or once it is on the disk.
		let until = calm ? Infinity : 1 + Math.floor(chance() * (20 + spaces * 4))
		const way = pick(['before', 'torn', 'after', 'full'] as const)
		let dead = false
		const engine = new SimEngine(s.world, s.clock, { faults, seed })
		const die = () => {
			dead = true
			engine.kill()
			throw new Killed()
		}
		const disk: Disk = {
			write: (fd, bytes, offset, length, position) => {
				if (dead) {
					throw new Killed()
				}
				if (--until > 0) {
					return writeSync(fd, bytes, offset, length, position)
				}
				if (way === 'full') {
					seen.full++
					throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
				}
				if (way === 'after') {
					writeSync(fd, bytes, offset, length, position)
				}
				return die()
			},
			sync: () => {},
		}
		const requests = () => {
			if (asked || life < 2 || !(rollback || abort)) {
				return []
			}
			asked = true
			return [rollback ? { type: 'rollback-asked' as const, scope: 'all' as const, spaces: s.plan.spaces.map(({ id }) => id), by: 'chaos' } : { type: 'aborted' as const, by: 'chaos' }]
		}
		let ending: string | null = null
		try {
			ending = (await s.run({ engine, disk, requests })).ending
		} catch (error) {
			// The journal says "full" for everything the disk throws; what is inside says whether this was a death.
			if (!(error instanceof JournalFullError)) {
				throw error
			}
			seen.kills += error.cause instanceof Killed ? 1 : 0
			if (error.cause instanceof Killed && way === 'torn') {
				appendFileSync(path, '{"at":"2026-01-05T12:00:00.000Z","n":9,"space":"spa')
				seen.torn++
			}
		}
		engine.kill()
		if (ending === null) {
			// Killed: its lease stays, and is taken over from the dead.
			continue
		}
		lease.release()
		if (['done', 'aborted', 'rolled-back'].includes(ending)) {
			seen.abortedOrBack += ending === 'done' ? 0 : 1
			break
		}
		expect(life).toBeLessThan(LIVES + 20)
	}
	const { records } = readJournalFile(path)
	const end = replay(s.plan, records)
	for (const [id, space] of end.spaces) {
		const real = s.world.space(id)
		const at = s.world.packOf(real)?.version
		const expected = { done: '1.1.0', waiting: '1.0.0', restored: '1.0.0', refused: '1.0.0' }[space.phase as string]
		expect(expected, `${id} is ${space.phase} (seed ${seed})`).toBeDefined()
		expect(at, `${id} is ${space.phase} (seed ${seed})`).toBe(expected)
		expect(Object.values(real.apps), `${id} (seed ${seed})`).toEqual(Object.values(real.apps).map(() => ({ version: expected, enabled: true })))
		expect([real.maintenance, real.loglevel]).toEqual([false, 2])
		seen.putBack += space.phase === 'restored' ? 1 : 0
	}
	seen.lost += records.filter((record) => record.type === 'space-ended' && record.error?.code === 'lost').length
}

describe(`${ROLLOUTS} roll-outs with kills, torn lines, full disks, lost children and double starts`, () => {
	for (let from = 0; from < ROLLOUTS; from += 50) {
		it(`number ${from + 1} to ${from + 50} converge`, async () => {
			for (let seed = from; seed < from + 50; seed++) {
				await chaos(seed)
			}
		}, 300_000)
	}

	it('was chaos indeed', () => {
		console.log(`chaos: ${JSON.stringify(seen)}`)
		expect(seen.kills).toBeGreaterThanOrEqual(ROLLOUTS)
		expect(Math.min(seen.torn, seen.full, seen.lost, seen.putBack, seen.abortedOrBack)).toBeGreaterThan(20)
	})
})

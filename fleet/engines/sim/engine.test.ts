// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The simulated engine does what every engine must, the same every time. */

import { describe, expect, it } from 'vitest'
import { SimClock } from '../../rollout/clock.ts'
import { conformance } from '../conformance.ts'
import { SimEngine } from './engine.ts'
import { simFleet, simPack } from './fleet.ts'
import { chance, random } from './random.ts'

conformance('sim', async () => {
	const [from, to, damaged] = [simPack('1.0.0'), simPack('1.1.0'), simPack('1.2.0')]
	const { fleet, world } = simFleet({ spaces: 6, hosts: 1, packs: [from, to, damaged] })
	const clock = new SimClock()
	const locks = new Set<string>()
	const options = { damaged: new Set(['1.2.0']) }
	const make = () => new SimEngine(world, clock, options, locks)
	return { engine: make(), second: make, host: fleet.hosts[0]!, spaces: fleet.spaces, from, to, damaged, missing: { id: 'nobody', host: 'host-1', config: '/srv/nobody' }, close: async () => {} }
})

describe('chance', () => {
	it('is the same every time, and spread', () => {
		expect(chance('a', 1)).toBe(chance('a', 1))
		const next = random(7)
		const again = random(7)
		const numbers = Array.from({ length: 1000 }, next)
		expect(numbers).toEqual(Array.from({ length: 1000 }, again))
		expect(numbers.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1)
	})
})

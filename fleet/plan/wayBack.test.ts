// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** There is a way back exactly where nothing was taken away that the older pack does not know to be away. */

import type { PackTarget } from '../engines/engine.ts'

import { describe, expect, it } from 'vitest'
import { simFleet } from '../engines/sim/fleet.ts'
import { barrier, barring, oneWayApps } from './wayBack.ts'

/** A pack of one app with those migrations that are not additive. */
function pack(version: string, breaking: readonly string[] | undefined, additive = breaking?.length === 0): PackTarget {
	return { version, manifest: '', apps: { ensemble_quota: { version, nextcloud: { min: 32, max: 35 }, additive, ...breaking === undefined ? {} : { breaking } } } }
}

const plain = pack('1.0.0', [])
const dropped = pack('1.1.0', ['Version1Drop'])
const later = pack('1.2.0', ['Version1Drop'])
const again = pack('1.3.0', ['Version1Drop', 'Version3Rename'])

describe('barring', () => {
	it('names apps with a migration that only the newer pack has', () => {
		expect(barring(dropped, plain)).toEqual(['ensemble_quota'])
		expect(barring(again, later)).toEqual(['ensemble_quota'])
	})
	it('lets pass what both have, what only adds, and the same version', () => {
		expect(barring(later, dropped)).toEqual([])
		expect(barring(pack('2.0.0', []), plain)).toEqual([])
		expect(barring(dropped, dropped)).toEqual([])
	})
	it('is careful where the older pack or the migrations are not known', () => {
		expect(barring(later, null)).toEqual(['ensemble_quota'])
		expect(barring(pack('1.2.0', undefined, false), dropped)).toEqual(['ensemble_quota'])
	})
})

describe('of a space', () => {
	const { fleet, world } = simFleet({ spaces: 1 })
	const facts = (version: string) => {
		const space = world.space('space-001')
		space.overlay = space.overlay!.replaceAll(/\d\.\d\.0/g, version)
		space.apps = { ensemble_quota: { version, enabled: true } }
		return world.facts('space-001', fleet.spaces[0]!.config, ['ensemble_quota'], false)
	}
	const packs = new Map([plain, dropped, later, again].map((one) => [one.version, one]))

	it('warns before a way of no return, not again after it', () => {
		expect(oneWayApps(facts('1.0.0'), dropped, packs)).toEqual(['ensemble_quota'])
		expect(oneWayApps(facts('1.1.0'), later, packs)).toEqual([])
		expect(oneWayApps({ ...facts('1.0.0'), apps: {} }, dropped, packs)).toEqual([])
	})
	it('bars the way back, and only back', () => {
		expect(barrier('s', facts('1.1.0'), plain, packs)).toMatchObject({ code: 'one-way', message: expect.stringContaining('no way back from ensemble_quota 1.1.0') as string })
		expect(barrier('s', facts('1.2.0'), dropped, packs)).toBeNull()
		expect(barrier('s', facts('1.0.0'), again, packs)).toBeNull()
		expect(barrier('s', facts('9.9.0'), again, packs)).toMatchObject({ code: 'one-way', message: expect.stringContaining('Nothing is known here of its pack 9.9.0') as string })
	})
})

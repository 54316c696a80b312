// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Packs that spaces have are known from their manifests, or from the roll-out that brought them; also once their key is trusted no more. */

import type { TinyPack } from '../../test/fleet/packFixture.ts'
import type { Engines } from './engines.ts'

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remove, tinyPack } from '../../test/fleet/packFixture.ts'
import { makeKeys } from '../pack/sign.ts'
import { unpack } from '../pack/unpack.ts'
import { makePlan } from '../plan/plan.ts'
import { realClock } from '../rollout/clock.ts'
import { createRollout } from '../rollout/store.ts'
import { load } from './context.ts'
import { KnownPacks } from './packsKnown.ts'
import { findPack } from './packTarget.ts'

let tiny: TinyPack
beforeAll(async () => {
	tiny = await tinyPack()
	await unpack(tiny.dir, [tiny.open], join(tiny.root, 'store'))
	writeFileSync(join(tiny.root, 'good.pub'), tiny.open.export({ type: 'spki', format: 'pem' }))
	await makeKeys(join(tiny.root, 'other'))
})
afterAll(() => remove(tiny.root))

const engines: Engines = {
	clock: realClock(),
	sim: null,
	engineFor: () => {
		throw new Error('No host is reached.')
	},
	close: async () => {},
}

/** An inventory that trusts some keys. */
function trusting(...keys: string[]) {
	const file = join(tiny.root, 'fleet.yaml')
	writeFileSync(file, JSON.stringify({ fleet: 'test', keys, hosts: { here: { engine: 'local', packs: join(tiny.root, 'store') } } }))
	return load({ inventory: file })
}

describe('KnownPacks', () => {
	it('reads manifests that are trusted, and knows nothing of others', async () => {
		const known = new KnownPacks(trusting('good.pub'), engines)
		expect(await known.get('1.2.0')).toMatchObject({ version: '1.2.0', apps: { first: { additive: true } } })
		expect(await known.get('9.9.9')).toBeNull()
		expect([...(await known.all(['1.2.0', '9.9.9'])).keys()]).toEqual(['1.2.0'])
		expect(known.refused.size).toBe(0)
	})

	it('remembers what a roll-out has verified, once the key is gone; nothing new is accepted', async () => {
		const loaded = trusting('good.pub')
		const pack = await findPack('1.2.0', loaded, engines)
		const lost = new KnownPacks(trusting('other.pub'), engines)
		expect(await lost.get('1.2.0')).toBeNull()
		createRollout(loaded.stateDir, makePlan({ fleet: loaded.fleet(), pack, facts: new Map(), now: 0 }), Date.now())
		const known = new KnownPacks(trusting('other.pub'), engines)
		expect(await known.get('1.2.0')).toEqual(pack)
		expect(known.refused.get('1.2.0')).toContain('of no key that you trust')
		await expect(findPack('1.2.0', trusting('other.pub'), engines)).rejects.toMatchObject({ code: 'wrong_key' })
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The commands of docs/ops.md in their order on real spaces; then policies, drift by hand, and back to an older pack. */

import type { RealHost } from './spaces.ts'

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensemble } from '../../../fleet/cli/testing.ts'
import { missing, realHost } from './spaces.ts'

const reason = await missing()
if (reason !== null) {
	console.log(`Policies and drift on real spaces are skipped: ${reason}.`)
}

describe.skipIf(reason !== null)('from nothing to a first roll-out, and what comes after it', () => {
	let real: RealHost
	const at = (name: string) => join(real.root, name)
	const run = (...args: string[]) => ensemble(['--inventory', at('fleet.yaml'), ...args])
	const policyOf = async (index: number) => (await real.occ(real.spaces[index]!, 'config:app:get', 'ensemble_quota', 'fleet_policy')).stdout.trim()
	const drift = async () => {
		const { spaces } = JSON.parse((await run('scan', '--json')).out) as { spaces: { id: string, drift: { code: string }[] }[] }
		return Object.fromEntries(spaces.filter((space) => space.drift.length > 0).map((space) => [space.id, space.drift.map(({ code }) => code)]))
	}
	const edit = (file: string, from: string, to: string) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))

	beforeAll(async () => {
		real = await realHost(4)
	}, 180_000)
	afterAll(() => real?.stop())

	it('goes as the page says', async () => {
		const key = at('ensemble.key')
		for (const line of [
			['keygen', key],
			...['1.0.0', '1.0.1'].flatMap((version) => [['pack', '--key', key, '--pack-version', version, '--out', at('made')], ['unpack', at(`made/${version}`), '--key', `${key}.pub`, '--to', real.host.packs]]),
			['inventory', 'import', at('space*/config'), '--code', real.host.code],
		]) {
			expect(await run(...line), line.join(' ')).toMatchObject({ code: 0 })
		}
		edit(at('fleet.yaml'), '/srv/packs', real.host.packs)
		writeFileSync(at('fleet.yaml'), `${readFileSync(at('fleet.yaml'), 'utf8').replaceAll(/pause: .*/g, 'pause: 1s')}policies:\n  ensemble_quota: { locked: { pool: 5000 } }\n`)
		for (const line of [['inventory'], ['policy'], ['plan', '1.0.0', '-o', at('plan.json')], ['rollout', at('plan.json')], ['scan'], ['status']]) {
			expect(await run(...line), line.join(' ')).toMatchObject({ code: 0 })
		}
		expect(await policyOf(3)).toBe('{"locked":{"pool":5000}}')
	}, 180_000)

	it('pushes another policy, and puts the old one back', async () => {
		edit(at('fleet.yaml'), '5000', '7000')
		expect(await drift()).toEqual(Object.fromEntries(real.spaces.map(({ id }) => [id, ['policy']])))
		expect(await run('policy', 'push')).toMatchObject({ code: 0 })
		expect(await policyOf(1)).toBe('{"locked":{"pool":7000}}')
		expect(await run('rollback', '--space', 'space2')).toMatchObject({ code: 0 })
		expect([await policyOf(1), await policyOf(2)]).toEqual(['{"locked":{"pool":5000}}', '{"locked":{"pool":7000}}'])
	}, 180_000)

	it('finds what was changed by hand, and puts it back', async () => {
		await real.occ(real.spaces[0]!, 'app:disable', 'ensemble_quota')
		await real.occ(real.spaces[2]!, 'config:app:delete', 'ensemble_quota', 'fleet_policy')
		edit(join(real.spaces[3]!.config, 'pack.config.php'), '1.0.0', '1.0.1')
		expect(await drift()).toEqual({ space1: ['off'], space2: ['policy'], space3: ['policy'], space4: ['pack'] })
		expect(await run('heal')).toMatchObject({ code: 0, err: expect.not.stringContaining('!') as string })
		expect(await drift()).toEqual({})
	}, 180_000)

	it('goes to the next pack and back to the one before, policies untouched', async () => {
		for (const line of [['plan', '1.0.1', '-o', at('plan.json')], ['rollout', at('plan.json')], ['rollback', '--all', '--to', '1.0.0']]) {
			expect(await run(...line), line.join(' ')).toMatchObject({ code: 0 })
		}
		expect(await drift()).toEqual({})
		expect(await policyOf(3)).toBe('{"locked":{"pool":7000}}')
	}, 180_000)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes a simulated fleet of any size: for the demonstration, for tests and for measuring. */

import type { Fleet, FleetHost } from '../../inventory/expand.ts'
import type { PackTarget } from '../engine.ts'

import { sha256 } from '../../journal/canonical.ts'
import { overlayFor } from '../engine.ts'
import { chance } from './random.ts'
import { SimWorld } from './world.ts'

/** Ids of the simulated packs' apps. */
export const SIM_APPS = ['ensemble_charter', 'ensemble_onboarding', 'ensemble_quota'] as const

/**
 * A pack of three apps at one version.
 *
 * @param version of the pack and of each app
 * @param change what is different about it
 */
export function simPack(version: string, change: { min?: number, max?: number, additive?: boolean, without?: string } = {}): PackTarget {
	const { min = 32, max = 35, additive = true, without } = change
	return {
		version,
		manifest: sha256(`manifest of ${version}`),
		apps: Object.fromEntries(SIM_APPS.filter((id) => id !== without).map((id) => [id, { version, nextcloud: { min, max }, additive }])),
	}
}

/**
 * A fleet in which every space has the first pack.
 *
 * @param options spaces: how many; hosts: how many; packs: all that are unpacked, the first is the one in use; seed for all that differs
 */
export function simFleet({ spaces, hosts = 3, packs = [simPack('1.0.0'), simPack('1.1.0')], seed = 1, jobs = 2 }: { spaces: number, hosts?: number, packs?: readonly PackTarget[], seed?: number, jobs?: number }): { fleet: Fleet, world: SimWorld } {
	const world = new SimWorld()
	packs.forEach((pack) => world.packs.set(pack.version, pack))
	const [first] = packs
	if (first === undefined) {
		throw new Error('A simulated fleet needs a pack.')
	}
	const machines: FleetHost[] = Array.from({ length: hosts }, (_, index) => ({ name: `host-${index + 1}`, engine: 'sim', code: '/var/www/nextcloud', packs: '/srv/packs', packsUrl: '/pack-apps', php: 'php', jobs }))
	const width = Math.max(3, String(spaces).length)
	const list = Array.from({ length: spaces }, (_, index) => {
		const id = `space-${String(index + 1).padStart(width, '0')}`
		const host = machines[index % machines.length]!
		const members = 5 + Math.floor(45 * chance(seed, id, 'accounts'))
		world.spaces.set(id, {
			instanceId: `oc${sha256(`${seed} ${id}`).slice(0, 10)}`,
			uid: 33,
			server: '34.0.1',
			overlay: overlayFor(host, first.version),
			apps: Object.fromEntries(Object.entries(first.apps).map(([app, { version }]) => [app, { version, enabled: true }])),
			maintenance: false,
			loglevel: 2,
			policies: {},
			appstore: false,
			counts: { accounts: members, charterAnswered: Math.floor(members * chance(seed, id, 'answered')), poolTotal: 50 * 1024 ** 3, poolUsed: Math.floor(50 * 1024 ** 3 * chance(seed, id, 'pool')) },
		})
		return { id, host: host.name, config: `/srv/spaces/${id}/config`, groups: [], canary: index < Math.min(3, Math.ceil(spaces / 10)), hold: null, policies: {} }
	})
	return {
		world,
		fleet: { name: 'simulated', hosts: machines, spaces: list, waves: ['canaries', '1%', '10%', '100%'], limits: { failures: 1, timeout: 120 }, gates: { recheck: 20, probe: false }, window: undefined },
	}
}

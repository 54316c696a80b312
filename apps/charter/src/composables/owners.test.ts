// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Versions sorted by whose they are. */

import type { Owned } from './owners.ts'

import { expect, it } from 'vitest'
import { byOwner, charterOf, nameOf } from './owners.ts'

const ours: Owned = { owner: 'association', ownerName: '' }
const hosts: Owned = { owner: 'host', ownerName: 'Libre Toit' }

it('says whose a charter is', () => {
	expect([charterOf(hosts), nameOf(hosts)]).toEqual(['Charter of Libre Toit, who runs this space for your association', 'Libre Toit'])
	expect([charterOf(ours), nameOf(ours)]).toEqual(['Charter of your association', 'Your association'])
})

it('puts the host first, under its newest name, and keeps the order', () => {
	const versions = [
		{ id: 4, ...ours, inForce: true },
		{ id: 3, ...hosts, inForce: false },
		{ id: 2, ...hosts, ownerName: 'Old name', inForce: false },
		{ id: 1, ...ours, inForce: false },
	]
	expect(byOwner(versions).map(({ versions, ...owned }) => ({ ...owned, ids: versions.map(({ id }) => id) }))).toEqual([
		{ ...hosts, inForce: false, ids: [3, 2] },
		{ ...ours, inForce: true, ids: [4, 1] },
	])
})

it('always names the association, and no host where there is none', () => {
	expect(byOwner([])).toEqual([{ ...ours, inForce: false, versions: [] }])
})

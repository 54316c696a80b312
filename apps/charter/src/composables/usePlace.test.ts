// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Addresses of places. */

import type { Place } from './usePlace.ts'

import { expect, it } from 'vitest'
import { addressOf, readPlace } from './usePlace.ts'

it.each<[string, Place]>([
	['#charter', { view: 'charter' }],
	['#answers', { view: 'answers' }],
	['#versions', { view: 'versions' }],
	['#versions/5', { view: 'version', id: 5 }],
	['#compare/association', { view: 'compare', ids: 'association' }],
	['#compare/host', { view: 'compare', ids: 'host' }],
	['#compare/4/5', { view: 'compare', ids: [4, 5] }],
])('%s', (address, place) => {
	expect(readPlace(address)).toEqual(place)
	expect(addressOf(place)).toBe(address)
})

it.each<[string, Place]>([
	['', { view: 'charter' }],
	['#nonsense/4', { view: 'charter' }],
	['#versions/x', { view: 'versions' }],
	['#versions/-1', { view: 'versions' }],
	['#charter/host', { view: 'charter' }],
	['#compare', { view: 'compare', ids: 'association' }],
	['#compare/4', { view: 'compare', ids: 'association' }],
	['#compare/4/0', { view: 'compare', ids: 'association' }],
])('nonsense leads where something is: %s', (address, place) => {
	expect(readPlace(address)).toEqual(place)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How the list went for everybody, by the case table (which the PHP is tested with too). */

import { expect, it } from 'vitest'
import table from '../../cases/figures.json' with { type: 'json' }
import { FEWEST_PEOPLE, figures, settings } from '../../contract.ts'
import { figuresOf } from './figures.ts'

it.each(table.cases)('$name', ({ plan, offered, people, expected }) => {
	const walkers = people.flatMap(({ times, ...walker }) => Array.from({ length: times }, () => walker))
	const found = figuresOf(settings.parse({ steps: plan }).steps, offered, walkers)
	expect(found).toEqual(expected)
	expect(figures.parse(found)).toEqual(found)
})

it('never tells of fewer people than the contract says', () => {
	const walkers = Array.from({ length: FEWEST_PEOPLE - 1 }, () => ({ person: { admin: false, guest: false, groups: [] }, done: [], declined: [] }))
	const { steps } = settings.parse({})
	expect(figuresOf(steps, ['picture'], walkers).steps).toBeNull()
	expect(figuresOf(steps, ['picture'], [...walkers, walkers[0]!]).steps).toHaveLength(1)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which members are listed. */

import type { Wanted } from './listing.ts'

import { describe, expect, it } from 'vitest'
import { amina, bruno, chloe, member } from '../testing.ts'
import { levelsPassed, select } from './listing.ts'

const full = member('dora', { level: 95, percent: 99 })
const members = [amina, bruno, chloe, full]
const found = (wanted: Partial<Wanted>) => select(members, { standing: 'all', group: '', search: '', ...wanted }).map(({ account }) => account)

describe('select', () => {
	it.each([
		['everybody', {}, ['amina', 'bruno', 'chloe', 'dora']],
		['from a level on', { standing: '90' }, ['bruno', 'dora']],
		['from a higher level on', { standing: '95' }, ['dora']],
		['below the first level', { standing: 'below' }, ['amina']],
		['without a limit', { standing: 'free' }, ['chloe']],
		['disabled', { standing: 'disabled' }, ['chloe']],
		['never there', { standing: 'unseen' }, ['chloe']],
		['a group', { group: 'garden' }, ['bruno']],
		['a name without its accent', { search: ' CHLOE ' }, ['chloe']],
		['a login name', { search: 'ami' }, ['amina']],
		['all at once', { standing: '90', group: 'board', search: 'b' }, ['bruno']],
	] as const)('finds %s', (_, wanted, accounts) => {
		expect(found(wanted)).toEqual(accounts)
	})
})

it('offers the levels that somebody has passed', () => {
	expect(levelsPassed([full, ...members])).toEqual([90, 95])
})

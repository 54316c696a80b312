// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests the order of the members' table. */

import { describe, expect, it } from 'vitest'
import { member } from '../testing.ts'
import { orderAfterClick, sortMembers } from './sorting.ts'

const someone = (name: string, files: number, quota: number | null, changedAt: number | null = null) => member(name.toLowerCase(), { name, files, quota, percent: quota && files / quota * 100, changedAt })
const members = [someone('Zoé', 2, 10, 30), someone('émile', 9, null), someone('Eva', 5, 10, 20), someone('Ahmed', 5, 20)]
const names = (column: Parameters<typeof sortMembers>[1]['column'], descending: boolean) => sortMembers(members, { column, descending }, 'fr').map(({ name }) => name)

describe('sortMembers', () => {
	it('orders names as the language does', () => {
		expect(names('name', false)).toEqual(['Ahmed', 'émile', 'Eva', 'Zoé'])
		expect(names('name', true)).toEqual(['Zoé', 'Eva', 'émile', 'Ahmed'])
	})

	it('orders amounts, equals by name', () => {
		expect(names('files', true)).toEqual(['émile', 'Ahmed', 'Eva', 'Zoé'])
		expect(names('files', false)).toEqual(['Zoé', 'Ahmed', 'Eva', 'émile'])
	})

	it('puts those without a value last either way', () => {
		expect(names('percent', true)).toEqual(['Eva', 'Ahmed', 'Zoé', 'émile'])
		expect(names('percent', false)).toEqual(['Zoé', 'Ahmed', 'Eva', 'émile'])
		expect(names('changedAt', true)).toEqual(['Zoé', 'Eva', 'Ahmed', 'émile'])
		expect(names('changedAt', false)).toEqual(['Eva', 'Zoé', 'Ahmed', 'émile'])
	})

	it('leaves the list it was given alone', () => {
		names('files', true)
		expect(members[0]?.name).toBe('Zoé')
	})
})

describe('orderAfterClick', () => {
	it('begins with the largest amounts and the first names, then turns round', () => {
		const files = orderAfterClick({ column: 'name', descending: false }, 'files')
		expect(files).toEqual({ column: 'files', descending: true })
		expect(orderAfterClick(files, 'files')).toEqual({ column: 'files', descending: false })
		expect(orderAfterClick(files, 'name')).toEqual({ column: 'name', descending: false })
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// @vitest-environment happy-dom

/** Tests the members' table through the screen. */

import type { Member } from '../../../contract.ts'

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import MembersTable from './MembersTable.vue'

afterEach(cleanup)

const GB = 2 ** 30
const members: Member[] = [
	{ account: 'amina', name: 'Amina', enabled: true, files: 2 * GB, trash: 0, versions: 0, quota: 5 * GB, percent: 40, level: null },
	{ account: 'bruno', name: 'Bruno', enabled: true, files: 4.6 * GB, trash: GB, versions: 0.5 * GB, quota: 5 * GB, percent: 92, level: 90 },
	{ account: 'chloe', name: 'Chloé', enabled: false, files: 3 * GB, trash: 0, versions: 0, quota: null, percent: null, level: null },
]

const rows = () => screen.getAllByRole('row').slice(1).map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s+/g, ' ').trim()))
const header = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })

describe('MembersTable', () => {
	it('shows the fullest first, with amounts, share and level, and marks disabled accounts', () => {
		render(MembersTable, { props: { members } })
		expect(rows()).toEqual([
			['Bruno', '4.6 GB', '1 GB', '512 MB', '5 GB', '92%', '90%'],
			['Amina', '2 GB', '0 bytes', '0 bytes', '5 GB', '40%', 'none'],
			['Chloé disabled', '3 GB', '0 bytes', '0 bytes', 'no limit', '–', 'none'],
		])
		expect(header('Used').getAttribute('aria-sort')).toBe('descending')
	})

	it('is ordered by the buttons in its headers, by keyboard too', async () => {
		render(MembersTable, { props: { members } })
		within(header('Name')).getByRole('button').focus()
		await userEvent.keyboard('{Enter}')
		expect(rows().map(([name]) => name)).toEqual(['Amina', 'Bruno', 'Chloé disabled'])
		expect(header('Name').getAttribute('aria-sort')).toBe('ascending')
		expect(header('Used').getAttribute('aria-sort')).toBe('none')
		await userEvent.keyboard('{Enter}')
		expect(rows().map(([name]) => name)).toEqual(['Chloé disabled', 'Bruno', 'Amina'])
		expect(header('Name').getAttribute('aria-sort')).toBe('descending')
	})

	it('is a frame that can be scrolled by keyboard', () => {
		render(MembersTable, { props: { members } })
		expect(screen.getByRole('region', { name: 'Storage of each member' }).tabIndex).toBe(0)
	})
})

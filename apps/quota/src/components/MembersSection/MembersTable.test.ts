// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the members' table through the screen. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import MembersTable from './MembersTable.vue'
import { amina, bruno, chloe } from '../testing.ts'

afterEach(cleanup)

const show = () => render(MembersTable, { props: { members: [bruno, amina, chloe], order: { column: 'percent', descending: true }, selected: new Set(['amina']), count: 203, before: 100, groups: { board: 'Board', garden: 'Shared garden' } } })
const cells = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s+/g, ' ').trim())
const header = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })

describe('MembersTable', () => {
	it('shows who keeps what, who is disabled, and who was never there', () => {
		show()
		const [head, ...rows] = screen.getAllByRole('row')
		expect(cells(head!)).toEqual(['', 'Name', 'Groups', 'Files', 'Deleted files', 'Old versions', 'Quota', 'Used ▼', 'Last change'])
		expect(rows.map(cells)).toEqual([
			['', 'Bruno bruno', 'Board, Shared garden', '4.6 GB', '0 bytes', '512 MB', '5 GB Change', '92%above 90%', 'November 18, 2026'],
			['', 'Amina amina', 'Board', '2 GB', '1 GB', '0 bytes', '5 GB (default) Change', '40%', 'November 18, 2026'],
			['', 'Chloé chloedisablednever logged in', '', '3 GB', '0 bytes', '0 bytes', 'no limit Change', '–', 'never'],
		])
	})

	it('says where in the whole list a row is', () => {
		show()
		expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('204')
		expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '102', '103', '104'])
	})

	it('is ordered by the buttons in its headers, by keyboard too', async () => {
		const { emitted } = show()
		expect([header('Used').getAttribute('aria-sort'), header('Name').getAttribute('aria-sort')]).toEqual(['descending', 'none'])
		within(header('Name')).getByRole('button').focus()
		await userEvent.keyboard('{Enter}')
		expect(emitted('update:order')).toEqual([[{ column: 'name', descending: false }]])
	})

	it('selects and lets go', async () => {
		const { emitted } = show()
		const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select ${name}` })
		expect([box('Amina').checked, box('Bruno').checked]).toEqual([true, false])
		await userEvent.click(box('Bruno'))
		expect(emitted('update:selected').at(-1)).toEqual([new Set(['amina', 'bruno'])])
	})

	it('leads to the quota of each', async () => {
		const { emitted } = show()
		await userEvent.click(screen.getByRole('button', { name: 'Change the quota of Bruno' }))
		expect(emitted('change')).toEqual([[bruno]])
	})

	it('is a frame that can be scrolled by keyboard', () => {
		show()
		expect(screen.getByRole('region', { name: 'Storage of each member' }).tabIndex).toBe(0)
	})
})

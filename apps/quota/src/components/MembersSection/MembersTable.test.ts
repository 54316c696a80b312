// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the members' table through the screen. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import MembersTable from './MembersTable.vue'
import { amina, bruno, chloe, member } from '../testing.ts'

afterEach(cleanup)

const show = (members = [bruno, amina, chloe]) => render(MembersTable, { props: { members, order: { column: 'percent', descending: true }, selected: new Set(['amina']), groups: { board: 'Board', garden: 'Shared garden' } } })
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

	it('of 5,000 has the rows near the screen, and says where in the whole list they are', async () => {
		const members = Array.from({ length: 5000 }, (_, index) => member(`member${index}`))
		const top = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect')
		show(members)
		const rows = () => screen.getAllByRole('row').slice(1).map((row) => Number(row.getAttribute('aria-rowindex')))
		expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001')
		expect(rows()[0]).toBe(2)
		expect(rows().length).toBeLessThan(60)
		top.mockReturnValue(new DOMRect(0, -100_000, 800, 320_000))
		window.dispatchEvent(new Event('scroll'))
		await vi.waitFor(() => expect(rows()[0]).toBeGreaterThan(1500))
		expect(rows().length).toBeLessThan(60)
		top.mockRestore()
	})

	it('of 200 has all rows', () => {
		show(Array.from({ length: 200 }, (_, index) => member(`member${index}`)))
		expect(screen.getAllByRole('row')).toHaveLength(201)
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

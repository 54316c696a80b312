// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the stacked bar through the screen: what is seen, what is read out, and the table. */

import type { Part } from './layout.ts'

import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import StackedBar from './StackedBar.vue'

afterEach(cleanup)

const parts: Part[] = [
	{ id: 'files', label: 'Files', value: 20, look: 'solid' },
	{ id: 'trash', label: 'Deleted files', value: 5, look: 'stripes' },
	{ id: 'versions', label: 'Old versions', value: 0, look: 'dots' },
]

function show(whole: number | null, list = parts) {
	return render(StackedBar, {
		props: {
			name: 'Space used',
			parts: list,
			whole,
			rest: 'Free',
			amount: (value: number) => `${value} GB`,
			share: (percent: number) => `${Math.floor(percent)} %`,
			words: { table: 'Show as a table', part: 'What', amount: 'Amount', share: 'Share' },
		},
	})
}

describe('StackedBar', () => {
	it('reads out each part with amount and share, what is left too', () => {
		show(50)
		expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Space used. Files 20 GB (40 %), Deleted files 5 GB (10 %), Old versions 0 GB (0 %), Free 25 GB (50 %)')
	})

	it('has the same in a table', () => {
		show(50)
		const table = screen.getByRole('table', { hidden: true })
		const rows = within(table).getAllByRole('row', { hidden: true }).map((row) => [...row.children].map((cell) => cell.textContent?.trim()))
		expect(rows).toEqual([
			['What', 'Amount', 'Share'],
			['Files', '20 GB', '40 %'],
			['Deleted files', '5 GB', '10 %'],
			['Old versions', '0 GB', '0 %'],
			['Free', '25 GB', '50 %'],
		])
	})

	it('gives each part a pattern of its own, found in the page', () => {
		const { container } = show(50)
		const fills = [...container.querySelectorAll('[role=img] > rect')].map((rect) => rect.getAttribute('fill') ?? '')
		expect(fills).toHaveLength(3)
		expect(new Set(fills).size).toBe(3)
		for (const fill of fills) {
			const id = fill.slice('url(#'.length, -1)
			expect([...container.querySelectorAll('pattern')].map((pattern) => pattern.id)).toContain(id)
		}
	})

	it('marks the limit when the parts are more than the whole', () => {
		expect(show(50).container.querySelectorAll('line')).toHaveLength(0)
		cleanup()
		const line = show(20).container.querySelector('line')
		expect(line?.getAttribute('x1')).toBe('80%')
		expect(screen.queryByText('Free')).toBeNull()
	})

	it('keeps the ids of two bars apart', () => {
		const { container } = render({
			components: { StackedBar },
			setup: () => ({ parts, text: String, words: { table: 'Table', part: 'What', amount: 'Amount', share: 'Share' } }),
			template: '<div><StackedBar v-for="name in [\'A\', \'B\']" :key="name" :name="name" :parts="parts" :whole="50" :amount="text" :share="text" :words="words" /></div>',
		})
		const ids = [...container.querySelectorAll('pattern')].map(({ id }) => id)
		expect(ids.length).toBeGreaterThan(0)
		expect(new Set(ids).size).toBe(ids.length)
	})
})

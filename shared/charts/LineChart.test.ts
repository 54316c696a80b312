// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the line over time through the screen: what is read out, and the table. */

import type { Ahead, Point } from './curve.ts'

import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import LineChart from './LineChart.vue'

const DAY = 86_400
const points: Point[] = [{ x: 20_000 * DAY, y: 10 }, { x: 20_010 * DAY, y: 30 }, { x: 20_020 * DAY, y: 20 }]

beforeEach(() => {
	document.documentElement.lang = 'en'
})

afterEach(cleanup)

function show(list: Point[], limit: number | null, ahead?: Ahead) {
	return render(LineChart, {
		props: {
			name: 'Use over time',
			points: list,
			limit,
			ahead,
			amount: (value: number) => `${value} GB`,
			words: { table: 'Show as a table', date: 'Day', amount: 'Amount', limit: 'Limit:' },
		},
	})
}

describe('LineChart', () => {
	it('reads out where it begins, where it ends, and the limit', () => {
		show(points, 40)
		expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Use over time. October 4, 2024: 10 GB, October 24, 2024: 20 GB, Limit: 40 GB')
	})

	it('has all of it in a table, the newest first', () => {
		show(points, null)
		const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true }).map((row) => [...row.children].map((cell) => cell.textContent?.trim()))
		expect(rows).toEqual([['Day', 'Amount'], ['October 24, 2024', '20 GB'], ['October 14, 2024', '30 GB'], ['October 4, 2024', '10 GB']])
	})

	it('draws one line from the first to the last point, and the limit where there is one', () => {
		const { container } = show(points, 40)
		expect(container.querySelector('polyline')?.getAttribute('points')).toBe('0.00,75.00 50.00,25.00 100.00,50.00')
		expect(container.querySelectorAll('.line-chart__limit')).toHaveLength(1)
		expect(screen.getByText('Limit: 40 GB')).toBeTruthy()
		cleanup()
		expect(show(points, null).container.querySelectorAll('.line-chart__limit')).toHaveLength(0)
	})

	it('of one point makes a dot, and says its day once', () => {
		const { container } = show(points.slice(0, 1), null)
		expect(container.querySelector('polyline')).toBeNull()
		expect(container.querySelector<HTMLElement>('.line-chart__dot')?.style.insetBlockStart).toBe('0%')
		expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Use over time. October 4, 2024: 10 GB')
	})

	it('goes on with what may come: drawn, read out and in the table', () => {
		const last = points[2]!
		const full = { x: 20_040 * DAY, y: 40 }
		const { container } = show(points, 40, { name: 'Forecast', likely: [last, full], range: [last, { x: 20_030 * DAY, y: 40 }, full], rows: [{ ...full, label: 'Full, likely' }] })
		expect(container.querySelector('.line-chart__line')?.getAttribute('points')).toBe('0.00,75.00 25.00,25.00 50.00,50.00')
		expect(container.querySelector('polyline.line-chart__likely')?.getAttribute('points')).toBe('50.00,50.00 100.00,0.00')
		expect(container.querySelector('polygon.line-chart__range')?.getAttribute('points')).toBe('50.00,50.00 75.00,0.00 100.00,0.00')
		expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/Limit: 40 GB, Full, likely: November 13, 2024$/)
		expect(within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true })[1]?.textContent).toBe('Full, likely: November 13, 202440 GB')
		expect(screen.getByText('Forecast')).toBeTruthy()
	})
})

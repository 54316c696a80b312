// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The list of versions. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import VersionList from './VersionList.vue'

afterEach(cleanup)

it('shows what members answered to each, opens one to read, and begins a draft with one', async () => {
	const { emitted } = render(VersionList, {
		props: {
			name: 'Published charters',
			versions: [
				{ id: 8, owner: 'association', ownerName: '', inForce: true, number: 2, title: 'New', publishedAt: Date.UTC(2026, 10, 22, 12) / 1000, accepted: 1234, declined: 0 },
				{ id: 5, owner: 'association', ownerName: '', inForce: false, number: 1, title: 'Old', publishedAt: Date.UTC(2025, 10, 22, 12) / 1000, accepted: 3, declined: 2 },
			],
		},
	})
	const [, first, second] = screen.getAllByRole('row')
	expect(within(first!).getByRole('rowheader').textContent).toMatch(/2\. New\s+in force/)
	expect(within(first!).getAllByRole('cell').slice(0, 3).map((cell) => cell.textContent?.trim())).toEqual([expect.stringContaining('November'), '1,234', '0'])
	expect(second!.textContent).not.toContain('in force')
	expect(screen.getByRole('table', { name: 'Published charters' })).toBeTruthy()
	await userEvent.click(screen.getByRole('button', { name: 'Read 1. Old' }))
	expect(emitted('read')).toEqual([[5]])
	await userEvent.click(screen.getByRole('button', { name: 'Start a draft from 2. New' }))
	expect(emitted('draft')).toEqual([[8]])
})

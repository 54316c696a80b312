// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The section of the published versions. */

import type { ListedVersion } from '../../api/versions.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, expect, it, vi } from 'vitest'
import VersionsSection from './VersionsSection.vue'
import { fetchVersions } from '../../api/versions.ts'

vi.mock('../../api/versions.ts')
afterEach(cleanup)

it('says what went wrong, tries again, and says that there are none', async () => {
	vi.mocked(fetchVersions).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.')).mockResolvedValue([])
	render(VersionsSection)
	expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(await screen.findByText(/^Nothing is published yet/)).toBeTruthy()
})

const ours: ListedVersion = { id: 3, owner: 'association', ownerName: '', inForce: true, number: 1, title: 'Charter', publishedAt: 1, accepted: 2, declined: 1 }
const hosts: ListedVersion = { ...ours, id: 9, owner: 'host', ownerName: 'Libre Toit', number: 2, title: 'Promise' }
const earlier: ListedVersion = { ...hosts, id: 8, inForce: false, number: 1, title: 'Old promise' }

it('lists the association\'s alone without more ado', async () => {
	vi.mocked(fetchVersions).mockResolvedValue([ours])
	render(VersionsSection)
	expect(await screen.findByRole('table', { name: 'Published charters' })).toBeTruthy()
	expect(screen.queryByRole('heading')).toBeNull()
	expect(screen.queryByRole('link')).toBeNull()
})

it('lists the host\'s apart: to be read, compared and taken as a beginning', async () => {
	vi.mocked(fetchVersions).mockResolvedValue([hosts, earlier, ours])
	const { emitted } = render(VersionsSection)
	const name = 'Charter of Libre Toit, who runs this space for your association'
	const table = within(await screen.findByRole('table', { name }))
	expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.trim())).toEqual(['Charter of your association', name])
	expect(screen.getByText(/^It comes from Libre Toit\. You can read it/)).toBeTruthy()
	await userEvent.click(table.getByRole('button', { name: 'Read 2. Promise' }))
	await userEvent.click(table.getByRole('button', { name: 'Start a draft from 1. Old promise' }))
	expect([emitted('read'), emitted('draft')]).toEqual([[[9]], [[8]]])
	expect(screen.getByRole('link', { name: 'Compare two versions' }).getAttribute('href')).toMatch(/\/apps\/ensemble_charter\/#compare\/host$/)
	expect(screen.queryByText(/no longer in force/)).toBeNull()
})

it('says that the host has withdrawn its charter', async () => {
	vi.mocked(fetchVersions).mockResolvedValue([{ ...hosts, inForce: false }])
	render(VersionsSection)
	expect(await screen.findByText(/It is no longer in force, and nobody is asked/)).toBeTruthy()
	expect(screen.getByRole('rowheader').textContent).toMatch(/2\. Promise\s+no longer in force/)
	expect(screen.getByText('Your association has not published a charter yet.')).toBeTruthy()
})

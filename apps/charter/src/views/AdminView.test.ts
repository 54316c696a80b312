// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The part of the association's page: list, form and settings together. */

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { fetchCharter } from '../api/charter.ts'
import { fetchSettings } from '../api/settings.ts'
import { fetchVersion, fetchVersions, publish } from '../api/versions.ts'

vi.mock('../api/charter.ts')
vi.mock('../api/settings.ts')
vi.mock('../api/versions.ts')
repairForDOMPurify()

const version = { id: 3, number: 1, defaultLanguage: 'fr', texts: { fr: { title: 'Charte', summary: ['Un.'], body: '# But' } }, hashes: {}, publishedAt: 1_760_000_000 }
const listed = { id: 3, number: 1, title: 'Charte', publishedAt: 1_760_000_000, accepted: 12, declined: 3 }

beforeEach(() => {
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ version, language: 'fr', answer: null })
	vi.mocked(fetchVersions).mockReset().mockResolvedValue([listed])
	vi.mocked(fetchVersion).mockReset().mockResolvedValue(version)
	vi.mocked(fetchSettings).mockReset().mockResolvedValue({ values: { laterDays: 1 }, sources: { laterDays: 'built-in' } })
	vi.mocked(publish).mockReset().mockResolvedValue({ ...version, id: 4 })
})
afterEach(cleanup)

it('shows the answers, the charter in force to go on from, and the settings', async () => {
	render(AdminView)
	expect(await screen.findByRole('cell', { name: '12' })).toBeTruthy()
	expect(screen.getByRole('heading', { level: 2, name: 'Write a newer charter' })).toBeTruthy()
	expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' })).value).toBe('Charte')
	expect(await screen.findByRole('textbox', { name: /^Days until/ })).toBeTruthy()
})

it('counts again once something was published', async () => {
	render(AdminView)
	await userEvent.click(await screen.findByRole('button', { name: 'Publish' }))
	vi.mocked(fetchVersions).mockResolvedValue([{ ...listed, id: 4, number: 2, title: 'Newer' }, listed])
	await userEvent.click(screen.getByText('Publish and ask everybody'))
	expect(await screen.findByRole('rowheader', { name: /^2\. Newer/ })).toBeTruthy()
})

it('opens a version to read', async () => {
	render(AdminView)
	await userEvent.click(await screen.findByRole('button', { name: 'Read 1. Charte' }))
	expect(await screen.findByRole('dialog', { name: 'Charte' })).toBeTruthy()
	await userEvent.click(screen.getByRole('button', { name: 'Close' }))
	await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('begins empty', async () => {
	vi.mocked(fetchCharter).mockResolvedValue({ version: null, language: null, answer: null })
	vi.mocked(fetchVersions).mockResolvedValue([])
	render(AdminView)
	expect(await screen.findByText(/^Nothing is published yet/)).toBeTruthy()
	expect(screen.getByRole('heading', { level: 2, name: 'Write a charter' })).toBeTruthy()
})

it('shows what could be loaded, and lets the rest be tried again', async () => {
	vi.mocked(fetchVersions).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.'))
	render(AdminView)
	expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
	expect(await screen.findByRole('textbox', { name: 'Title' })).toBeTruthy()
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(await screen.findByRole('cell', { name: '12' })).toBeTruthy()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The part of the association's page: its sections, and the ways between them. */

import type { Version } from '../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import AdminView from './AdminView.vue'
import { fetchCharter } from '../api/charter.ts'
import { fetchDraft, saveDraft } from '../api/draft.ts'
import { fetchSettings } from '../api/settings.ts'
import { fetchStatus } from '../api/status.ts'
import { fetchVersion, fetchVersions } from '../api/versions.ts'

vi.mock('../api/charter.ts')
vi.mock('../api/draft.ts')
vi.mock('../api/groups.ts')
vi.mock('../api/settings.ts')
vi.mock('../api/status.ts')
vi.mock('../api/versions.ts')
repairForDOMPurify()

const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 1,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: '# But' } },
	hashes: {},
	publishedAt: 1_760_000_000,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 3,
}

beforeEach(() => {
	document.documentElement.lang = 'en'
	localStorage.clear()
	location.hash = '#charter'
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ association: { version, language: 'fr', answer: null, asked: true }, host: null })
	vi.mocked(fetchDraft).mockReset().mockResolvedValue({ revision: 0, draft: null, savedAt: null, savedBy: '' })
	vi.mocked(saveDraft).mockReset().mockResolvedValue({ revision: 1, savedAt: 1_760_000_000 })
	vi.mocked(fetchStatus).mockReset().mockResolvedValue({ version, counts: { accepted: 12, declined: 3, waiting: 0, overdue: 0 }, members: [] })
	vi.mocked(fetchVersions).mockReset().mockResolvedValue([{ id: 3, owner: 'association', ownerName: '', inForce: true, number: 1, title: 'Charte', publishedAt: 1_760_000_000, accepted: 12, declined: 3 }])
	vi.mocked(fetchVersion).mockReset().mockResolvedValue(version)
	vi.mocked(fetchSettings).mockReset().mockResolvedValue({ values: { laterDays: 1, publicPage: false, hostCharter: true }, sources: { laterDays: 'built-in', publicPage: 'built-in', hostCharter: 'built-in' } })
})
afterEach(cleanup)

const tab = (name: string) => screen.getByRole('tab', { name })
/** Sections are loaded when they are opened. */
const patient = { timeout: 15_000 }

it('begins with the answers', async () => {
	render(AdminView)
	expect(await screen.findByRole('img', { name: /Accepted 12/ })).toBeTruthy()
	expect(tab('Answers').getAttribute('aria-selected')).toBe('true')
	expect(fetchDraft).not.toHaveBeenCalled()
	expect(fetchSettings).not.toHaveBeenCalled()
	expect(screen.queryByRole('note')).toBeNull()
})

it('goes through the sections by keyboard, and the address keeps the place', async () => {
	render(AdminView)
	tab('Answers').focus()
	await userEvent.keyboard('{End}')
	expect(await screen.findByRole('textbox', { name: /^Days until/ }, patient)).toBeTruthy()
	expect(document.activeElement).toBe(tab('Settings'))
	expect(location.hash).toBe('#charter/settings')
	await userEvent.keyboard('{ArrowLeft}')
	expect(await screen.findByRole('rowheader', { name: /^1\. Charte/ }, patient)).toBeTruthy()
	expect(location.hash).toBe('#charter/versions')
	expect(screen.getByRole('tabpanel', { name: 'Published charters' })).toBeTruthy()
})

it('opens the section in the address', async () => {
	location.hash = '#charter/versions'
	render(AdminView)
	expect(await screen.findByRole('rowheader', { name: /^1\. Charte/ }, patient)).toBeTruthy()
})

it('keeps what is being written while somebody looks elsewhere', async () => {
	render(AdminView)
	await userEvent.click(tab('Draft'))
	await userEvent.click(await screen.findByRole('button', { name: 'Begin with an empty page' }, patient))
	await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), 'Ours')
	await userEvent.click(tab('Answers'))
	await userEvent.click(tab('Draft'))
	expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' })).value).toBe('Ours')
})

it('reads a version, and begins a draft with it', async () => {
	render(AdminView)
	await userEvent.click(tab('Published charters'))
	await userEvent.click(await screen.findByRole('button', { name: 'Read 1. Charte' }, patient))
	const dialog = within(await screen.findByRole('dialog', { name: 'Charte' }, patient))
	await userEvent.click(dialog.getByText('Start a draft from this'))
	expect(await screen.findByText('The draft now begins with version 1.', undefined, patient)).toBeTruthy()
	expect(tab('Draft').getAttribute('aria-selected')).toBe('true')
	expect(screen.queryByRole('dialog')).toBeNull()
	expect(saveDraft).toHaveBeenCalledExactlyOnceWith({ revision: 0, draft: { defaultLanguage: 'fr', texts: version.texts } })
})

it('leads from nothing to the first draft', async () => {
	vi.mocked(fetchStatus).mockResolvedValue({ version: null, counts: { accepted: 0, declined: 0, waiting: 0, overdue: 0 }, members: [] })
	vi.mocked(fetchCharter).mockResolvedValue({ association: null, host: null })
	render(AdminView)
	await userEvent.click(await screen.findByRole('button', { name: 'Write a charter' }))
	expect(await screen.findByRole('button', { name: 'Begin with ready articles' }, patient)).toBeTruthy()
})

it.each([
	[['terms_of_service'], true],
	[[], false],
	[{}, false],
])('says that members meet another text as well: %j', (neighbours, said) => {
	const state = document.createElement('input')
	state.type = 'hidden'
	state.id = 'initial-state-ensemble_charter-neighbours'
	state.value = btoa(JSON.stringify(neighbours))
	document.body.append(state)
	render(AdminView)
	expect(screen.queryByRole('note')?.textContent?.includes('“Terms of service” is on as well') ?? false).toBe(said)
	state.remove()
})

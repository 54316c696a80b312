// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what an admin reads about the host's changes, and what becomes of the space's own. */

import type { CatalogState } from '../../api/admin.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, KeepAlive } from 'vue'
import CatalogSection from './CatalogSection.vue'
import { settings as schema } from '../../../contract.ts'
import { fetchCatalog, fetchIcons, fetchSettings, markCatalogSeen, saveSettings } from '../../api/admin.ts'

vi.mock('../../api/admin.ts')

let catalog: CatalogState

beforeEach(() => {
	document.body.innerHTML = ''
	document.documentElement.lang = 'en'
	catalog = { version: 3, seenVersion: 2, seen: { welcome: { en: 'Hello' } }, now: { welcome: { en: 'Good day' }, hintTexts: { deck: { en: 'Who does what' } } } }
	vi.mocked(fetchCatalog).mockReset().mockImplementation(async () => catalog)
	vi.mocked(fetchIcons).mockReset().mockResolvedValue([])
	vi.mocked(fetchSettings).mockReset().mockResolvedValue({ values: schema.parse({}), sources: { welcome: 'space', hintTexts: 'fleet' } })
	vi.mocked(markCatalogSeen).mockReset().mockResolvedValue()
	vi.mocked(saveSettings).mockReset().mockResolvedValue({ values: schema.parse({}), sources: {} })
})
afterEach(cleanup)

const show = () => render(defineComponent({ render: () => h(KeepAlive, () => h(CatalogSection)) }))

describe('the host\'s changes', () => {
	it('are told before and after, with what the space keeps', async () => {
		show()
		const welcome = within(await screen.findByRole('region', { name: 'Words of welcome' }))
		expect(welcome.getByText('Hello')).toBeTruthy()
		expect(welcome.getByText('Good day')).toBeTruthy()
		expect(welcome.getByText(/Here you have your own/)).toBeTruthy()
		expect(within(screen.getByRole('region', { name: 'Lines about apps' })).getByText(/your people see this already/)).toBeTruthy()
	})

	it('are taken over where somebody wants that', async () => {
		show()
		await userEvent.click(await screen.findByRole('button', { name: 'Take over what your host has: Words of welcome' }))
		expect(saveSettings).toHaveBeenCalledExactlyOnceWith({ welcome: null })
		expect(await screen.findByText(/now read what your host has written/)).toBeTruthy()
	})

	it('are read, and told again only after the next change', async () => {
		show()
		await userEvent.click(await screen.findByRole('button', { name: 'I have read this' }))
		expect(markCatalogSeen).toHaveBeenCalledExactlyOnceWith(3)
		catalog = { ...catalog, seenVersion: 3, seen: catalog.now }
		cleanup()
		show()
		expect(await screen.findByText('Your host has changed nothing since you last looked.')).toBeTruthy()
		// One's own can still be given up.
		expect(screen.getByRole('button', { name: /Words of welcome/ })).toBeTruthy()
	})

	it('may change again meanwhile', async () => {
		vi.mocked(markCatalogSeen).mockRejectedValue(new OcsError('other_version', 'Your host has changed these texts again.', 409))
		show()
		await userEvent.click(await screen.findByRole('button', { name: 'I have read this' }))
		await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('again'))
	})

	it('are none where the host has no catalog', async () => {
		catalog = { version: 0, seenVersion: 0, seen: null, now: {} }
		show()
		expect(await screen.findByText(/Your host has no texts/)).toBeTruthy()
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the figures: counts, the picture with its table, and nothing below five people. */

import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, KeepAlive } from 'vue'
import FiguresSection from './FiguresSection.vue'
import { settings as schema } from '../../../contract.ts'
import { fetchFigures, fetchSettings } from '../../api/admin.ts'

vi.mock('../../api/admin.ts')

const own = { id: 'own-forum', audience: { who: 'everyone', groups: [] }, texts: { en: { title: 'Say hello', sentence: 'Do.', reason: '', action: '' } }, url: '' }

beforeEach(() => {
	document.documentElement.lang = 'en'
	vi.mocked(fetchSettings).mockReset().mockResolvedValue({ values: schema.parse({ steps: [own] }), sources: {} })
	vi.mocked(fetchFigures).mockReset().mockResolvedValue({ people: 10, finished: 4, steps: [{ id: 'picture', done: 8, declined: 1, open: 1 }, { id: 'own-forum', done: 2, declined: 0, open: 8 }] })
})
afterEach(cleanup)

const show = () => render(defineComponent({ render: () => h(KeepAlive, () => h(FiguresSection)) }))

describe('the figures', () => {
	it('are a picture with a table, and say where people stop', async () => {
		show()
		expect((await screen.findByRole('img')).getAttribute('aria-label')).toContain('Have finished 4 (40%)')
		const rows = within(screen.getByRole('table', { name: 'Step by step' })).getAllByRole('row').map((row) => row.textContent.replace(/\s+/g, ' ').trim())
		expect(rows[1]).toMatch(/^Choose a profile picture ?80% ?8 of 10 ?1 ?1$/)
		expect(rows[2]).toMatch(/^Say hello ?20% ?2 of 10 ?0 ?8$/)
		expect(screen.getByText(/Most people stop at “Say hello”/)).toBeTruthy()
	})

	it('are none below five people', async () => {
		vi.mocked(fetchFigures).mockResolvedValue({ people: 4, finished: null, steps: null })
		show()
		expect(await screen.findByText(/no figures below five people/)).toBeTruthy()
		expect(screen.queryByRole('table')).toBeNull()
	})
})

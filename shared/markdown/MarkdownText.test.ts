// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** A Markdown text on the screen. */

import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it, vi } from 'vitest'
import MarkdownText from './MarkdownText.vue'
import { repairForDOMPurify } from './happyDom.ts'

repairForDOMPurify()

afterEach(() => {
	cleanup()
	vi.doUnmock('./render.ts')
})

it('shows headings, lists and links, in the language of the text', async () => {
	const { container } = render(MarkdownText, { props: { text: '# Notre charte\n\n- [le site](https://example.org)', language: 'fr_CA' } })
	expect(await screen.findByRole('heading', { level: 3, name: 'Notre charte' })).toBeTruthy()
	expect(screen.getByRole('listitem').textContent).toBe('le site')
	expect(screen.getByRole('link', { name: 'le site' }).getAttribute('href')).toBe('https://example.org')
	expect(container.querySelector('[lang="fr-CA"]')).not.toBeNull()
})

it('follows the text', async () => {
	const { rerender } = render(MarkdownText, { props: { text: '# One' } })
	await screen.findByRole('heading', { name: 'One' })
	await rerender({ text: '# Two' })
	expect(screen.getByRole('heading').textContent).toBe('Two')
})

it('shows the text as written when the renderer does not come', async () => {
	vi.doMock('./render.ts', () => {
		throw new Error('no such chunk')
	})
	render(MarkdownText, { props: { text: '# One <b>' } })
	expect(await screen.findByText('# One <b>')).toBeTruthy()
})

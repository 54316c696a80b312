// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** A dialog over the page: it can be left by its button and by Escape, whatever the page around does with the key. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import PlainDialog from './PlainDialog.vue'

afterEach(cleanup)

function open() {
	return render(PlainDialog, { props: { name: 'Publish?' }, slots: { default: 'Everybody is asked.' } })
}

it('has its name and its content', () => {
	open()
	expect(screen.getByRole('dialog', { name: 'Publish?' }).textContent).toContain('Everybody is asked.')
})

it('is closed by its button', async () => {
	const { emitted } = open()
	await userEvent.click(screen.getByRole('button', { name: 'Close' }))
	expect(emitted().close).toHaveLength(1)
})

it('is closed by Escape where the page keeps the key from the browser', async () => {
	const swallow = (event: KeyboardEvent) => event.preventDefault()
	window.addEventListener('keydown', swallow, true)
	const { emitted } = open()
	screen.getByRole('heading', { name: 'Publish?' }).focus()
	await userEvent.keyboard('{Escape}')
	window.removeEventListener('keydown', swallow, true)
	expect(emitted().close).toHaveLength(1)
})

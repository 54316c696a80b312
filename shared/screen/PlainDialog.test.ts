// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests a dialog: what it is called, and how it closes. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import PlainDialog from './PlainDialog.vue'

afterEach(cleanup)

it('is open, modal, named by its heading, and closes by its button', async () => {
	const { emitted } = render(PlainDialog, { props: { name: 'A question', closing: 'Close' }, slots: { default: '<p>Do you?</p>', actions: '<button>Yes</button>' } })
	const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'A question' })
	expect(dialog.open).toBe(true)
	expect(screen.getByText('Do you?')).toBeTruthy()
	expect(screen.getByRole('button', { name: 'Yes' })).toBeTruthy()
	await userEvent.click(screen.getByRole('button', { name: 'Close' }))
	expect(emitted('close')).toHaveLength(1)
	expect(dialog.open).toBe(false)
})

it('is closed before it is taken away, so that the focus goes back', () => {
	const { unmount } = render(PlainDialog, { props: { name: 'A question', closing: 'Close' } })
	const dialog = screen.getByRole<HTMLDialogElement>('dialog')
	unmount()
	expect(dialog.open).toBe(false)
})

it('is closed by Escape where the page keeps the key from the browser', async () => {
	const swallow = (event: KeyboardEvent) => event.preventDefault()
	window.addEventListener('keydown', swallow, true)
	const { emitted } = render(PlainDialog, { props: { name: 'A question', closing: 'Close' } })
	screen.getByRole('heading', { name: 'A question' }).focus()
	await userEvent.keyboard('{Escape}')
	window.removeEventListener('keydown', swallow, true)
	expect(emitted('close')).toHaveLength(1)
})

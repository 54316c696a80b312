// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Adding a language. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import AddLanguage from './AddLanguage.vue'

afterEach(cleanup)

it('offers what is not there, and adds it once', async () => {
	const { emitted } = render(AddLanguage, { props: { present: ['fr'], t: (text: string) => text } })
	expect(screen.queryByRole('option', { name: 'Français' })).toBeNull()
	await userEvent.click(screen.getByRole('button', { name: 'Add this language' }))
	expect(emitted('add')).toBeUndefined()
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Another language' }), 'de')
	await userEvent.click(screen.getByRole('button', { name: 'Add this language' }))
	await userEvent.click(screen.getByRole('button', { name: 'Add this language' }))
	expect(emitted('add')).toEqual([['de']])
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests leafing through a long list. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import PageChoice from './PageChoice.vue'

afterEach(cleanup)

const t = (text: string, vars: Record<string, number | string> = {}) => text.replace('{count}', String(vars.count))
const show = (page: number) => render(PageChoice, { props: { modelValue: page, pages: 3, t } })

it('goes on, back, and to any page', async () => {
	const { emitted } = show(1)
	await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
	await userEvent.click(screen.getByRole('button', { name: 'Previous page' }))
	await userEvent.selectOptions(screen.getByRole('combobox'), '3')
	expect(emitted('update:modelValue')).toEqual([[2], [1], [2]])
	expect(screen.getByText(/of 3/)).toBeTruthy()
})

it.each([[0, 'Previous page'], [2, 'Next page']])('ends at page %i, without losing the focus', async (page, name) => {
	const { emitted } = show(page)
	const button = screen.getByRole('button', { name })
	expect(button.getAttribute('aria-disabled')).toBe('true')
	await userEvent.click(button)
	expect(emitted('update:modelValue') ?? []).toEqual([])
	expect(document.activeElement).toBe(button)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests one setting through the screen. */

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import SettingField from './SettingField.vue'
import { translator } from '../l10n/translate.ts'

afterEach(cleanup)

const props = { modelValue: '7', label: 'Days', hint: 'From 1 to 90.', t: translator('demo').t }
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Days' })
const description = () => (field().getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim())

describe('SettingField', () => {
	it.each([false, true])('has a label and a hint, in one line or several (%s)', async (long) => {
		const { emitted } = render(SettingField, { props: { ...props, long } })
		expect(description()).toContain('From 1 to 90.')
		expect(field().getAttribute('aria-invalid')).toBe('false')
		await userEvent.type(field(), '0')
		expect(emitted('update:modelValue')?.at(-1)).toEqual(['70'])
	})

	it('puts what is wrong in place of the hint', () => {
		render(SettingField, { props: { ...props, error: 'Too large.' } })
		expect(description()).toEqual(['Too large.'])
		expect(field().getAttribute('aria-invalid')).toBe('true')
	})

	it('cannot be written when the host has locked it, and says so', () => {
		render(SettingField, { props: { ...props, source: 'locked' } })
		expect(field().disabled).toBe(true)
		expect(description().join()).toContain('Your host has set this')
	})

	it('offers the default where the value is the space\'s own', async () => {
		const { emitted } = render(SettingField, { props: { ...props, source: 'space' } })
		expect(description().join()).toContain('This is your own choice.')
		await userEvent.click(screen.getByRole('button', { name: 'Back to the default: Days' }))
		expect(emitted('reset')).toHaveLength(1)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the form: one button, one message, and the way to the first wrong field. */

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, ref, useTemplateRef } from 'vue'
import FormFrame from './FormFrame.vue'

afterEach(cleanup)

const props = { name: 'Settings', action: 'Save', saving: false, message: '' }

describe('FormFrame', () => {
	it('saves by button and by Enter in a field', async () => {
		const { emitted } = render(FormFrame, { props, slots: { default: '<input aria-label="Days">' } })
		expect(screen.getByRole('form', { name: 'Settings' })).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'Save' }))
		await userEvent.type(screen.getByRole('textbox'), '7{Enter}')
		expect(emitted('save')).toHaveLength(2)
	})

	it('does not save twice at a time', async () => {
		const { emitted } = render(FormFrame, { props: { ...props, saving: true }, slots: { default: '<input aria-label="Days">' } })
		await userEvent.type(screen.getByRole('textbox'), '7{Enter}')
		expect(emitted('save')).toBeUndefined()
	})

	it('announces what became of it', async () => {
		const { rerender } = render(FormFrame, { props })
		expect(screen.getByRole('status').textContent?.trim()).toBe('')
		await rerender({ message: 'Saved.' })
		expect(screen.getByRole('status').textContent?.trim()).toBe('Saved.')
		await rerender({ message: '', error: 'No connection.' })
		expect(screen.getByRole('alert').textContent?.trim()).toBe('No connection.')
	})

	it('leads to the first field that is wrong', async () => {
		const wrong = ref(false)
		render(defineComponent({
			components: { FormFrame },
			setup() {
				const frame = useTemplateRef<InstanceType<typeof FormFrame>>('frame')
				const check = () => {
					wrong.value = true
					return frame.value?.focusFirstError()
				}
				return { wrong, check }
			},
			template: '<FormFrame ref="frame" name="Settings" action="Save" :saving="false" message="" @save="check"><input aria-label="A"><input aria-label="B" :aria-invalid="wrong"></FormFrame>',
		}))
		await userEvent.click(screen.getByRole('button', { name: 'Save' }))
		expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'B' }))
	})
})

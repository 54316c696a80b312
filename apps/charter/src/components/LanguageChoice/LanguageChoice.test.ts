// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The choice of a language. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import LanguageChoice from './LanguageChoice.vue'

afterEach(cleanup)

it('names each language in itself, and asks for another without claiming it is there', async () => {
	const { emitted } = render(LanguageChoice, { props: { languages: ['en', 'fr', 'de_DE'], modelValue: 'en', 'onUpdate:modelValue': undefined } })
	const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language of the text' })
	expect([...list.options].map(({ text, lang }) => [text.trim(), lang])).toEqual([['English', 'en'], ['Français', 'fr'], [expect.stringMatching(/^Deutsch/), 'de-DE']])
	await userEvent.selectOptions(list, 'fr')
	expect(emitted('update:modelValue')).toEqual([['fr']])
})

it('is not there for one language', () => {
	render(LanguageChoice, { props: { languages: ['en'], modelValue: 'en' } })
	expect(screen.queryByRole('combobox')).toBeNull()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** A charter to read. */

import type { Version } from '../../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import CharterText from './CharterText.vue'

repairForDOMPurify()
afterEach(cleanup)

const version: Version = {
	id: 1,
	owner: 'association',
	ownerName: '',
	number: 1,
	defaultLanguage: 'fr',
	texts: {
		fr: { title: 'Charte', summary: ['Un.', 'Deux.'], body: '# Le but' },
		en: { title: 'Charter', summary: ['One.'], body: '# The aim' },
	},
	hashes: {},
	publishedAt: 1,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 1,
}

it('shows the sentences and the whole text, in the language of one\'s choice', async () => {
	const { emitted, rerender } = render(CharterText, { props: { version, language: 'fr' } })
	expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Un.', 'Deux.'])
	expect(screen.getByRole('list').lang).toBe('fr')
	expect(await screen.findByRole('heading', { level: 3, name: 'Le but' })).toBeTruthy()
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language of the text' }), 'en')
	expect(emitted('update:language')).toEqual([['en']])
	await rerender({ language: 'en' })
	expect(screen.getByRole('heading', { name: 'The aim' })).toBeTruthy()
})

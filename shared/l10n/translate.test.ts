// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations are found the way Nextcloud registers them. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { translator } from './translate.ts'

const { t, n } = translator('demo')

function register(translations: Record<string, string | string[]>, plural = (count: number) => count > 1 ? 1 : 0) {
	vi.stubGlobal('_oc_l10n_registry_translations', { demo: translations })
	vi.stubGlobal('_oc_l10n_registry_plural_functions', { demo: plural })
}

afterEach(() => {
	vi.unstubAllGlobals()
})

describe('t', () => {
	it('stays English where nothing is registered', () => {
		expect(t('Hello {name}', { name: 'Ada' })).toBe('Hello Ada')
	})

	it('finds a translation that was registered after the app', () => {
		register({ 'Hello {name}': 'Bonjour {name}' })
		expect(t('Hello {name}', { name: 'Ada' })).toBe('Bonjour Ada')
	})

	it('does not take another app\'s translation', () => {
		register({ Later: 'Plus tard' })
		expect(translator('other').t('Later')).toBe('Later')
	})

	it('leaves a placeholder without a value, and does not fill a value\'s own braces', () => {
		expect(t('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}')
	})

	it('does not take what every object has for a value', () => {
		expect(t('{a} {constructor}', { a: 1 })).toBe('1 {constructor}')
	})

	it('takes an empty translation as none', () => {
		register({ Later: '' })
		expect(t('Later')).toBe('Later')
	})
})

describe('n', () => {
	it('follows English without translations', () => {
		expect(n('%n file', '%n files', 1)).toBe('1 file')
		expect(n('%n file', '%n files', 0)).toBe('0 files')
	})

	it('takes the form that the language\'s rule gives', () => {
		register({ '_%n file_::_%n files_': ['%n fichier', '%n fichiers'] })
		expect(n('%n file', '%n files', 0)).toBe('0 fichier')
		expect(n('%n file', '%n files', 2)).toBe('2 fichiers')
	})

	it('fills {count} and other values', () => {
		expect(n('{count} of {all}', '{count} of {all}', 3, { all: 5 })).toBe('3 of 5')
	})

	it('stays English where a form is missing', () => {
		register({ '_%n file_::_%n files_': ['%n fichier'] })
		expect(n('%n file', '%n files', 2)).toBe('2 files')
	})
})

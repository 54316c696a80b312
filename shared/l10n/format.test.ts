// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Amounts, shares and dates in the reader's language. */

import { beforeEach, describe, expect, it } from 'vitest'
import { formatBytes, formatDate, formatDateTime, formatNumber, formatPercent, languageName, pageLanguage, pageLocale, tag } from './format.ts'

const GB = 1024 ** 3

/** No-break spaces of any kind are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

function page(language: string, locale?: string) {
	const html = document.documentElement
	html.lang = language.replace('_', '-')
	html.dataset.language = language
	if (locale === undefined) {
		delete html.dataset.locale
	} else {
		html.dataset.locale = locale
	}
}

beforeEach(() => page('en'))

describe('the language of the page', () => {
	it('is Nextcloud\'s', () => {
		page('de_DE')
		expect(pageLanguage()).toBe('de_DE')
		delete document.documentElement.dataset.language
		expect(pageLanguage()).toBe('de_DE')
	})

	it('takes the locale only where it belongs to the language', () => {
		page('fr', 'fr_CH')
		expect(pageLocale()).toBe('fr-CH')
		page('fr', 'en_US')
		expect(pageLocale()).toBe('fr')
	})

	it('survives a language that is none', () => {
		page('x!')
		expect(pageLocale()).toBe('en')
		expect(tag('pt_BR')).toBe('pt-BR')
	})
})

describe('formatBytes', () => {
	it.each([
		[0, '0 bytes'],
		[1, '1 byte'],
		[1023, '1,023 bytes'],
		[1024, '1 kB'],
		[1536, '1.5 kB'],
		[1024 ** 2 - 1, '1 MB'],
		[4.6 * GB, '4.6 GB'],
		[46.04 * GB, '46 GB'],
		[512.4 * GB, '512 GB'],
		[2 * 1024 * GB, '2 TB'],
		[-1.5 * GB, '-1.5 GB'],
	])('writes %d in English as %s', (bytes, expected) => {
		expect(plain(formatBytes(bytes))).toBe(expected)
	})

	it('says Go in French', () => {
		page('fr', 'fr_FR')
		expect(plain(formatBytes(4.6 * GB))).toBe('4,6 Go')
	})
})

describe('formatPercent', () => {
	it('never says 100 before it is true', () => {
		expect(formatPercent(99.9)).toBe('99%')
		expect(formatPercent(100)).toBe('100%')
		expect(formatPercent(131.2)).toBe('131%')
	})

	it('follows the language', () => {
		page('fr')
		expect(plain(formatPercent(92))).toBe('92 %')
	})
})

describe('dates and numbers', () => {
	const noon = Date.UTC(2026, 10, 22, 12) / 1000

	it('writes the month in the language of the page', () => {
		expect(formatDate(noon)).toContain('November')
		page('fr')
		expect(formatDate(noon)).toBe('22 novembre 2026')
		expect(formatDateTime(noon)).toContain('22 novembre 2026')
	})

	it('groups digits', () => {
		expect(formatNumber(12345)).toBe('12,345')
	})
})

describe('languageName', () => {
	it('names a language in itself', () => {
		expect(languageName('fr')).toBe('Français')
		expect(languageName('de_DE')).toMatch(/^Deutsch/)
	})

	it('falls back on the code', () => {
		expect(languageName('qzz')).toBe('Qzz')
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The French is complete, used, and keeps every placeholder; and the check would notice if not. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findApps } from '../apps.ts'
import { placeholders, readCatalogue } from './catalogue.ts'
import { problems, tasks } from './check.ts'
import { appTexts } from './extract.ts'

const all = tasks(await findApps())

describe('translations', () => {
	it.each(all)('$file is complete, used and keeps its placeholders', (task) => {
		expect(task.keys.size).toBeGreaterThan(0)
		expect(problems(task)).toEqual([])
		// Looked up as it is shown: a no-break space that became an entity on the way would never be found.
		expect([...task.keys].filter((key) => /&\w+;/.test(key))).toEqual([])
	})
})

describe('the check', () => {
	const task = (keys: string[], translations: Record<string, string | string[]>) => problems({ file: 'fr.json', language: 'fr', keys: new Set(keys), translations })

	it('reports a missing text', () => {
		expect(task(['Accept'], {})).toEqual(['fr.json: missing: Accept'])
		expect(task(['Accept'], { Accept: '' })).toEqual(['fr.json: missing: Accept'])
	})
	it('reports a stale text', () => {
		expect(task([], { Accept: 'Accepter' })).toEqual(['fr.json: no longer used: Accept'])
	})
	it('reports a lost or invented placeholder', () => {
		expect(task(['Hello {name}'], { 'Hello {name}': 'Bonjour {nom}' })).toEqual(['fr.json: placeholders differ ({name} {nom}): Hello {name}'])
	})
	it('reports a lacking plural form but allows a singular without its number', () => {
		expect(task(['_%n day_::_%n days_'], { '_%n day_::_%n days_': ['un jour', '%n jours'] })).toEqual(['fr.json: 2 plural forms instead of 3: _%n day_::_%n days_'])
		expect(task(['_%n day_::_%n days_'], { '_%n day_::_%n days_': ['un jour', '%n jours', '%n jours'] })).toEqual([])
	})
	it('puts into each page only what is read there', async () => {
		const storage = (await findApps()).find(({ name }) => name === 'quota')!
		const { member, page, admin } = appTexts(storage)
		expect(member).toContain('Your storage is almost full')
		expect(page).toContain('Largest files')
		expect(admin).toContain('Set a quota for those selected')
		for (const late of [page, admin]) {
			expect([...late].filter((text) => member.has(text))).toEqual([])
		}
		expect(member).not.toContain('Largest files')
		expect(page).not.toContain('Set a quota for those selected')
	})

	it('knows Nextcloud\'s placeholders', () => {
		expect(placeholders('{a} %n %s %1$s 100 %')).toEqual(['%1$s', '%n', '%s', '{a}'])
	})
	it('reads an absent file as empty and refuses a damaged one', () => {
		const file = join(mkdtempSync(join(tmpdir(), 'l10n-')), 'fr.json')
		expect(readCatalogue(file)).toEqual({})
		writeFileSync(file, '{')
		expect(() => readCatalogue(file)).toThrow()
	})
})

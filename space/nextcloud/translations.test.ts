// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the server says is said in the reader's language, numbers included. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadApps } from '../apps.ts'
import { seedEmpty } from '../demo/seed.ts'
import { Sessions } from '../http/sessions.ts'
import { translate } from './translations.ts'

const KEY = '_One cake for {who}._::_%n cakes for {who}._'
const buildDir = mkdtempSync(join(tmpdir(), 'ensemble-l10n-'))
mkdirSync(join(buildDir, 'ensemble_quota/l10n'), { recursive: true })
writeFileSync(join(buildDir, 'ensemble_quota/l10n/fr.json'), JSON.stringify({ translations: { 'A cake for {who}': 'Un gâteau pour {who}', [KEY]: ['%n gâteau pour {who}.', '%n gâteaux pour {who}.'] } }))
afterAll(() => rmSync(buildDir, { recursive: true }))
const world = { space: seedEmpty(), apps: await loadApps(), sessions: new Sessions(), buildDir, people: [], log: { error: () => {} } }
const say = (language: string, sentence: string, vars = {}) => translate(world, 'ensemble_quota', language, sentence, { who: 'Odile', ...vars })

describe('a sentence', () => {
	it.each([['fr', 'Un gâteau pour Odile'], ['en', 'A cake for Odile'], ['de', 'A cake for Odile']])('in %s', (language, expected) => {
		expect(say(language, 'A cake for {who}')).toBe(expected)
	})
})

describe('a sentence with a number', () => {
	it.each([
		['fr', 0, '0 gâteau pour Odile.'],
		['fr', 1, '1 gâteau pour Odile.'],
		['fr', 2, '2 gâteaux pour Odile.'],
		['en', 0, '0 cakes for Odile.'],
		['en', 1, 'One cake for Odile.'],
		['en', 2, '2 cakes for Odile.'],
	])('in %s with %i', (language, n, expected) => {
		expect(say(language, KEY, { n })).toBe(expected)
	})
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that each app of the catalog has a line of its own, and no other app has one. */

import { expect, it } from 'vitest'
import catalog from '../../catalog/hints.json' with { type: 'json' }
import { lineAbout } from './lines.ts'

it('says something different about each app of the catalog', () => {
	const lines = catalog.apps.map((app) => lineAbout(app, null)[0])
	expect(lines.every((line) => line && line.length > 20 && line.length < 120)).toBe(true)
	expect(new Set(lines).size).toBe(catalog.apps.length)
})

it('says what it takes the place of', () => {
	expect(lineAbout('deck', null)).toEqual(['Deck: who does what, for example for the fête.', 'Did you use Trello before? Here is the place for it now.'])
	expect(lineAbout('announcementcenter', null)).toHaveLength(1)
})

it('takes the association\'s own line as it is', () => {
	expect(lineAbout('deck', 'The fête is here.')).toEqual(['The fête is here.'])
})

it('has nothing to say about an app it does not know', () => {
	expect(lineAbout('there_is_no_such_app', null)).toEqual([])
})

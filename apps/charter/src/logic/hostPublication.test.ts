// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the policy does to the host's charter, by the case table (which the PHP is tested with too), and what must hold for any charter. */

import type { HostCharter, Published } from './hostPublication.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/hostPublication.json' with { type: 'json' }
import { decide, mainLanguage } from './hostPublication.ts'

describe('decide', () => {
	it.each(table.decisions)('$name', ({ on, charter, newest, publish, inForce }) => {
		const policy = charter && { ...table.charter, ...charter } as HostCharter
		const version = newest && { ...table.newest, ...newest } as Published
		expect(decide(policy, on, version)).toEqual({ publish, inForce })
	})

	const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
	const text = fc.record({ title: words, summary: fc.array(words, { minLength: 1, maxLength: 3 }), body: words })
	const charters: fc.Arbitrary<HostCharter> = fc.record({
		name: words,
		defaultLanguage: fc.constantFrom('fr', 'en', 'de'),
		texts: fc.dictionary(fc.constantFrom('fr', 'en', 'oc'), text, { minKeys: 1, maxKeys: 3 }),
		kind: fc.constantFrom('substantive', 'editorial'),
		mode: fc.constantFrom('inform', 'ask', 'require'),
		deadlineDays: fc.option(fc.integer({ min: 1, max: 365 })),
		changeNote: fc.constant({}),
	})
	/** What a space has after it followed a policy. */
	const published = (charter: HostCharter, publishedAt: number): Published => ({
		ownerName: charter.name,
		defaultLanguage: mainLanguage(charter),
		texts: charter.texts,
		mode: charter.mode,
		publishedAt,
		deadline: charter.deadlineDays === null ? null : publishedAt + charter.deadlineDays * 86_400,
	})

	it('has nothing more to publish once it was followed, for any charter and at any time', () => {
		fc.assert(fc.property(charters, fc.integer({ min: 1, max: 4_000_000_000 }), (charter, at) => {
			expect(decide(charter, true, published(charter, at))).toEqual({ publish: null, inForce: true })
		}))
	})

	it('publishes every other charter, and the host\'s kind counts for other texts only', () => {
		fc.assert(fc.property(charters, charters, (before, after) => {
			const had = published(before, 1_795_000_000)
			const now = published(after, 1_795_000_000)
			const languages = (texts: Published['texts']) => Object.entries(texts).sort(([a], [b]) => a < b ? -1 : 1).map(([language, { title, summary, body }]) => [language, title, summary, body])
			const sameText = had.defaultLanguage === now.defaultLanguage && JSON.stringify(languages(had.texts)) === JSON.stringify(languages(now.texts))
			const sameRest = had.ownerName === now.ownerName && had.mode === now.mode && had.deadline === now.deadline
			expect(decide(after, true, had).publish).toBe(sameText ? sameRest ? null : 'editorial' : after.kind)
		}))
	})
})

describe('mainLanguage', () => {
	it.each(table.languages)('$name', ({ defaultLanguage, languages, main }) => {
		expect(mainLanguage({ defaultLanguage, texts: Object.fromEntries(languages.map((language) => [language, table.charter.texts.fr])) })).toBe(main)
	})
})

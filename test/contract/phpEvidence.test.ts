// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The evidence is the same in PHP and in TypeScript: hashes of a thousand texts, and what a check says of whole and of damaged chains. */

import type { Evidence } from '@ensemble/charter/src/logic/chain'

import { canonicalAnswer, canonicalText, NO_PREVIOUS } from '@ensemble/charter/src/logic/canonical'
import { verify } from '@ensemble/charter/src/logic/chain'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { callPhp, hasPhp } from './php/php.ts'

const CANONICAL = 'OCA\\EnsembleCharter\\Service\\Canonical'
const CHAIN = 'OCA\\EnsembleCharter\\Service\\Chain'
const EVIDENCE = 'OCA\\EnsembleCharter\\Service\\Evidence'
const classes = {
	[CANONICAL]: 'apps/charter/lib/Service/Canonical.php',
	[CHAIN]: 'apps/charter/lib/Service/Chain.php',
	[EVIDENCE]: 'apps/charter/lib/Service/Evidence.php',
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Texts with all that is written differently in different places: emoji, combining marks, line ends, right to left, line separators. */
const tricky = fc.constantFrom('\r\n', '\n', '\r', '\t', '👩🏽‍🌾', '🇫🇷', 'e\u0301', 'é', '\u2028', '\u2029', '\u200F', 'مرحبا', 'שלום', '\u202E', '\u00A0', '\u202F', '𝒳', '\uFFFD', '\uFEFF', '"', '\\', '/', '<b>', '$', '%s', 'sentence 1\n')
const words = fc.array(fc.oneof(tricky, fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 }).map((parts) => parts.join(''))
const text = fc.record({ title: words, summary: fc.array(words, { minLength: 1, maxLength: 4 }), body: words })

describe.skipIf(!hasPhp)('a thousand texts', () => {
	it('have the same hashes in PHP', () => {
		const texts = fc.sample(fc.record({ language: fc.constantFrom('fr', 'en', 'pt_BR', 'oc'), text }), 1000)
		const hashes = callPhp(classes, texts.map(({ language, text: one }) => [CANONICAL, 'hash', [language, one]]))
		const different = texts.filter(({ language, text: one }, index) => sha256(canonicalText({ language, ...one })) !== hashes[index])
		expect(different).toEqual([])
		expect(new Set(hashes).size).toBeGreaterThan(900)
	})
})

const exported = fc.record({
	texts: fc.array(text, { minLength: 1, maxLength: 3 }),
	answers: fc.array(fc.record({ version: fc.nat(), choice: fc.constantFrom('accepted' as const, 'declined' as const), at: fc.integer({ min: 1, max: 2_000_000_000 }), person: fc.stringMatching(/^[0-9a-f]{32}$/) }), { minLength: 2, maxLength: 6 }),
	place: fc.nat(),
	damage: fc.constantFrom('none', 'choice', 'removed', 'swapped', 'twice', 'text', 'hash', 'cut', 'version', 'previous'),
}).map(({ texts, answers, place, damage }): Evidence => {
	const versions = texts.map((fr, index) => ({ id: index + 1, texts: { fr }, hashes: { fr: sha256(canonicalText({ language: 'fr', ...fr })) } }))
	let previous = NO_PREVIOUS
	const chain = answers.map(({ version, ...answer }, index) => {
		const { id, hashes } = versions[version % versions.length]!
		const link = { ...answer, number: index + 1, previous, version: id, language: 'fr', textHash: hashes.fr }
		previous = sha256(canonicalAnswer(link))
		return { ...link, hash: previous }
	})
	const at = place % (chain.length - 1)
	const link = chain[at]!
	const changed: Record<string, typeof chain> = {
		choice: chain.with(at, { ...link, choice: link.choice === 'accepted' ? 'declined' : 'accepted' }),
		removed: chain.toSpliced(at, 1),
		swapped: chain.toSpliced(at, 2, chain[at + 1]!, link),
		twice: chain.toSpliced(at, 0, link),
		hash: chain.with(at, { ...link, hash: sha256(link.hash) }),
		cut: chain.slice(0, -1),
		version: chain.with(at, { ...link, version: 1000 }),
		previous: chain.with(at, { ...link, previous: sha256(link.previous) }),
	}
	return {
		versions: damage === 'text' ? versions.map((one) => ({ ...one, texts: { fr: { ...one.texts.fr, body: `${one.texts.fr.body}!` } } })) : versions,
		answers: changed[damage] ?? chain,
	}
})

describe.skipIf(!hasPhp)('whole and damaged chains', () => {
	it('are judged alike in PHP', async () => {
		const all = fc.sample(exported, 300)
		const expected = await Promise.all(all.map((one) => verify(one, sha256)))
		expect(callPhp(classes, all.map(({ versions, answers }) => [EVIDENCE, 'check', [versions, answers]]))).toEqual(expected)
		const valid = expected.filter((one) => one.valid).length
		expect(valid).toBeGreaterThan(20)
		expect(valid).toBeLessThan(200)
	})
})

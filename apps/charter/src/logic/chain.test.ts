// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nothing in an export can be changed unnoticed: not a text, not an answer, not their order. */

import type { CharterText } from '../../contract.ts'
import type { Evidence } from './chain.ts'

import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalAnswer, canonicalText, NO_PREVIOUS } from './canonical.ts'
import { verify } from './chain.ts'
import { sha256 } from './sha256.ts'

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const text: fc.Arbitrary<CharterText> = fc.record({ title: words, summary: fc.array(words, { minLength: 1, maxLength: 3 }), body: words })
const versions = fc.array(fc.record({ fr: text, en: text }), { minLength: 1, maxLength: 3 }).map((list) => list.map((texts, index) => ({
	id: index + 1,
	texts: { ...texts },
	hashes: Object.fromEntries(Object.entries(texts).map(([language, one]) => [language, hash(canonicalText({ language, ...one }))])),
})))
const given = fc.record({
	version: fc.nat(),
	language: fc.constantFrom('fr', 'en'),
	choice: fc.constantFrom('accepted' as const, 'declined' as const),
	at: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
	person: fc.stringMatching(/^[0-9a-f]{32}$/),
})

/** An export as a space writes it. */
function evidence(least: number): fc.Arbitrary<Evidence> {
	return fc.tuple(versions, fc.array(given, { minLength: least, maxLength: 8 })).map(([all, list]) => {
		let previous = NO_PREVIOUS
		const answers = list.map((one, index) => {
			const version = all[one.version % all.length]!
			const link = { ...one, number: index + 1, previous, version: version.id, textHash: version.hashes[one.language]! }
			const whole = { ...link, hash: hash(canonicalAnswer(link)) }
			previous = whole.hash
			return whole
		})
		return { versions: all, answers }
	})
}

const other = (digits: string) => (digits.startsWith('0') ? '1' : '0') + digits.slice(1)

/** Each makes one answer of an export another one. */
const changes: Record<string, (link: Evidence['answers'][number]) => Partial<Evidence['answers'][number]>> = {
	'its number': ({ number }) => ({ number: number + 1 }),
	'the hash before it': ({ previous }) => ({ previous: other(previous) }),
	'its version': ({ version }) => ({ version: version + 1 }),
	'its language': ({ language }) => ({ language: language === 'fr' ? 'en' : 'fr' }),
	'its text': ({ textHash }) => ({ textHash: other(textHash) }),
	'its choice': ({ choice }) => ({ choice: choice === 'accepted' ? 'declined' : 'accepted' }),
	'its time': ({ at }) => ({ at: at - 1 }),
	'its person': ({ person }) => ({ person: other(person) }),
	'its hash': ({ hash: own }) => ({ hash: other(own) }),
}

describe('verify', () => {
	it('takes what a space writes, with any hash function of that name', async () => {
		await fc.assert(fc.asyncProperty(evidence(0), async (one) => {
			const head = one.answers.at(-1)?.hash ?? '0'.repeat(64)
			expect(await verify(one, hash)).toEqual({ valid: true, answers: one.answers.length, broken: null, head })
			expect(await verify(one, sha256)).toEqual(await verify(one, hash))
		}))
	})

	it.each(Object.entries(changes))('notices an answer when %s is changed', async (_, change) => {
		await fc.assert(fc.asyncProperty(evidence(1), fc.nat(), async ({ versions: all, answers }, n) => {
			const at = n % answers.length
			const changed = answers.map((link, index) => index === at ? { ...link, ...change(link) } : link)
			expect(await verify({ versions: all, answers: changed }, hash)).toMatchObject({ valid: false, broken: at + 1 })
		}))
	})

	it('notices an answer that is gone, two that are swapped, and one that stands twice', async () => {
		await fc.assert(fc.asyncProperty(evidence(2), fc.nat(), async ({ versions: all, answers }, n) => {
			const at = n % (answers.length - 1)
			const broken = { valid: false, broken: at + 1 }
			expect(await verify({ versions: all, answers: answers.toSpliced(at, 1) }, hash)).toMatchObject(broken)
			expect(await verify({ versions: all, answers: answers.toSpliced(at, 2, answers[at + 1]!, answers[at]!) }, hash)).toMatchObject(broken)
			expect(await verify({ versions: all, answers: answers.toSpliced(at, 0, answers[at]!) }, hash)).toMatchObject({ valid: false, broken: at + 2 })
		}))
	})

	it('notices a text that was changed, with its hash or without', async () => {
		await fc.assert(fc.asyncProperty(evidence(1), fc.nat(), fc.constantFrom('title', 'summary', 'body'), async ({ versions: all, answers }, n, part) => {
			const { version, language } = answers[n % answers.length]!
			const changed = all.map((one) => {
				const before = one.texts[language]!
				const after = { ...before, [part]: part === 'summary' ? [...before.summary, 'More.'] : `${before.title}${before.body} more` }
				return one.id === version ? { ...one, texts: { ...one.texts, [language]: after } } : one
			})
			const first = answers.findIndex((link) => link.version === version && link.language === language) + 1
			expect(await verify({ versions: changed, answers }, hash)).toMatchObject({ valid: false, broken: first })
			const consistent = changed.map((one) => ({ ...one, hashes: Object.fromEntries(Object.entries(one.texts).map(([code, whole]) => [code, hash(canonicalText({ language: code, ...whole }))])) }))
			expect(await verify({ versions: consistent, answers }, hash)).toMatchObject({ valid: false, broken: first })
		}))
	})

	it('notices a text that nobody has answered, one that is gone, and a version that stands twice', async () => {
		await fc.assert(fc.asyncProperty(evidence(0), async ({ versions: [first, ...rest] }) => {
			const { fr, en } = first!.texts
			const mended = { ...first!, texts: { fr: { ...fr!, title: `${fr!.title}!` }, en: en! } }
			expect(await verify({ versions: [mended, ...rest], answers: [] }, hash)).toMatchObject({ valid: false, broken: null })
			expect(await verify({ versions: [{ ...first!, texts: { fr: fr! } }, ...rest], answers: [] }, hash)).toMatchObject({ valid: false, broken: null })
			expect(await verify({ versions: [first!, first!, ...rest], answers: [] }, hash)).toMatchObject({ valid: false, broken: null })
		}))
	})

	it('cannot know that the end was cut off, but tells another head', async () => {
		await fc.assert(fc.asyncProperty(evidence(1), async ({ versions: all, answers }) => {
			const cut = await verify({ versions: all, answers: answers.slice(0, -1) }, hash)
			expect(cut.valid).toBe(true)
			expect(cut.head).not.toBe(answers.at(-1)!.hash)
		}))
	})
})

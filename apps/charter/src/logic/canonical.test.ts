// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The canonical forms have the bytes and hashes of the case table (which the PHP is tested with too). */

import type { ChainedAnswer } from './canonical.ts'

import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import table from '../../cases/canonical.json' with { type: 'json' }
import { canonicalAnswer, canonicalText } from './canonical.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Texts made of the words of the canonical form itself. */
const tricky = fc.array(fc.constantFrom('a', '\n', 'sentence 1\n', 'title 1\n', 'body 1\n', '1'), { maxLength: 4 }).map((list) => list.join(''))

describe('canonicalText', () => {
	it.each(table.texts)('$name', ({ text, bytes, sha256: hash, canonical }) => {
		const form = canonicalText(text)
		expect(Buffer.byteLength(form)).toBe(bytes)
		expect(sha256(form)).toBe(hash)
		expect(canonical ?? form).toBe(form)
	})

	it('is another one for every other text', () => {
		const text = fc.record({ language: fc.constantFrom('en', 'fr'), title: tricky, summary: fc.array(tricky, { minLength: 1, maxLength: 3 }), body: tricky })
		fc.assert(fc.property(text, text, (a, b) => {
			expect(canonicalText(a) === canonicalText(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
		}), { numRuns: 1000 })
	})
})

describe('canonicalAnswer', () => {
	it.each(table.answers)('answer $answer.number of the chain', ({ answer, sha256: hash }) => {
		expect(sha256(canonicalAnswer(answer as ChainedAnswer))).toBe(hash)
	})
})

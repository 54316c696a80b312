// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One text for one value, whatever the order in which it was made. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, hashOf, sha256 } from './canonical.ts'

describe('canonical', () => {
	it('sorts keys, keeps lists, leaves out what is undefined', () => {
		expect(canonical({ b: [2, 1], a: { z: null, y: undefined, x: 'é"' } })).toBe('{"a":{"x":"é\\"","z":null},"b":[2,1]}')
	})
	it('means the value: read again it is the same, and written again it is the same text', () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => {
			const text = canonical(value)
			expect(canonical(JSON.parse(text))).toBe(text)
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
		}), { numRuns: 1000 })
	})
	it('refuses what JSON cannot say', () => {
		expect(() => canonical({ a: Number.NaN })).toThrow(TypeError)
		expect(() => canonical([() => 1])).toThrow(TypeError)
	})
})

describe('hashOf', () => {
	it('is the hash of the canonical text', () => {
		fc.assert(fc.property(fc.object({ maxDepth: 4, values: [fc.string(), fc.integer(), fc.constant(undefined), fc.boolean()] }), (value) => {
			// A list has no place for undefined.
			const clean = JSON.parse(JSON.stringify(value)) as object
			expect(hashOf(clean)).toBe(sha256(canonical(clean)))
		}), { numRuns: 1000 })
	})
})

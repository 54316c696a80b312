// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a charter is for, by the case table (which the PHP is tested with too). */

import type { Audience } from '../../contract.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/audience.json' with { type: 'json' }
import { isAsked } from './audience.ts'

describe('isAsked', () => {
	it.each(table.cases)('$name', ({ audience, groups, guest, asked }) => {
		expect(isAsked(audience as Audience, groups, guest)).toBe(asked)
	})

	it('"only" and "except" the same groups share the members out, each to one of them', () => {
		const groups = fc.uniqueArray(fc.constantFrom('bureau', 'jardins', 'atelier', 'admin'))
		fc.assert(fc.property(groups, groups, (chosen, own) => {
			expect(isAsked({ who: 'only', groups: chosen }, own, false)).toBe(!isAsked({ who: 'except', groups: chosen }, own, false))
		}))
	})
})

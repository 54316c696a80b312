// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where a member stands, by the case table (which the PHP is tested with too). */

import type { StandingFacts } from './standing.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/standing.json' with { type: 'json' }
import { canWait, standingOf } from './standing.ts'

describe('standingOf', () => {
	it.each(table.standing)('$name', ({ choice, asked, deadline, now, standing }) => {
		expect(standingOf({ choice: choice as StandingFacts['choice'], asked, deadline, now })).toBe(standing)
	})
})

describe('canWait', () => {
	it.each(table.waiting)('$name', ({ mode, deadline, now, canWait: expected }) => {
		expect(canWait({ mode, deadline }, now)).toBe(expected)
	})
})

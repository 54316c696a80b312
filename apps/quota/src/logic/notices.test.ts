// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who is told when, by the case table (which the PHP is tested with too). */

import { describe, expect, it } from 'vitest'
import table from '../../cases/notices.json' with { type: 'json' }
import { noticed } from './levels.ts'
import { step } from './notices.ts'

describe('step', () => {
	it.each(table.steps)('$name', ({ state, input, expected }) => {
		expect(step(state, { ...table.usual, ...input })).toEqual(expected)
	})
})

describe('noticed', () => {
	it.each(table.worth)('$name', ({ files, quota, percent }) => {
		expect(noticed(files, quota)).toBe(percent)
	})
})

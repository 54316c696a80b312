// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a step is for, by the case table (which the PHP is tested with too). */

import type { Audience } from '../../contract.ts'

import { expect, it } from 'vitest'
import table from '../../cases/steps.json' with { type: 'json' }
import { belongs } from './audience.ts'

it.each(table.audience)('$name', ({ audience, person, belongs: expected }) => {
	expect(belongs(audience as Audience, person)).toBe(expected)
})

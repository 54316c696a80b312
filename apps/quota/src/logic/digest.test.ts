// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When the weekly mail is due, by the case table (which the PHP is tested with too). */

import { expect, it } from 'vitest'
import table from '../../cases/digest.json' with { type: 'json' }
import { digestWeek } from './digest.ts'

it.each(table.cases)('$name', ({ now, timezone, day, week }) => {
	expect(digestWeek(now, timezone, day)).toBe(week)
})

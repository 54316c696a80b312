// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was granted of what was asked for. */

import { expect, it } from 'vitest'
import { granted } from './requests.ts'

it.each([
	['as much as was asked for', 10, { state: 'approved', granted: 10 }],
	['more than was asked for', 12, { state: 'approved', granted: 12 }],
	['less than was asked for', 9, { state: 'approved_less', granted: 9 }],
	['no limit any more', null, { state: 'approved', granted: 10 }],
	['the same as before', 5, null],
	['less than before', 4, null],
	['nothing at all', 0, null],
])('%s', (_, now, expected) => {
	expect(granted(10, 5, now)).toEqual(expected)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Stored quotas are read as the server reads them. */

import { describe, expect, it } from 'vitest'
import table from '../../apps/quota/cases/quotas.json' with { type: 'json' }
import { parseQuota } from './quota.ts'

describe('parseQuota', () => {
	it.each(table.cases)('$stored', ({ stored, bytes }) => {
		expect(parseQuota(stored)).toBe(bytes)
	})
})

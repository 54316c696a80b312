// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which request an address leads to. */

import { describe, expect, it } from 'vitest'
import { readAddress } from './address.ts'

describe('readAddress', () => {
	it.each([
		['#storage/requests/7', { id: 7, action: 'show' }],
		['#storage/requests/7/approve', { id: 7, action: 'approve' }],
		['#storage/requests/12/decline', { id: 12, action: 'decline' }],
		['#storage/requests', null],
		['#storage/requests/', null],
		['#storage/requests/x', null],
		['#storage/requests/-7', null],
		['#storage/requests/7/delete', null],
		['#storage/members/7', null],
		['#charter/requests/7', null],
		['', null],
	])('%s → %j', (hash, wanted) => {
		expect(readAddress(hash)).toEqual(wanted)
	})
})

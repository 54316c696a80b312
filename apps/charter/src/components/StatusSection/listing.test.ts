// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which members are listed, and who can be reminded. */

import type { MemberStatus } from '../../../contract.ts'

import { describe, expect, it } from 'vitest'
import { canRemind, select } from './listing.ts'

const member = (account: string, name: string, standing: MemberStatus['standing'], remindedAt: number | null = null): MemberStatus => ({ account, name, standing, at: null, language: null, reason: '', remindedAt })
const members = [member('maelle', 'Maëlle K', 'accepted'), member('u2', 'İnci Ö', 'waiting'), member('u3', 'Zoé', 'overdue')]

describe('select', () => {
	it.each([
		['all', '', ['maelle', 'u2', 'u3']],
		['accepted', '', ['maelle']],
		['declined', '', []],
		['all', ' maelle ', ['maelle']],
		['all', 'MAËL', ['maelle']],
		['all', 'zoe', ['u3']],
		['all', 'U2', ['u2']],
		['waiting', 'zoe', []],
	] as const)('%s, %j', (filter, search, accounts) => {
		expect(select(members, filter, search).map(({ account }) => account)).toEqual(accounts)
	})
})

describe('canRemind', () => {
	it.each([
		['waiting', null, true],
		['overdue', null, true],
		['accepted', null, false],
		['declined', null, false],
		['waiting', 1000, false],
		['waiting', 1001, false],
		['overdue', 999, true],
	] as const)('%s, last reminded at %s', (standing, remindedAt, can) => {
		expect(canRemind(member('a', 'A', standing, remindedAt), 87_399)).toBe(can)
	})
})

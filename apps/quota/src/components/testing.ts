// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For the tests of the admin's screens: a space with three members. */

import type { Ref } from 'vue'
import type { Member, Request, Total } from '../../contract.ts'
import type { QuotaSettings, Usage } from '../api/storage.ts'
import type { QuotaResult } from './QuotaChange/changes.ts'
import type { Waiting } from './QuotaChange/usePatience.ts'
import type { Quotas } from './QuotaChange/useQuotas.ts'

import { vi } from 'vitest'
import { ref, shallowRef } from 'vue'

export const GB = 2 ** 30

/** A member with nothing special about them. */
export function member(account: string, given: Partial<Member> = {}): Member {
	return {
		account,
		name: account.charAt(0).toUpperCase() + account.slice(1),
		enabled: true,
		groups: [],
		seen: true,
		files: 2 * GB,
		trash: 0,
		versions: 0,
		quota: 5 * GB,
		percent: 40,
		level: null,
		stored: 'default',
		changedAt: 1_795_000_000,
		...given,
	}
}

export const amina = member('amina', { groups: ['board'], trash: GB })
export const bruno = member('bruno', { groups: ['board', 'garden'], files: 4.6 * GB, versions: 0.5 * GB, percent: 92, level: 90, stored: '5 GB' })
export const chloe = member('chloe', { name: 'Chloé', enabled: false, seen: false, files: 3 * GB, quota: null, percent: null, stored: 'none', changedAt: null })

const total: Total = { pool: 12 * GB, files: 9.6 * GB, trash: GB, versions: 0.5 * GB, team: 0.25 * GB, other: 0.25 * GB, promised: 10 * GB, accounts: 2, accountCap: null }

/** What is counted in this space. */
export function usageOf({ total: given, ...others }: Partial<Omit<Usage, 'total'>> & { total?: Partial<Total> } = {}): Usage {
	return {
		countedAt: 1_795_000_000,
		members: [amina, bruno, chloe],
		groups: { board: 'Board', garden: 'Shared garden' },
		defaultQuota: '5 GB',
		openRequests: 0,
		...others,
		total: { ...total, ...given },
	}
}

/** A request of Bruno's. */
export function requestOf(given: Partial<Request> = {}): Request {
	return {
		id: 7,
		account: 'bruno',
		name: 'Bruno',
		wanted: 6 * GB,
		sentence: 'For the photos.',
		at: 1_794_000_000,
		state: 'open',
		granted: null,
		word: '',
		decidedAt: null,
		decidedBy: '',
		files: 4.6 * GB,
		quota: 5 * GB,
		...given,
	}
}

export const settings: QuotaSettings = {
	levels: [80, 90, 95],
	bannerFrom: 1,
	notificationFrom: 90,
	mailFrom: 95,
	poolLevels: [80, 90, 95],
	poolAdminsFrom: 90,
	poolEveryoneFrom: 95,
	repeatDays: 7,
	hysteresis: 3,
	quietHours: { from: 21, to: 7 },
	digestDay: 1,
	membersChoose: true,
	requests: true,
	pool: 12 * GB,
	accountCap: null,
	contact: '',
	advice: {},
}

/** Changes of quotas that all succeed; `run` tells what was wanted. */
export function fakeQuotas(): Quotas & { run: ReturnType<typeof vi.fn<Quotas['run']>>, waiting: Ref<Waiting | null> } {
	const results = shallowRef<QuotaResult[]>([])
	return {
		running: ref(false),
		waiting: ref(null),
		total: ref(0),
		results,
		rest: shallowRef([]),
		ended: ref(''),
		undoable: shallowRef([]),
		undoing: ref(false),
		question: ref(null),
		checking: ref(false),
		run: vi.fn<Quotas['run']>(async (changes) => {
			results.value = changes.map((change) => ({ change, error: null }))
			return results.value
		}),
		goOn: vi.fn(),
		undo: vi.fn(),
		stop: vi.fn(),
		answer: vi.fn(),
		clear: vi.fn(),
	}
}

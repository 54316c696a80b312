// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The daily history: what the space and each account keep, thinned as it ages. */

import type { Space } from '@ensemble/space/embedding'
import type { OwnDayRow, QuotaSettings } from './store.ts'

import { staying } from '../src/logic/thinning.ts'
import { kept, total } from './counting.ts'
import { ownDays, poolDays, today } from './store.ts'

/**
 * Keeps today's numbers, at the first run of the day. An account's day is kept only where something has changed since
 * its newest one. A day without a run is a gap; nothing is invented.
 *
 * @param space the space
 * @param settings size of the pool
 */
export function keepHistory(space: Space, settings: Pick<QuotaSettings, 'accountCap' | 'pool'>): void {
	const day = today(space)
	if (poolDays(space).some((row) => row.day === day)) {
		return
	}
	const { pool, files, trash, versions, team, other, promised } = total(space, settings)
	thin(poolDays(space), day).push({ day, files, trash, versions, team, other, promised, pool })
	const all = ownDays(space)
	const rows = new Map<string, OwnDayRow[]>()
	for (const row of all.splice(0)) {
		rows.set(row.account, [...rows.get(row.account) ?? [], row])
	}
	for (const { id } of space.accounts()) {
		const own = thin(rows.get(id) ?? [], day)
		const now = kept(space, id)
		const newest = own.at(-1)
		if (newest === undefined || (['files', 'trash', 'versions', 'quota'] as const).some((what) => newest[what] !== now[what])) {
			own.push({ account: id, day, ...now })
		}
		all.push(...own)
	}
}

/** Takes the days out that do not stay. */
function thin<T extends { day: number }>(rows: T[], day: number): T[] {
	const days = new Set(staying(rows.map((row) => row.day), day))
	rows.splice(0, Infinity, ...rows.filter((row) => days.has(row.day)))
	return rows
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What accounts and the space as a whole keep, counted now. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { Member, PoolState, Total } from '../contract.ts'
import type { QuotaSettings } from './store.ts'

import { levelOf, percent, promised } from '../src/logic/levels.ts'

/** What an account keeps, in bytes. */
export interface Kept {
	files: number
	trash: number
	versions: number
	/** null = no limit. */
	quota: number | null
}

/** What an account keeps now. */
export function kept(space: Space, account: string): Kept {
	const amounts = { files: 0, files_trashbin: 0, files_versions: 0 }
	for (const { path, size } of space.files(account)) {
		const folder = path.split('/', 1)[0]!
		if (Object.hasOwn(amounts, folder)) {
			amounts[folder as keyof typeof amounts] += size
		}
	}
	return { files: amounts.files, trash: amounts.files_trashbin, versions: amounts.files_versions, quota: space.quota(account) }
}

/** The same with percent and level, as the contract has it. */
export function measured(space: Space, account: string, levels: readonly number[]) {
	const amounts = kept(space, account)
	const used = percent(amounts.files, amounts.quota)
	return { ...amounts, percent: used, level: levelOf(used, levels) }
}

/** Every account with what it keeps, by login name. */
export function members(space: Space, levels: readonly number[]): Member[] {
	return space.accounts().map((account) => ({
		account: account.id,
		name: account.name,
		enabled: account.enabled,
		groups: [...account.groups],
		seen: account.firstLogin !== null,
		...measured(space, account.id, levels),
		stored: account.quota,
		changedAt: space.changedAt(account.id),
	})).sort((a, b) => a.account < b.account ? -1 : 1)
}

/** The whole space in bytes. */
export function total(space: Space, { pool, accountCap }: Pick<QuotaSettings, 'accountCap' | 'pool'>): Total {
	const all = space.accounts().map((account) => ({ ...kept(space, account.id), enabled: account.enabled }))
	const sum = (what: 'files' | 'trash' | 'versions') => all.reduce((bytes, one) => bytes + one[what], 0)
	return {
		pool,
		files: sum('files'),
		trash: sum('trash'),
		versions: sum('versions'),
		...space.shared,
		promised: promised(all),
		accounts: space.accounts().filter(counts).length,
		accountCap,
	}
}

/** What of the pool is in use, bytes. */
export function usedOf({ files, trash, versions, team, other }: Pick<Total, 'files' | 'other' | 'team' | 'trash' | 'versions'>): number {
	return files + trash + versions + team + other
}

/**
 * How full the space is.
 *
 * @param used bytes
 * @param settings size of the pool and its levels
 * @return null where its size is not known
 */
export function poolState(used: number, { pool, poolLevels }: Pick<QuotaSettings, 'pool' | 'poolLevels'>): PoolState | null {
	const full = percent(used, pool)
	return pool === null || full === null ? null : { used, pool, percent: full, level: levelOf(full, poolLevels) }
}

/** Whether an account counts against the cap. */
export function counts({ enabled, guest }: Account): boolean {
	return enabled && !guest
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a change of quotas would promise altogether. */

import type { Usage } from '../../api/storage.ts'

import { formatBytes } from '@ensemble/shared/l10n/format'
import { t } from '../../l10n.ts'
import { promised } from '../../logic/levels.ts'
import { readStored } from './stored.ts'

/** Sums of the quotas of enabled accounts, bytes; null = somebody has no limit. */
export interface Outlook {
	before: number | null
	after: number | null
	/** Size of the space, bytes; null = not known. */
	pool: number | null
}

/** Whose quota changes: these accounts, or everybody who has none of their own. */
export type Whose = ReadonlySet<string> | 'default'

/**
 * What would be promised.
 *
 * @param usage what there is now
 * @param whose whose quota changes
 * @param value the new quota as Nextcloud stores it
 */
export function outlook({ members, total, defaultQuota }: Usage, whose: Whose, value: string): Outlook {
	const quota = readStored(value === 'default' ? defaultQuota : value)
	const changes = ({ account, stored }: Usage['members'][number]) => whose === 'default' ? stored === 'default' : whose.has(account)
	return {
		before: total.promised,
		after: promised(members.map((member) => changes(member) ? { ...member, quota } : member)),
		pool: total.pool,
	}
}

/**
 * Whether somebody should think twice: more would be promised than there is, and more than before.
 *
 * @param outlook what would be promised
 */
export function promisesTooMuch({ before, after, pool }: Outlook): boolean {
	if (pool === null || before === null) {
		return false
	}
	return after === null || (after > pool && after > before)
}

/**
 * What would be promised, in a sentence.
 *
 * @param outlook what would be promised
 */
export function outlookSentence({ after, pool }: Outlook): string {
	if (after === null) {
		return t('Somebody would have no limit, so nobody could say how much is promised.')
	}
	return pool === null
		? t('All quotas together would be {sum}.', { sum: formatBytes(after) })
		: t('All quotas together would be {sum}; the space has {pool}.', { sum: formatBytes(after), pool: formatBytes(pool) })
}

/**
 * How many of the accounts keep more files than they would be allowed to.
 *
 * @param usage what there is now
 * @param whose whose quota changes
 * @param value the new quota as Nextcloud stores it
 */
export function tooSmallFor({ members, defaultQuota }: Usage, whose: Whose, value: string): number {
	const quota = readStored(value === 'default' ? defaultQuota : value)
	return quota === null ? 0 : members.filter(({ account, stored, files }) => (whose === 'default' ? stored === 'default' : whose.has(account)) && files > quota).length
}

/**
 * A quota in words.
 *
 * @param stored as Nextcloud stores it
 * @param defaultQuota Nextcloud's default, for `default`
 */
export function quotaInWords(stored: string, defaultQuota: string): string {
	if (stored === 'default') {
		return t('default ({quota})', { quota: quotaInWords(defaultQuota, 'none') })
	}
	const bytes = readStored(stored)
	return bytes === null ? t('no limit') : formatBytes(bytes)
}

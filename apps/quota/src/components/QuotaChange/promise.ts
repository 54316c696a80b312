// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a change of quotas would promise altogether. */

import type { Usage } from '../../api/storage.ts'

import { formatBytes } from '@ensemble/shared/l10n/format'
import { n, t } from '../../l10n.ts'
import { readStored } from './stored.ts'

/** What is promised to the enabled accounts. */
export interface Promised {
	/** The quotas of those that have a limit, bytes. */
	sum: number
	/** How many have none. */
	free: number
}

/** What a change comes to. */
export interface Outlook {
	before: Promised
	after: Promised
	/** Size of the space, bytes; null = not known. */
	pool: number | null
}

/** Whose quota changes: these accounts, or everybody who has none of their own. */
export type Whose = ReadonlySet<string> | 'default'

/**
 * What is promised. One account without a limit does not hide what the others are promised.
 *
 * @param accounts all of them
 */
export function promisedTo(accounts: ReadonlyArray<{ enabled: boolean, quota: number | null }>): Promised {
	const active = accounts.filter(({ enabled }) => enabled)
	return {
		sum: active.reduce((sum, { quota }) => sum + (quota ?? 0), 0),
		free: active.filter(({ quota }) => quota === null).length,
	}
}

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
		before: promisedTo(members),
		after: promisedTo(members.map((member) => changes(member) ? { ...member, quota } : member)),
		pool: total.pool,
	}
}

/**
 * Why somebody should think twice.
 *
 * @param outlook what would be promised
 * @return a question; empty where there is nothing to doubt
 */
export function doubtAbout({ before, after, pool }: Outlook): string {
	if (pool === null) {
		return ''
	}
	if (after.free > before.free) {
		return t('Without a limit, one account can fill the whole space; after that, nobody can upload any more. Do you want this?')
	}
	return after.sum > pool && after.sum > before.sum
		? t('That is more than the space has. It goes well as long as few people use all of theirs; after that, nobody can upload any more. Do you want this?')
		: ''
}

/**
 * What would be promised, in a sentence or two.
 *
 * @param outlook what would be promised
 */
export function outlookSentence({ after: { sum, free }, pool }: Outlook): string {
	return [
		pool === null
			? t('All quotas together would be {sum}.', { sum: formatBytes(sum) })
			: t('All quotas together would be {sum}; the space has {pool}.', { sum: formatBytes(sum), pool: formatBytes(pool) }),
		free > 0 && n('One account without a limit is not in that sum.', '%n accounts without a limit are not in that sum.', free),
	].filter(Boolean).join(' ')
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

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How full an account is and whether that is worth a notice. PHP: Levels. */

/** What an account keeps, in bytes. */
export interface Kept {
	files: number
	trash: number
	versions: number
	/** null = no limit. */
	quota: number | null
}

/** A stored notice: what is said to a member who has passed a level. */
export interface Notice {
	/** The level passed, percent. */
	level: number
	files: number
	trash: number
	versions: number
	quota: number
}

/** That a member has closed the banner. */
export interface Dismissed {
	/** The level the banner spoke of. */
	level: number
	/** Seconds since 1970. */
	until: number
}

/**
 * How much of the quota the files take. Trash and versions do not count, as in Nextcloud.
 *
 * @param files bytes
 * @param quota bytes; null = no limit
 * @return percent, not rounded; null without a limit and for a quota of 0, which nothing can be measured against
 */
export function percent(files: number, quota: number | null): number | null {
	return quota === null || quota <= 0 ? null : files / quota * 100
}

/**
 * The highest level that is reached.
 *
 * @param used percent; null = no limit
 * @param levels percentages, rising
 * @return the level, null below the first
 */
export function levelOf(used: number | null, levels: readonly number[]): number | null {
	return used === null ? null : levels.findLast((level) => used >= level) ?? null
}

/**
 * What to store for a member.
 *
 * @param kept what the account keeps
 * @param levels percentages, rising
 * @return the notice, null where there is nothing to say
 */
export function noticeFor(kept: Kept, levels: readonly number[]): Notice | null {
	const level = levelOf(percent(kept.files, kept.quota), levels)
	return level === null || kept.quota === null ? null : { level, files: kept.files, trash: kept.trash, versions: kept.versions, quota: kept.quota }
}

/**
 * Whether the banner is to be shown: there is a notice, and it was not closed at this level or a higher one for now.
 *
 * @param notice the stored notice
 * @param dismissed what was closed last
 * @param now seconds since 1970
 */
export function isPending(notice: Pick<Notice, 'level'> | null, dismissed: Dismissed | null, now: number): boolean {
	return notice !== null && !(dismissed !== null && dismissed.level >= notice.level && now < dismissed.until)
}

/**
 * How much room is promised: the sum of the quotas of enabled accounts.
 *
 * @param accounts every account
 * @return bytes; null where an enabled account has no limit
 */
export function promised(accounts: ReadonlyArray<{ enabled: boolean, quota: number | null }>): number | null {
	let sum = 0
	for (const { enabled, quota } of accounts) {
		if (enabled && quota === null) {
			return null
		}
		sum += enabled ? quota ?? 0 : 0
	}
	return sum
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How full an account is and whether that is worth a notice. PHP: Levels. */

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

/** Below this quota a few small files make many percent: nobody is told. */
const LEAST_QUOTA = 5 * 1024 ** 2

/**
 * The percent that notices go by. PHP: Levels::noticed().
 *
 * @param files bytes
 * @param quota bytes; null = no limit
 * @return percent, not rounded; null without a limit and below a quota of 5 MB
 */
export function noticed(files: number, quota: number | null): number | null {
	return quota === null || quota < LEAST_QUOTA ? null : percent(files, quota)
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
 * Whether the banner is to be shown: there is a notice, and it was not closed at this level or a higher one for now.
 *
 * @param notice the stored notice
 * @param dismissed what was closed last
 * @param now seconds since 1970
 */
export function isPending(notice: { level: number } | null, dismissed: Dismissed | null, now: number): boolean {
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

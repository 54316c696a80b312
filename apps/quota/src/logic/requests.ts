// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What becomes of a request for more room. PHP: Requests. */

/** How a request that was approved ends. */
export interface Granted {
	state: 'approved' | 'approved_less'
	/** Bytes. */
	granted: number
}

/**
 * What was granted, by the account's quota now.
 *
 * @param wanted the quota that was wished for, bytes
 * @param before the quota when it was asked for, bytes
 * @param now the quota now, bytes; null = no limit, which is as much as was wished for
 * @return null where the quota has not been raised
 */
export function granted(wanted: number, before: number, now: number | null): Granted | null {
	if (now !== null && now <= before) {
		return null
	}
	return { state: now !== null && now < wanted ? 'approved_less' : 'approved', granted: now ?? wanted }
}

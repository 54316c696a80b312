// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Asks how much is kept now. */

import type { Mine, PendingQuota } from '../../contract.ts'
import type { News } from '../banner/told.ts'

import { ocsUrl } from '../banner/links.ts'

let latest = 0

/**
 * Newer numbers for the banner. The levels stay those it was opened with: they are what closing it is about.
 *
 * @param told what the page was opened with
 * @return null where they do not come, or where somebody has asked again meanwhile
 */
export async function recount(told: PendingQuota): Promise<News | null> {
	const mine = ++latest
	try {
		const answer = await fetch(ocsUrl('/api/v1/mine'), { headers: { Accept: 'application/json', 'OCS-APIRequest': 'true' } })
		const { ocs: { data: { files, trash, versions, quota, level, space } } } = await answer.json() as { ocs: { data: Mine } }
		return mine === latest && answer.ok
			? {
					mine: told.mine && quota ? { level: told.mine.level, files, trash, versions, quota } : null,
					space: told.space && space ? { level: told.space.level, used: space.used, pool: space.pool } : null,
					enough: level === null,
				}
			: null
	} catch {
		return null
	}
}

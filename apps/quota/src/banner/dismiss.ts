// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tells the server that the banner was closed. */

import { ocsUrl } from './links.ts'

/** Nobody waits longer than this for a banner to close, milliseconds. */
const PATIENCE = 5000

/**
 * Keeps the banner away until the next level or for the days set.
 *
 * @param spokenOf the level the banner spoke of, and whose storage
 * @return whether it will stay away; a warning that is gone already counts as kept away
 */
export async function dismiss(spokenOf: { level: number, about: 'mine' | 'space' }): Promise<boolean> {
	try {
		const { ok, status } = await fetch(ocsUrl('/api/v1/dismissals'), {
			method: 'POST',
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'OCS-APIRequest': 'true',
				// Read late: Nextcloud renews it while the page is open.
				requesttoken: document.head.dataset.requesttoken ?? '',
			},
			body: JSON.stringify(spokenOf),
			signal: AbortSignal.timeout(PATIENCE),
		})
		// 409: there is no such warning any more.
		return ok || status === 409
	} catch {
		return false
	}
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host's charter: what the fleet's policy says is published in the space, put out of force, and brought back. */

import type { Known } from './inForce.ts'

import { decide, mainLanguage } from '../src/logic/hostPublication.ts'
import { forgetNotices } from './messages.ts'
import { publish } from './publication.ts'
import { newest, notedInForce, putInForce } from './store.ts'

const DAY = 86_400

/**
 * Brings the host's charter to what the policy says. Doing so again changes nothing.
 *
 * @param known the space, its settings and the policy
 */
export function followPolicy({ space, settings, host: { charter } }: Known): void {
	const { publish: kind, inForce } = decide(charter, settings.hostCharter, newest(space, 'host') ?? null)
	if (charter !== null && kind !== null) {
		publish(space, {
			owner: 'host',
			ownerName: charter.name,
			defaultLanguage: mainLanguage(charter),
			texts: charter.texts,
			kind,
			mode: charter.mode,
			deadline: charter.deadlineDays === null ? null : space.now() + charter.deadlineDays * DAY,
			audience: { who: 'everyone', groups: [] },
			changeNote: charter.changeNote,
		})
	}
	if (!inForce && notedInForce(space, 'host') !== undefined) {
		forgetNotices(space, 'host')
	}
	putInForce(space, 'host', inForce ? newest(space, 'host') : undefined)
}

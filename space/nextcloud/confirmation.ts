// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Some changes want the password once more. */

import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'

import { hasConfirmed } from '../http/identify.ts'
import { OcsFailure } from './ocs.ts'

/**
 * Refuses a change until the caller has given their password: POST /login/confirm.
 *
 * @param world the space
 * @param visit the request
 * @throws OcsFailure 403
 */
export function needsPassword(world: World, visit: Visit): void {
	if (!hasConfirmed(world, visit)) {
		throw new OcsFailure(403, 'Password confirmation is required')
	}
}

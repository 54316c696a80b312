// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the charter's settings. Admins only; each throws an OcsError. */

import type { Settings } from '@ensemble/shared/contract/define'
import type { Changes, InForce } from '@ensemble/shared/screen/useSettings'
import type { CharterContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** The settings of the charter app. */
export type CharterSettings = Settings<CharterContract>

const call = createClient<CharterContract>('ensemble_charter')

/** The settings in force. */
export function fetchSettings(): Promise<InForce<CharterSettings>> {
	return call('GET /api/v1/settings')
}

/**
 * Changes settings.
 *
 * @param changes the fields to change; null goes back to the default
 */
export function saveSettings(changes: Changes<CharterSettings>): Promise<InForce<CharterSettings>> {
	return call('PUT /api/v1/settings', { body: changes })
}

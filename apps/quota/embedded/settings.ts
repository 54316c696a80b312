// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The settings in force, for what is put into words outside of a call. */

import type { Space } from '@ensemble/space/embedding'
import type { QuotaSettings } from './store.ts'

import { resolveSettings } from '@ensemble/shared/settings/layers'
import { contract } from '../contract.ts'

/** All layers resolved. */
export function settingsOf(space: Space): QuotaSettings {
	return resolveSettings(contract, {
		policy: space.appValue(contract.app, 'fleet_policy'),
		lastGoodPolicy: space.appValue(contract.app, 'fleet_policy_good'),
		choice: space.appValue(contract.app, 'settings'),
	}).values
}

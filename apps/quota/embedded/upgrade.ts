// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Brings data files of 0.1.0 to the form of today, as the PHP reads its old values. */

import type { Space } from '@ensemble/space/embedding'

import { contract } from '../contract.ts'

/** Before 0.2.0 notices and closed banners were about the own storage only. */
export function upgrade(space: Space): void {
	for (const { id } of space.accounts()) {
		for (const key of ['notice', 'dismissed']) {
			const value = space.userValue(id, contract.app, key)
			if (typeof value === 'object' && value !== null && 'level' in value) {
				space.setUserValue(id, contract.app, key, key === 'notice' ? { mine: value, space: null } : { mine: value })
			}
		}
	}
}

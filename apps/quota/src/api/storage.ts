// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the storage app that the admin's screen calls. */

import type { Answer, Settings } from '@ensemble/shared/contract/define'
import type { Changes, InForce } from '@ensemble/shared/screen/useSettings'
import type { PoolDay, QuotaContract, Request } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** What the space and its members keep. */
export type Usage = Answer<QuotaContract, 'GET /api/v1/usage'>
/** The settings of the storage app. */
export type QuotaSettings = Settings<QuotaContract>
/** How a request can be answered. */
export type Decision = 'approved' | 'declined'

const call = createClient<QuotaContract>('ensemble_quota')

/** Counts what the space and each member keep. Throws an OcsError. */
export function fetchUsage(): Promise<Usage> {
	return call('GET /api/v1/usage')
}

/** What the space kept day by day, the oldest first. Throws an OcsError. */
export async function fetchHistory(): Promise<PoolDay[]> {
	return (await call('GET /api/v1/history')).days
}

/** Requests for more room: the open ones, then those decided lately. Throws an OcsError. */
export async function fetchRequests(): Promise<Request[]> {
	return (await call('GET /api/v1/requests')).requests
}

/**
 * Keeps what was decided and tells who asked; to approve, the quota must have been raised before. Throws an OcsError.
 *
 * @param id of the request
 * @param decision what was decided
 * @param word for who asked; may be empty
 */
export function decideRequest(id: number, decision: Decision, word: string): Promise<Request> {
	return call('POST /api/v1/requests/{id}/decision', { params: { id }, body: { decision, word } })
}

/** The settings in force. Throws an OcsError. */
export function fetchSettings(): Promise<InForce<QuotaSettings>> {
	return call('GET /api/v1/settings')
}

/**
 * Changes settings. Throws an OcsError.
 *
 * @param changes the fields to change; null goes back to the default
 */
export function saveSettings(changes: Changes<QuotaSettings>): Promise<InForce<QuotaSettings>> {
	return call('PUT /api/v1/settings', { body: changes })
}

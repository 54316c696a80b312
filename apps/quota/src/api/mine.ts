// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the storage app that members use. Each throws an OcsError. */

import type { Answer, SentBody } from '@ensemble/shared/contract/define'
import type { Mine, OwnDay, OwnRequest, Preferences, QuotaContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** What takes most room. */
export type Largest = Answer<QuotaContract, 'GET /api/v1/mine/largest'>
/** What could be freed. */
export type Cleanup = Answer<QuotaContract, 'GET /api/v1/mine/cleanup'>
/** The reader's own choices, and what they can choose from. */
export type Choices = Answer<QuotaContract, 'GET /api/v1/preferences'>

const call = createClient<QuotaContract>('ensemble_quota')

/** What the reader keeps, counted now. */
export function fetchMine(): Promise<Mine> {
	return call('GET /api/v1/mine')
}

/** What the reader kept day by day, the oldest first; a day holds until the next one. */
export async function fetchOwnHistory(): Promise<OwnDay[]> {
	return (await call('GET /api/v1/mine/history')).days
}

/** The reader's largest files and folders, the largest first. */
export function fetchLargest(): Promise<Largest> {
	return call('GET /api/v1/mine/largest')
}

/** The reader's deleted files and old versions. */
export function fetchCleanup(): Promise<Cleanup> {
	return call('GET /api/v1/mine/cleanup')
}

/** The reader's own choices about notices. */
export function fetchPreferences(): Promise<Choices> {
	return call('GET /api/v1/preferences')
}

/**
 * Changes the reader's choices.
 *
 * @param choices all of them
 */
export function savePreferences(choices: Preferences): Promise<Choices> {
	return call('PUT /api/v1/preferences', { body: choices })
}

/**
 * Asks for more room.
 *
 * @param request the whole quota that is wished for, in bytes, and why
 */
export function askForMore(request: SentBody<QuotaContract, 'POST /api/v1/requests'>): Promise<OwnRequest> {
	return call('POST /api/v1/requests', { body: request })
}

/**
 * Takes a request back.
 *
 * @param id of the request
 */
export function takeBack(id: number): Promise<OwnRequest> {
	return call('DELETE /api/v1/requests/{id}', { params: { id } })
}

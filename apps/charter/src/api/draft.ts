// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the draft that all admins share. Each throws an OcsError. */

import type { Answer, SentBody } from '@ensemble/shared/contract/define'
import type { CharterContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** The draft as it is stored, with its revision. */
export type StoredDraft = Answer<CharterContract, 'GET /api/v1/draft'>
/** What becomes of saving. */
export type SavedDraft = Answer<CharterContract, 'PUT /api/v1/draft'>
/** What is saved. */
export type SentDraft = SentBody<CharterContract, 'PUT /api/v1/draft'>

const call = createClient<CharterContract>('ensemble_charter')

/** The draft. */
export function fetchDraft(): Promise<StoredDraft> {
	return call('GET /api/v1/draft')
}

/**
 * Saves the draft, or throws it away.
 *
 * @param sent the draft, null for none, and the revision that was read
 */
export function saveDraft(sent: SentDraft): Promise<SavedDraft> {
	return call('PUT /api/v1/draft', { body: sent })
}

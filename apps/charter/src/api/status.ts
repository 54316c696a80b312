// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints around who answered what. Admins only; each throws an OcsError. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { CharterContract, Owner } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** Who has answered a charter in force. */
export type Status = Answer<CharterContract, 'GET /api/v1/status/{owner}'>
/** How many were reminded. */
export type Reminded = Answer<CharterContract, 'POST /api/v1/reminders'>
/** What the check of the chain found. */
export type Verification = Answer<CharterContract, 'GET /api/v1/verification'>
/** All versions and answers. */
export type Export = Answer<CharterContract, 'GET /api/v1/export'>

const call = createClient<CharterContract>('ensemble_charter')

/**
 * Counts, and one line for each member.
 *
 * @param owner whose charter in force
 */
export function fetchStatus(owner: Owner): Promise<Status> {
	return call('GET /api/v1/status/{owner}', { params: { owner } })
}

/**
 * Reminds members who have not answered.
 *
 * @param version id of the version in force, as the list says
 * @param accounts whom; nobody named = all who have not answered
 */
export function remind(version: number, accounts: string[] = []): Promise<Reminded> {
	return call('POST /api/v1/reminders', { body: { version, accounts } })
}

/** Checks the chain of answers. */
export function verify(): Promise<Verification> {
	return call('GET /api/v1/verification')
}

/** All versions and the whole chain of answers. */
export function fetchExport(): Promise<Export> {
	return call('GET /api/v1/export')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints that members use. Each throws an OcsError. */

import type { Answer as AnswerTo, SentBody } from '@ensemble/shared/contract/define'
import type { Answer, CharterContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** The charters in force, for the reader. */
export type Charter = AnswerTo<CharterContract, 'GET /api/v1/charter'>

const call = createClient<CharterContract>('ensemble_charter')

/** The charters in force; with each, the best language for the reader, and their answer. */
export function fetchCharter(): Promise<Charter> {
	return call('GET /api/v1/charter')
}

/**
 * Accepts or declines.
 *
 * @param answer what was shown, and what the person says to it
 */
export function sendAnswer(answer: SentBody<CharterContract, 'POST /api/v1/answers'>): Promise<Answer> {
	return call('POST /api/v1/answers', { body: answer })
}

/**
 * Asks again another day.
 *
 * @param version id of the version that was shown
 */
export async function putOff(version: number): Promise<void> {
	await call('POST /api/v1/later', { body: { version } })
}

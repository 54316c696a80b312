// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints for what has been: earlier versions, and what the caller answered. Each throws an OcsError. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { CharterContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** A published version in short. */
export type PastVersion = Answer<CharterContract, 'GET /api/v1/history'>['versions'][number]
/** What the caller has answered, here and elsewhere. */
export type MyAnswers = Answer<CharterContract, 'GET /api/v1/answers'>

const call = createClient<CharterContract>('ensemble_charter')

/** All published versions in short, the newest first. */
export async function fetchHistory(): Promise<PastVersion[]> {
	return (await call('GET /api/v1/history')).versions
}

/** All answers of the caller, the newest first, and those brought along from another space. */
export function fetchMyAnswers(): Promise<MyAnswers> {
	return call('GET /api/v1/answers')
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints around published versions. Each throws an OcsError. */

import type { Answer, SentBody } from '@ensemble/shared/contract/define'
import type { CharterContract, Version } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** A published version in the list, with its counts. */
export type ListedVersion = Answer<CharterContract, 'GET /api/v1/versions'>['versions'][number]
/** What an admin publishes. */
export type Publication = SentBody<CharterContract, 'POST /api/v1/versions'>

const call = createClient<CharterContract>('ensemble_charter')

/** All published versions, the newest first. Admins only. */
export async function fetchVersions(): Promise<ListedVersion[]> {
	return (await call('GET /api/v1/versions')).versions
}

/**
 * One version, whole.
 *
 * @param id its id
 */
export function fetchVersion(id: number): Promise<Version> {
	return call('GET /api/v1/versions/{id}', { params: { id } })
}

/**
 * Publishes a charter. Admins only.
 *
 * @param publication texts, main language, and the newest version the admin knew of
 */
export function publish(publication: Publication): Promise<Version> {
	return call('POST /api/v1/versions', { body: publication })
}

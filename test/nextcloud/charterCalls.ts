// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Calls of the charter app on a real Nextcloud, as its contract types them. */

import type { Answer, Keys } from '@ensemble/shared/contract/define'
import type { CharterContract, Owner, Version } from '../../apps/charter/contract.ts'
import type { Place } from './connection.ts'
import type { OcsAnswer } from './people.ts'

import { contract } from '../../apps/charter/contract.ts'
import { ocs, PASSWORD } from './people.ts'

/**
 * Calls an endpoint that must succeed.
 *
 * @param place the server
 * @param key name of the endpoint
 * @param body what to send
 * @param as `name:password`, the admin unless told
 * @param params what stands in the path
 * @throws when the server refuses, or answers what the contract does not declare
 */
export async function charter<K extends Keys<CharterContract>>(place: Place, key: K, body?: object, as = place.admin, params: Record<string, string> = {}): Promise<Answer<CharterContract, K>> {
	const [method = '', template = ''] = key.split(' ')
	const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
	const { status, data } = await ocs(place, as, method, `apps/${contract.app}${path}`, body)
	const endpoint = contract.endpoints[key]
	if (status !== ('status' in endpoint ? endpoint.status : 200)) {
		throw new Error(`${key}: ${status} ${JSON.stringify(data)}`)
	}
	return endpoint.response.parse(data) as Answer<CharterContract, K>
}

/**
 * Who has answered a charter in force, and how.
 *
 * @param place the server
 * @param owner whose charter
 */
export function status(place: Place, owner: Owner = 'association'): Promise<Answer<CharterContract, 'GET /api/v1/status/{owner}'>> {
	return charter(place, 'GET /api/v1/status/{owner}', undefined, place.admin, { owner })
}

/**
 * Publishes a charter of the association in French and English.
 *
 * @param place the server
 * @param more other fields of the body
 */
export async function publish(place: Place, more: object = {}): Promise<Version> {
	const { association } = await charter(place, 'GET /api/v1/charter')
	const texts = {
		fr: { title: 'Notre charte', summary: ['Nous nous entraidons.'], body: 'Nous nous entraidons, et nous décidons ensemble.' },
		en: { title: 'Our charter', summary: ['We help each other.'], body: 'We help each other, and we decide together.' },
	}
	return charter(place, 'POST /api/v1/versions', { defaultLanguage: 'fr', texts, after: association?.version.id ?? 0, ...more })
}

/**
 * Answers as a test account.
 *
 * @param place the server
 * @param id the account
 * @param version what is answered
 * @param choice accepted or declined
 * @return whatever the server says
 */
export function answer(place: Place, id: string, version: Version, choice: string): Promise<OcsAnswer> {
	const body = { version: version.id, language: 'fr', textHash: version.hashes.fr, choice, after: 0 }
	return ocs(place, `${id}:${PASSWORD}`, 'POST', `apps/${contract.app}/api/v1/answers`, body)
}

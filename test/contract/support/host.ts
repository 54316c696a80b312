// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host of the tests: writes its charter into the fleet's policy, and lets the space follow it. */

import type { Version } from '@ensemble/charter/contract'
import type { HostCharter, Person, Space } from './space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { randomBytes } from 'node:crypto'
import { charterTexts } from './texts.ts'

/** The host's name. */
export const HOST = 'Les Hébergeuses solidaires'

/**
 * A charter of the host, in French and English, that no test had before.
 *
 * @param change what is other than by default
 */
export function hostCharter(change: Partial<HostCharter> = {}): HostCharter {
	return { name: HOST, defaultLanguage: 'fr', texts: charterTexts(`de l’hôte ${randomBytes(4).toString('hex')}`), ...change }
}

/**
 * Puts a charter into the policy and calls an endpoint, which follows it.
 *
 * @param space the space
 * @param given the host's charter
 * @param more of the policy
 * @return what is in force then
 */
export async function follow(space: Space, given = hostCharter(), more: object = {}): Promise<Version> {
	await space.fleetPolicy(given, more)
	return (await space.met(space.admin, 'host')).version
}

/** Takes the host's charter away, and all settings of the app with it. */
export async function withoutHost(space: Space): Promise<void> {
	await space.configure(charter.app, 'fleet_policy', null)
	await space.configure(charter.app, 'settings', null)
	await space.answer(charter, 'GET /api/v1/charter', { as: space.admin })
}

/**
 * What a person sends to answer a version.
 *
 * @param version to which
 * @param more other than accepting it for the first time, in English
 */
export function answerTo({ id, hashes }: Version, more: object = {}) {
	return { version: id, language: 'en', textHash: hashes.en, choice: 'accepted', after: 0, ...more }
}

/** Gives an answer. */
export function give(space: Space, as: Person, version: Version, more: object = {}) {
	return space.answer(charter, 'POST /api/v1/answers', { as, body: answerTo(version, more) })
}

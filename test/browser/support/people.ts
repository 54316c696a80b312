// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** People in the situations that the tests begin with. */

import type { Person, Space } from '../../contract/support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { warn } from '../../contract/support/samples.ts'

/**
 * Somebody who has seen the welcome and wants no lines about apps. As long as no charter is published, nothing is pending for them.
 *
 * @param space the space
 * @param options as for Space.person
 */
export async function settled(space: Space, options: Parameters<Space['person']>[0] = {}): Promise<Person> {
	const person = await newlyHere(space, options)
	await space.answer(onboarding, 'PUT /api/v1/hints', { as: person, body: { wanted: false } })
	return person
}

/**
 * Somebody who has seen the welcome and has opened no app yet: the first one comes with a line.
 *
 * @param space the space
 * @param options as for Space.person
 */
export async function newlyHere(space: Space, options: Parameters<Space['person']>[0] = {}): Promise<Person> {
	const person = await space.person(options)
	await space.answer(onboarding, 'POST /api/v1/welcome', { as: person, body: { seen: true } })
	return person
}

/**
 * Somebody who was here before the last update of the pack and knows nothing of it: what changed is still to be told.
 *
 * @param space the space
 * @param options as for Space.person
 */
export async function fromBefore(space: Space, options: Parameters<Space['person']>[0] = {}): Promise<Person> {
	const app = `cloud/apps/${onboarding.app}`
	await space.nextcloud(space.admin, 'DELETE', app)
	try {
		const person = await space.person(options)
		// Any request with the password is a login.
		await space.usedBytes(person)
		return person
	} finally {
		await space.nextcloud(space.admin, 'POST', app)
	}
}

/**
 * Answers the charter in force, as from another device.
 *
 * @param space the space
 * @param person who answers
 * @param choice what
 * @param reason why it is declined
 */
export async function answerCharter(space: Space, person: Person, choice: 'accepted' | 'declined' = 'accepted', reason = '') {
	const { version, language, answer } = await space.met(person)
	return space.answer(charter, 'POST /api/v1/answers', {
		as: person,
		body: { version: version!.id, language, textHash: version!.hashes[language!], choice, after: answer?.id ?? 0, reason },
	})
}

/**
 * An admin who is not asked anything, so that nothing opens over the desk. Nobody else is, either.
 *
 * @param space the space
 */
export async function adminAtDesk(space: Space): Promise<Person> {
	const admin = await settled(space, { admin: true })
	if (await space.newest() > 0) {
		await answerCharter(space, admin)
		// To read the charter is to bring it back into force.
		await space.withoutCharter()
	}
	return admin
}

/** The draft that the space has now. */
export function draftOf(space: Space) {
	return space.answer(charter, 'GET /api/v1/draft', { as: space.admin })
}

/**
 * Saves the draft, as a colleague does.
 *
 * @param space the space
 * @param draft null throws it away
 */
export async function saveDraft(space: Space, draft: Awaited<ReturnType<typeof draftOf>>['draft']): Promise<void> {
	const { revision } = await draftOf(space)
	await space.answer(charter, 'PUT /api/v1/draft', { as: space.admin, body: { revision, draft } })
}

/**
 * Somebody's files come to take so much of their quota, and the hourly job finds out. No charter is asked.
 *
 * @param space the space
 * @param person whose account
 * @param percent of the quota
 */
export async function warned(space: Space, person: Person, percent: number): Promise<void> {
	await warn(space, person, percent)
	// Another job puts back what withoutCharter() took away before the test.
	await space.withoutCharter()
}

/** Throws away what an earlier test has left. */
export async function withoutDraft(space: Space): Promise<void> {
	if ((await draftOf(space)).draft !== null) {
		await saveDraft(space, null)
	}
}

/**
 * A newcomer with everything pending: charter, welcome, and a storage that is nearly full.
 *
 * @param space the space
 */
export async function everythingPending(space: Space): Promise<Person> {
	const person = await space.person()
	await warn(space, person, 92)
	await space.publish()
	return person
}

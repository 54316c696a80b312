// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One call of every endpoint that must succeed: the permission matrix and the bad inputs are made from it. */

import type { CallOptions } from './ocs.ts'
import type { Person, Space } from './space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { charterTexts } from './texts.ts'

/** Where a sample is called. */
export interface Scene {
	space: Space
	/** Who calls. */
	caller: Person
}

/** Makes parameters and body of a call that succeeds. Prepares what the call needs, as publishing a charter. */
export type Sample = (scene: Scene) => Promise<Pick<CallOptions, 'body' | 'params'>>

const GB = 1024 ** 3
const planned = (id: string, audience: object = { who: 'everyone', groups: [] }, texts: object = {}, url = '') => ({ id, audience, texts, url })
const nothing: Sample = async () => ({})

/** The association's charter in force, published if there is none. */
async function inForce({ space, caller }: Scene) {
	const { association } = await space.answer(charter, 'GET /api/v1/charter', { as: caller })
	return association?.version ?? space.publish()
}

/** Gives the caller a limit, and takes back what they have asked for. */
async function withoutRequest({ space, caller }: Scene): Promise<void> {
	await space.edit(caller, 'quota', '1 GB')
	const { request } = await space.answer(quota, 'GET /api/v1/mine', { as: caller })
	if (request?.state === 'open') {
		await space.answer(quota, 'DELETE /api/v1/requests/{id}', { as: caller, params: { id: request.id } })
	}
}

/** The id of an open request of the caller. */
async function openRequest(scene: Scene): Promise<number> {
	await withoutRequest(scene)
	const { id } = await scene.space.answer(quota, 'POST /api/v1/requests', { as: scene.caller, body: { wanted: 2 * GB, sentence: 'Les photos de la fête.' } })
	return id
}

/** `<app id> <METHOD /path>` → a call. */
export const samples: Readonly<Record<string, Sample>> = {
	'ensemble_charter GET /api/v1/charter': nothing,
	'ensemble_charter GET /api/v1/versions/{id}': async (scene) => ({ params: { id: (await inForce(scene)).id } }),
	'ensemble_charter GET /api/v1/versions': nothing,
	'ensemble_charter POST /api/v1/versions': async ({ space }) => ({
		body: {
			defaultLanguage: 'fr',
			texts: charterTexts(),
			after: await space.newest(),
			kind: 'substantive',
			mode: 'ask',
			deadlineDays: 30,
			audience: { who: 'except', groups: ['admin'] },
			changeNote: { fr: 'Un point est venu s’ajouter.' },
		},
	}),
	'ensemble_charter GET /api/v1/history': nothing,
	'ensemble_charter GET /api/v1/answers': nothing,
	'ensemble_charter GET /api/v1/draft': nothing,
	'ensemble_charter PUT /api/v1/draft': async ({ space }) => {
		const { revision } = await space.answer(charter, 'GET /api/v1/draft', { as: space.admin })
		return { body: { revision, draft: { defaultLanguage: 'fr', texts: { fr: { title: '', summary: [''], body: 'Nous' } } } } }
	},
	'ensemble_charter GET /api/v1/status/{owner}': async () => ({ params: { owner: 'host' } }),
	'ensemble_charter GET /api/v1/metrics': nothing,
	'ensemble_charter POST /api/v1/reminders': async (scene) => ({ body: { version: (await inForce(scene)).id, accounts: [scene.caller.id] } }),
	'ensemble_charter GET /api/v1/verification': nothing,
	'ensemble_charter GET /api/v1/export': nothing,
	'ensemble_charter POST /api/v1/answers': async (scene) => {
		const { id, hashes } = await inForce(scene)
		const { answer } = await scene.space.met(scene.caller)
		return { body: { version: id, language: 'fr', textHash: hashes.fr, choice: 'accepted', after: answer?.id ?? 0, reason: '' } }
	},
	'ensemble_charter POST /api/v1/later': async (scene) => ({ body: { version: (await inForce(scene)).id } }),
	'ensemble_charter GET /api/v1/settings': nothing,
	'ensemble_charter PUT /api/v1/settings': async () => ({ body: { laterDays: 2, publicPage: false, hostCharter: true } }),

	'ensemble_onboarding GET /api/v1/steps': nothing,
	'ensemble_onboarding PUT /api/v1/steps/{id}': async () => ({ params: { id: 'upload' }, body: { state: 'declined' } }),
	'ensemble_onboarding PUT /api/v1/closed': async () => ({ body: { closed: true } }),
	'ensemble_onboarding POST /api/v1/welcome': async () => ({ body: { seen: true } }),
	'ensemble_onboarding POST /api/v1/hints/{app}': async () => ({ params: { app: 'files' }, body: { seen: true } }),
	'ensemble_onboarding PUT /api/v1/hints': async () => ({ body: { wanted: false } }),
	'ensemble_onboarding POST /api/v1/news': async () => ({ body: { version: '0.2.0' } }),
	'ensemble_onboarding GET /api/v1/guide': nothing,
	'ensemble_onboarding GET /api/v1/tasks': nothing,
	'ensemble_onboarding PUT /api/v1/tasks/{id}': async () => ({ params: { id: 'handover' }, body: { state: 'done' } }),
	'ensemble_onboarding GET /api/v1/icons': nothing,
	'ensemble_onboarding POST /api/v1/invitations/check': async () => ({ body: { people: [{ account: 'ada', mail: 'ada@example.org' }] } }),
	'ensemble_onboarding GET /api/v1/figures': nothing,
	'ensemble_onboarding GET /api/v1/catalog': nothing,
	'ensemble_onboarding PUT /api/v1/catalog': async () => ({ body: { seenVersion: 0 } }),
	'ensemble_onboarding GET /api/v1/metrics': nothing,
	'ensemble_onboarding GET /api/v1/settings': nothing,
	'ensemble_onboarding PUT /api/v1/settings': async () => ({
		body: {
			association: 'Les Amis du Lac',
			welcome: { fr: 'Bienvenue !' },
			contact: 'le bureau',
			contactUrl: 'mailto:bureau@example.org',
			// With the steps that the samples of other endpoints speak of.
			steps: [planned('upload'), planned('own-lac', { who: 'groups', groups: ['admin'] }, { fr: { title: 'Le lac', sentence: 'Venez le voir.', reason: '', action: '' } }, 'https://lac.example/')],
			hints: true,
			hintTexts: { deck: { fr: 'Qui fait quoi.' }, files: {} },
			glossary: { fr: [{ word: 'Lac', meaning: 'Là où nous nous retrouvons.' }] },
		},
	}),

	'ensemble_quota GET /api/v1/mine': nothing,
	'ensemble_quota GET /api/v1/mine/history': nothing,
	'ensemble_quota GET /api/v1/mine/largest': nothing,
	'ensemble_quota GET /api/v1/mine/cleanup': nothing,
	'ensemble_quota GET /api/v1/preferences': nothing,
	'ensemble_quota PUT /api/v1/preferences': async () => ({ body: { mail: false, from: 80 } }),
	'ensemble_quota POST /api/v1/requests': async (scene) => {
		await withoutRequest(scene)
		return { body: { wanted: 2 * GB, sentence: 'Les photos de la fête.' } }
	},
	'ensemble_quota DELETE /api/v1/requests/{id}': async (scene) => ({ params: { id: await openRequest(scene) } }),
	'ensemble_quota GET /api/v1/requests': nothing,
	'ensemble_quota POST /api/v1/requests/{id}/decision': async (scene) => ({ params: { id: await openRequest(scene) }, body: { decision: 'declined', word: 'Parlons-en.' } }),
	'ensemble_quota GET /api/v1/history': nothing,
	'ensemble_quota GET /api/v1/metrics': nothing,
	'ensemble_quota POST /api/v1/dismissals': async ({ space, caller }) => {
		await warn(space, caller, 85)
		return { body: { level: 80, about: 'mine' } }
	},
	'ensemble_quota GET /api/v1/usage': nothing,
	'ensemble_quota GET /api/v1/settings': nothing,
	'ensemble_quota PUT /api/v1/settings': async () => ({
		body: {
			levels: [80, 90, 95],
			bannerFrom: 80,
			notificationFrom: 90,
			mailFrom: 101,
			poolLevels: [85],
			poolAdminsFrom: 85,
			poolEveryoneFrom: 95,
			repeatDays: 3,
			hysteresis: 2,
			quietHours: { from: 20, to: 8 },
			digestDay: 2,
			membersChoose: true,
			requests: true,
			pool: 50 * GB,
			accountCap: 60,
			contact: 'le bureau',
			advice: { fr: 'Videz la corbeille.' },
		},
	}),
}

/**
 * Fills an account to a percentage of its quota and has everybody's storage checked.
 *
 * @param space the space
 * @param person whose account
 * @param percent of the quota
 */
export async function warn(space: Space, person: Person, percent: number): Promise<void> {
	await fill(space, person, percent)
	await space.runJobs()
}

/**
 * Gives an account a file of 9 MB if it has none, and a quota so that its files are about so many percent of it. Nextcloud keeps
 * a tenth of a MB of a quota, so the percentage is right to one.
 *
 * @param space the space
 * @param person whose account
 * @param percent of the quota
 */
export async function fill(space: Space, person: Person, percent: number): Promise<void> {
	const MB = 1024 ** 2
	if (await space.usedBytes(person) < 9 * MB) {
		await space.upload(person, 'filled.bin', 9 * MB, 1_700_000_000)
	}
	await space.edit(person, 'quota', `${(await space.usedBytes(person) / MB / percent * 100).toFixed(1)} MB`)
}

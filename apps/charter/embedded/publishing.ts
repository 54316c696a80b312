// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Publishing, and what has been published. */

import type { Body } from '@ensemble/shared/contract/define'
import type { Account, Space } from '@ensemble/space/embedding'
import type { Answer, Audience, CharterContract, Version } from '../contract.ts'
import type { Known } from './inForce.ts'
import type { Handlers } from './store.ts'

import { inForce } from './inForce.ts'
import { publish } from './publication.ts'
import { changeNoteFor, languageFor, latestAnswers, versionById, versions } from './store.ts'

const DAY = 86_400

type Published = Body<CharterContract, 'POST /api/v1/versions'>
type Refuse = (code: 'no_default_text' | 'no_groups' | 'nothing_to_mend' | 'published_meanwhile' | 'unknown_group', field?: string) => Error

export const publishing: Pick<Handlers, 'GET /api/v1/history' | 'GET /api/v1/versions' | 'GET /api/v1/versions/{id}' | 'POST /api/v1/versions'> = {
	'GET /api/v1/history': (call) => ({
		versions: listed(call).map(({ version, ...line }) => ({ ...line, kind: version.kind, changeNote: changeNoteFor(call.account, version) })),
	}),

	'GET /api/v1/versions/{id}': ({ space, params, fail }) => {
		const version = versionById(space, params.id)
		if (version === undefined) {
			throw fail('unknown_version', 'id')
		}
		return version
	},

	'GET /api/v1/versions': (call) => ({
		versions: listed(call).map(({ version, ...line }) => ({ ...line, accepted: count(call.space, version, 'accepted'), declined: count(call.space, version, 'declined') })),
	}),

	'POST /api/v1/versions': (call) => {
		const { space, body, fail } = call
		if (body.texts[body.defaultLanguage] === undefined) {
			throw fail('no_default_text', `texts.${body.defaultLanguage}`)
		}
		const asked = body.kind === 'substantive' ? askedNow(space, body, fail) : null
		const { association: before } = inForce(call)
		if (body.after !== (before?.id ?? 0)) {
			throw fail('published_meanwhile', 'after')
		}
		if (asked === null && before === undefined) {
			throw fail('nothing_to_mend', 'kind')
		}
		return publish(space, {
			owner: 'association',
			ownerName: '',
			defaultLanguage: body.defaultLanguage,
			texts: body.texts,
			kind: body.kind,
			...asked ?? taken(before!),
			changeNote: body.changeNote,
		})
	},
}

/** The lines of a list of all versions, the newest first, each with the version itself. */
function listed({ account, ...known }: Known & { account: Account }) {
	const current = inForce(known)
	return versions(known.space).toReversed().map((version) => ({
		version,
		id: version.id,
		owner: version.owner,
		ownerName: version.ownerName,
		inForce: current[version.owner]?.id === version.id,
		number: version.number,
		title: version.texts[languageFor(account, version)]?.title ?? '',
		publishedAt: version.publishedAt,
	}))
}

/** Whom and how a substantive version asks. */
function askedNow(space: Space, { audience, mode, deadlineDays }: Published, fail: Refuse): Pick<Version, 'audience' | 'deadline' | 'mode'> {
	return {
		audience: checkedAudience(space, audience, fail),
		mode,
		deadline: deadlineDays === null ? null : space.now() + deadlineDays * DAY,
	}
}

/** An editorial version asks nobody anew: it goes on with the mode, the deadline and the audience of the one it mends. */
function taken({ audience, deadline, mode }: Version): Pick<Version, 'audience' | 'deadline' | 'mode'> {
	return { audience, deadline, mode }
}

function checkedAudience(space: Space, { who, groups }: Audience, fail: Refuse): Audience {
	if (who === 'everyone') {
		return { who, groups: [] }
	}
	if (groups.length === 0) {
		throw fail('no_groups', 'audience.groups')
	}
	const unknown = groups.findIndex((group) => !space.groups.some(({ id }) => id === group))
	if (unknown !== -1) {
		throw fail('unknown_group', `audience.groups.${unknown}`)
	}
	return { who, groups }
}

/** How many people's latest answer that counts for a version is this choice. */
function count(space: Space, { asks }: Version, choice: Answer['choice']): number {
	return [...latestAnswers(space, asks).values()].filter((row) => row.choice === choice).length
}

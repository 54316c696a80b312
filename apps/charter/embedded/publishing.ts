// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Publishing, and what has been published. */

import type { Body } from '@ensemble/shared/contract/define'
import type { Account, Space } from '@ensemble/space/embedding'
import type { Answer, Audience, CharterContract, Version } from '../contract.ts'
import type { Handlers } from './store.ts'

import { canonicalText } from '../src/logic/canonical.ts'
import { announce } from './messages.ts'
import { changeNoteFor, inForce, isFor, languageFor, latestAnswers, sha256, versionById, versions } from './store.ts'

const DAY = 86_400

type Published = Body<CharterContract, 'POST /api/v1/versions'>
type Refuse = (code: 'no_default_text' | 'no_groups' | 'nothing_to_mend' | 'published_meanwhile' | 'unknown_group', field?: string) => Error

export const publishing: Pick<Handlers, 'GET /api/v1/history' | 'GET /api/v1/versions' | 'GET /api/v1/versions/{id}' | 'POST /api/v1/versions'> = {
	'GET /api/v1/history': ({ space, account }) => ({
		versions: versions(space).toReversed().map((version) => ({
			id: version.id,
			number: version.number,
			title: titleFor(account, version),
			publishedAt: version.publishedAt,
			kind: version.kind,
			changeNote: changeNoteFor(account, version),
		})),
	}),

	'GET /api/v1/versions/{id}': ({ space, params, fail }) => {
		const version = versionById(space, params.id)
		if (version === undefined) {
			throw fail('unknown_version', 'id')
		}
		return version
	},

	'GET /api/v1/versions': ({ space, account }) => ({
		versions: versions(space).toReversed().map((version) => ({
			id: version.id,
			number: version.number,
			title: titleFor(account, version),
			publishedAt: version.publishedAt,
			accepted: count(space, version, 'accepted'),
			declined: count(space, version, 'declined'),
		})),
	}),

	'POST /api/v1/versions': ({ space, body, fail }) => {
		if (body.texts[body.defaultLanguage] === undefined) {
			throw fail('no_default_text', `texts.${body.defaultLanguage}`)
		}
		const asked = body.kind === 'substantive' ? askedNow(space, body, fail) : null
		const before = versions(space).at(-1)
		if (body.after !== (before?.id ?? 0)) {
			throw fail('published_meanwhile', 'after')
		}
		if (asked === null && before === undefined) {
			throw fail('nothing_to_mend', 'kind')
		}
		const id = (before?.id ?? 0) + 1
		const version: Version = {
			id,
			number: id,
			defaultLanguage: body.defaultLanguage,
			texts: body.texts,
			hashes: Object.fromEntries(Object.entries(body.texts).map(([language, text]) => [language, sha256(canonicalText({ language, ...text }))])),
			publishedAt: space.now(),
			kind: body.kind,
			...asked === null ? taken(before!) : { ...asked, asks: id },
			changeNote: body.changeNote,
		}
		versions(space).push(version)
		inForce(space)
		if (version.kind === 'substantive') {
			announce(space, version, space.accounts().filter((account) => account.enabled && isFor(version, account)))
		}
		return version
	},
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
function taken({ audience, deadline, mode, asks }: Version): Pick<Version, 'asks' | 'audience' | 'deadline' | 'mode'> {
	return { audience, deadline, mode, asks }
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

function titleFor(account: Account, version: Version): string {
	return version.texts[languageFor(account, version)]?.title ?? ''
}

/** How many people's latest answer that counts for a version is this choice. */
function count(space: Space, { asks }: Version, choice: Answer['choice']): number {
	return [...latestAnswers(space, asks).values()].filter((row) => row.choice === choice).length
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { Answer, CharterContract, PendingCharter, Version } from './contract.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { createHash, randomBytes } from 'node:crypto'
import { contract } from './contract.ts'
import { canonicalAnswer, canonicalText } from './src/logic/canonical.ts'
import { bestLanguage } from './src/logic/language.ts'
import { laterUntil } from './src/logic/later.ts'

/** A row of the table of answers; nobody's name stands in it. */
interface AnswerRow extends Answer {
	/** Its place in the chain of the whole space. */
	number: number
	/** The token of the person. */
	person: string
	/** 0 for the first answer to a version, then 1, 2 … for each change of mind. */
	turn: number
}

/** Who a token stands for; goes with the account. */
interface PersonRow { person: string, account: string }

const versions = (space: Space) => space.rows<Version>(contract.app, 'versions')
const answers = (space: Space) => space.rows<AnswerRow>(contract.app, 'answers')
const people = (space: Space) => space.rows<PersonRow>(contract.app, 'people')

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The version in force. Pages read the app value `current` instead, so that they need not look at the table. */
function inForce(space: Space): Version | undefined {
	const newest = versions(space).at(-1)
	space.setAppValue(contract.app, 'current', newest?.id)
	return newest
}

function versionById(space: Space, id: number): Version | undefined {
	return versions(space).find((version) => version.id === id)
}

function language(account: Account, version: Version): string {
	return bestLanguage(account.language, Object.keys(version.texts), version.defaultLanguage)
}

/** The account's token, made at its first answer. */
function personOf(space: Space, account: Account): string {
	const known = people(space).find((row) => row.account === account.id)
	if (known !== undefined) {
		return known.person
	}
	const person = randomBytes(16).toString('hex')
	people(space).push({ person, account: account.id })
	return person
}

/** The account's last answer to a version. */
function currentAnswer(space: Space, account: Account, version: number): AnswerRow | undefined {
	const person = people(space).find((row) => row.account === account.id)?.person
	return answers(space).findLast((row) => row.person === person && row.version === version)
}

/** What everybody may see of an answer. */
function shown({ id, version, language, textHash, choice, at, hash }: AnswerRow): Answer {
	return { id, version, language, textHash, choice, at, hash }
}

/** How many people's last answer to a version is this choice. */
function count(space: Space, version: number, choice: Answer['choice']): number {
	const last = new Map(answers(space).filter((row) => row.version === version).map((row) => [row.person, row.choice]))
	return [...last.values()].filter((one) => one === choice).length
}

export default defineEmbedded<CharterContract>({
	contract,

	handlers: {
		'GET /api/v1/charter': ({ space, account }) => {
			const version = inForce(space) ?? null
			const answer = version === null ? undefined : currentAnswer(space, account, version.id)
			return {
				version,
				language: version === null ? null : language(account, version),
				answer: answer === undefined ? null : shown(answer),
			}
		},

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
				title: version.texts[language(account, version)]?.title ?? '',
				publishedAt: version.publishedAt,
				accepted: count(space, version.id, 'accepted'),
				declined: count(space, version.id, 'declined'),
			})),
		}),

		'POST /api/v1/versions': ({ space, body, fail }) => {
			if (body.texts[body.defaultLanguage] === undefined) {
				throw fail('no_default_text', `texts.${body.defaultLanguage}`)
			}
			const known = versions(space)
			if (body.after !== (known.at(-1)?.id ?? 0)) {
				throw fail('published_meanwhile', 'after')
			}
			const version: Version = {
				id: known.length + 1,
				number: known.length + 1,
				defaultLanguage: body.defaultLanguage,
				texts: body.texts,
				hashes: Object.fromEntries(Object.entries(body.texts).map(([language, text]) => [language, sha256(canonicalText({ language, ...text }))])),
				publishedAt: space.now(),
			}
			known.push(version)
			inForce(space)
			return version
		},

		'POST /api/v1/answers': ({ space, account, body, fail }) => {
			const version = versionById(space, body.version)
			if (version === undefined) {
				throw fail('unknown_version', 'version')
			}
			if (version.id !== inForce(space)?.id) {
				throw fail('replaced', 'version')
			}
			if (version.hashes[body.language] !== body.textHash) {
				throw fail('other_text', 'textHash')
			}
			const before = currentAnswer(space, account, version.id)
			if (before?.choice === body.choice) {
				return shown(before)
			}
			if (body.after !== (before?.id ?? 0)) {
				throw fail('answered_meanwhile', 'after')
			}
			const chain = answers(space)
			const number = chain.length + 1
			const { language, textHash, choice } = body
			const link = { number, version: version.id, language, textHash, choice, at: space.now(), person: personOf(space, account) }
			const hash = sha256(canonicalAnswer({ ...link, previous: chain.at(-1)?.hash ?? null }))
			const row: AnswerRow = { id: number, turn: before === undefined ? 0 : before.turn + 1, hash, ...link }
			chain.push(row)
			space.setUserValue(account.id, contract.app, 'answered', version.id)
			space.setUserValue(account.id, contract.app, 'later', undefined)
			return shown(row)
		},

		'POST /api/v1/later': ({ space, account, body, settings, fail }) => {
			if (versionById(space, body.version) === undefined) {
				throw fail('unknown_version', 'version')
			}
			if (body.version !== inForce(space)?.id) {
				throw fail('replaced', 'version')
			}
			const until = laterUntil(space.now(), account.timezone, settings.laterDays)
			space.setUserValue(account.id, contract.app, 'later', until)
			return { until }
		},
	},

	pending(space, account, settings) {
		const version = versionById(space, Number(space.appValue(contract.app, 'current') ?? 0))
		const answered = Number(space.userValue(account.id, contract.app, 'answered') ?? 0)
		const later = Number(space.userValue(account.id, contract.app, 'later') ?? 0)
		if (version === undefined || account.guest || answered === version.id || space.now() < later) {
			return null
		}
		const best = language(account, version)
		const text = version.texts[best]
		const textHash = version.hashes[best]
		if (text === undefined || textHash === undefined) {
			return null
		}
		return {
			association: space.name,
			version: version.id,
			language: best,
			textHash,
			title: text.title,
			summary: text.summary,
			languages: Object.keys(version.texts),
			laterDays: settings.laterDays,
		} satisfies PendingCharter
	},

	accountDeleted(space, account) {
		const rows = people(space)
		const index = rows.findIndex((row) => row.account === account.id)
		if (index !== -1) {
			rows.splice(index, 1)
		}
	},
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter in force as a member meets it: read, answered, put off; and the member's own answers. */

import type { Handlers } from './store.ts'

import { withdraw } from '@ensemble/space/messages'
import { contract } from '../contract.ts'
import { canonicalAnswer } from '../src/logic/canonical.ts'
import { laterUntil } from '../src/logic/later.ts'
import { canWait } from '../src/logic/standing.ts'
import { answers, inForce, isFor, languageFor, latestAnswer, meant, personKnown, personOf, sha256, shown, versionById } from './store.ts'

export const answering: Pick<Handlers, 'GET /api/v1/answers' | 'GET /api/v1/charter' | 'POST /api/v1/answers' | 'POST /api/v1/later'> = {
	'GET /api/v1/charter': ({ space, account }) => {
		const version = inForce(space)
		if (version === undefined) {
			return { version: null, language: null, answer: null, asked: false }
		}
		const answer = latestAnswer(space, account.id, version.asks)
		return {
			version,
			language: languageFor(account, version),
			answer: answer === undefined ? null : shown(answer),
			asked: isFor(version, account),
		}
	},

	'GET /api/v1/answers': ({ space, account }) => {
		const person = personKnown(space, account.id)
		return {
			answers: answers(space).filter((row) => row.person === person).toReversed().map((row) => {
				const version = versionById(space, row.version)!
				return { ...shown(row), number: version.number, title: version.texts[row.language]?.title ?? '', reason: row.reason }
			}),
		}
	},

	'POST /api/v1/answers': ({ space, account, body, fail }) => {
		const version = meant(space, body.version, fail)
		if (version.hashes[body.language] !== body.textHash) {
			throw fail('other_text', 'textHash')
		}
		const { language, textHash, choice } = body
		const reason = choice === 'declined' ? body.reason : ''
		const before = latestAnswer(space, account.id, version.asks)
		if (before?.choice === choice) {
			// Somebody may say why later on, or say it better; the answer stays the one it is.
			before.reason = reason || before.reason
			return shown(before)
		}
		if (body.after !== (before?.id ?? 0)) {
			throw fail('answered_meanwhile', 'after')
		}
		const chain = answers(space)
		const number = chain.length + 1
		const link = { number, version: version.id, language, textHash, choice, at: space.now(), person: personOf(space, account) }
		const hash = sha256(canonicalAnswer({ ...link, previous: chain.at(-1)?.hash ?? null }))
		const row = { id: number, asks: version.asks, turn: before === undefined ? 0 : before.turn + 1, reason, hash, ...link }
		chain.push(row)
		space.setUserValue(account.id, contract.app, 'answered', version.asks)
		space.setUserValue(account.id, contract.app, 'later', undefined)
		withdraw(space, { app: contract.app, account: account.id })
		return shown(row)
	},

	'POST /api/v1/later': ({ space, account, body, settings, fail }) => {
		const version = meant(space, body.version, fail)
		if (!canWait(version, space.now())) {
			throw fail('deadline_passed', 'version')
		}
		const wished = laterUntil(space.now(), account.timezone, settings.laterDays)
		const until = version.mode === 'require' && version.deadline !== null ? Math.min(wished, version.deadline) : wished
		space.setUserValue(account.id, contract.app, 'later', until)
		return { until }
	},
}

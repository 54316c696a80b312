// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charters in force as a member meets them: read, answered, put off; and the member's own answers. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { Met, Version } from '../contract.ts'
import type { Handlers } from './store.ts'

import { withdraw } from '@ensemble/space/messages'
import { contract } from '../contract.ts'
import { canonicalAnswer } from '../src/logic/canonical.ts'
import { laterUntil } from '../src/logic/later.ts'
import { canWait } from '../src/logic/standing.ts'
import { inForce, meant } from './inForce.ts'
import { aboutCharter } from './messages.ts'
import { answers, brought, isFor, languageFor, latestAnswer, personKnown, personOf, sha256, shown, valueOf, versionById } from './store.ts'

export const answering: Pick<Handlers, 'GET /api/v1/answers' | 'GET /api/v1/charter' | 'POST /api/v1/answers' | 'POST /api/v1/later'> = {
	'GET /api/v1/charter': (call) => {
		const { association, host } = inForce(call)
		return { association: metBy(call, association), host: metBy(call, host) }
	},

	'GET /api/v1/answers': ({ space, account }) => {
		const person = personKnown(space, account.id)
		return {
			answers: answers(space).filter((row) => row.person === person).toReversed().map((row) => {
				const version = versionById(space, row.version)!
				const { owner, ownerName, number } = version
				return { ...shown(row), owner, ownerName, number, title: version.texts[row.language]?.title ?? '', reason: row.reason }
			}),
			brought: brought(space).find((row) => row.account === account.id)?.answers ?? [],
		}
	},

	'POST /api/v1/answers': (call) => {
		const { space, account, body, fail } = call
		const version = meant(call, body.version, fail)
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
		space.setUserValue(account.id, contract.app, valueOf('answered', version.owner), version.asks)
		space.setUserValue(account.id, contract.app, valueOf('later', version.owner), undefined)
		withdraw(space, { app: contract.app, account: account.id, object: aboutCharter(version) })
		return shown(row)
	},

	'POST /api/v1/later': (call) => {
		const { space, account, body, settings, fail } = call
		const version = meant(call, body.version, fail)
		if (!canWait(version, space.now())) {
			throw fail('deadline_passed', 'version')
		}
		const wished = laterUntil(space.now(), account.timezone, settings.laterDays)
		const until = version.mode === 'require' && version.deadline !== null ? Math.min(wished, version.deadline) : wished
		space.setUserValue(account.id, contract.app, valueOf('later', version.owner), until)
		return { until }
	},
}

function metBy({ space, account }: { space: Space, account: Account }, version: Version | undefined): Met | null {
	if (version === undefined) {
		return null
	}
	const answer = latestAnswer(space, account.id, version.asks)
	return { version, language: languageFor(account, version), answer: answer === undefined ? null : shown(answer), asked: isFor(version, account) }
}

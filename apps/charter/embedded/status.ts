// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who has answered what, and reminders for those who have not. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { MemberStatus, Version } from '../contract.ts'
import type { AnswerRow, Handlers } from './store.ts'

import { contract } from '../contract.ts'
import { standingOf } from '../src/logic/standing.ts'
import { remind } from './messages.ts'
import { inForce, isFor, latestAnswers, meant, people } from './store.ts'

/** Nobody is reminded twice within so many seconds: a day. */
const PAUSE = 86_400

export const status: Pick<Handlers, 'GET /api/v1/status' | 'POST /api/v1/reminders'> = {
	'GET /api/v1/status': ({ space }) => {
		const version = inForce(space) ?? null
		const members = version === null ? [] : listed(space, version)
		const count = (standing: MemberStatus['standing']) => members.filter((member) => member.standing === standing).length
		return {
			version,
			counts: { accepted: count('accepted'), declined: count('declined'), waiting: count('waiting'), overdue: count('overdue') },
			members,
		}
	},

	'POST /api/v1/reminders': ({ space, body, fail }) => {
		const version = meant(space, body.version, fail)
		const open = listed(space, version).filter(({ standing }) => standing === 'waiting' || standing === 'overdue')
		const wanted = new Set(body.accounts.length > 0 ? body.accounts : open.map(({ account }) => account))
		const due = open.filter(({ account, remindedAt }) => wanted.has(account) && (remindedAt === null || space.now() - remindedAt >= PAUSE))
		for (const { account } of due) {
			space.setUserValue(account, contract.app, 'reminded', space.now())
			remind(space, version, account)
		}
		return { sent: due.length, skipped: wanted.size - due.length }
	},
}

/** The lines of the list: enabled accounts that are asked or have answered anyway, by account. */
function listed(space: Space, version: Version): MemberStatus[] {
	const latest = latestAnswers(space, version.asks)
	const byAccount = new Map(people(space).map(({ person, account }) => [account, latest.get(person)]))
	return space.accounts()
		.filter(({ enabled }) => enabled)
		.toSorted((a, b) => a.id < b.id ? -1 : 1)
		.flatMap((account) => line(space, version, account, byAccount.get(account.id)))
}

function line(space: Space, version: Version, account: Account, answer: AnswerRow | undefined): MemberStatus[] {
	const standing = standingOf({ choice: answer?.choice ?? null, asked: isFor(version, account), deadline: version.deadline, now: space.now() })
	return standing === null
		? []
		: [{
				account: account.id,
				name: account.name,
				standing,
				at: answer?.at ?? null,
				language: answer?.language ?? null,
				reason: answer?.reason ?? '',
				remindedAt: remindedAt(space, account.id),
			}]
}

function remindedAt(space: Space, account: string): number | null {
	const at = space.userValue(account, contract.app, 'reminded')
	return typeof at === 'number' ? at : null
}

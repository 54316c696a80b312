// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who has answered what, in figures too, and reminders for those who have not. */

import type { Answer as Answered } from '@ensemble/shared/contract/define'
import type { Account, Space } from '@ensemble/space/embedding'
import type { CharterContract, MemberStatus, Version } from '../contract.ts'
import type { AnswerRow, Handlers } from './store.ts'

import { contract } from '../contract.ts'
import { standingOf } from '../src/logic/standing.ts'
import { inForce, meant } from './inForce.ts'
import { remind } from './messages.ts'
import { answers, isFor, latestAnswers, people } from './store.ts'

type Counts = Answered<CharterContract, 'GET /api/v1/status/{owner}'>['counts']
type Figures = NonNullable<Answered<CharterContract, 'GET /api/v1/metrics'>['host']>

/** Nobody is reminded twice within so many seconds: a day. */
const PAUSE = 86_400

export const status: Pick<Handlers, 'GET /api/v1/metrics' | 'GET /api/v1/status/{owner}' | 'POST /api/v1/reminders'> = {
	'GET /api/v1/status/{owner}': (call) => {
		const version = inForce(call)[call.params.owner] ?? null
		const members = version === null ? [] : listed(call.space, version)
		return { version, counts: countsOf(members), members }
	},

	'GET /api/v1/metrics': (call) => {
		const { association, host } = inForce(call)
		return { association: figuresOf(call.space, association), host: figuresOf(call.space, host), answers: answers(call.space).length }
	},

	'POST /api/v1/reminders': (call) => {
		const { space, body, fail } = call
		const version = meant(call, body.version, fail)
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

function countsOf(members: MemberStatus[]): Counts {
	const count = (standing: MemberStatus['standing']) => members.filter((member) => member.standing === standing).length
	return { accepted: count('accepted'), declined: count('declined'), waiting: count('waiting'), overdue: count('overdue') }
}

/** A version in figures; no name is among them. */
function figuresOf(space: Space, version: Version | undefined): Figures | null {
	if (version === undefined) {
		return null
	}
	const { number, publishedAt, mode, deadline } = version
	return { number, publishedAt, mode, deadline, counts: countsOf(listed(space, version)) }
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

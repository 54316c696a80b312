// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Requests for more room: asked, taken back, decided. The quota itself is set by Nextcloud's provisioning API. */

import type { Space } from '@ensemble/space/embedding'
import type { OwnRequest, Request } from '../contract.ts'
import type { Handlers, QuotaSettings, RequestRow } from './store.ts'

import { contract } from '../contract.ts'
import { granted } from '../src/logic/requests.ts'
import { kept } from './counting.ts'
import { tellAdmins, tellDecision, withdrawRequest } from './messages.ts'
import { DAY, requests } from './store.ts'

/** Decided requests are listed for so many days. */
const LISTED = 90

/** An account's newest request. */
export function newestOf(space: Space, account: string): RequestRow | undefined {
	return requests(space).findLast((row) => row.account === account)
}

/** Whether an account may ask for more room now. */
export function mayAsk(space: Space, account: string, settings: Pick<QuotaSettings, 'requests'>): boolean {
	return settings.requests && space.quota(account) !== null && newestOf(space, account)?.state !== 'open'
}

/** A request as who made it sees it. */
export function shown({ id, wanted, sentence, at, state, granted: bytes, word, decidedAt }: RequestRow): OwnRequest {
	return { id, wanted, sentence, at, state, granted: bytes, word, decidedAt }
}

/** How many requests are open. */
export function openRequests(space: Space): number {
	return requests(space).filter(({ state }) => state === 'open').length
}

export const asking: Pick<Handlers, 'DELETE /api/v1/requests/{id}' | 'GET /api/v1/requests' | 'POST /api/v1/requests' | 'POST /api/v1/requests/{id}/decision'> = {
	'POST /api/v1/requests': ({ space, account, body: { wanted, sentence }, settings, fail }) => {
		const quota = space.quota(account.id)
		if (!settings.requests) {
			throw fail('requests_off')
		}
		if (quota === null) {
			throw fail('no_limit')
		}
		if (wanted <= quota) {
			throw fail('not_more', 'wanted')
		}
		if (newestOf(space, account.id)?.state === 'open') {
			throw fail('already_asked')
		}
		// Numbers are not given twice, so the counter outlives requests that went with their account.
		const id = Number(space.appValue(contract.app, 'lastRequest') ?? 0) + 1
		space.setAppValue(contract.app, 'lastRequest', id)
		const row: RequestRow = { id, account: account.id, wanted, sentence, at: space.now(), state: 'open', granted: null, word: '', decidedAt: null, decidedBy: '', quotaAt: quota }
		requests(space).push(row)
		tellAdmins(space, row)
		return shown(row)
	},

	'DELETE /api/v1/requests/{id}': ({ space, account, params: { id }, fail }) => {
		const row = requests(space).find((one) => one.id === id && one.account === account.id)
		if (row === undefined) {
			throw fail('no_request')
		}
		if (row.state !== 'open') {
			throw fail('decided')
		}
		row.state = 'withdrawn'
		withdrawRequest(space, row)
		return shown(row)
	},

	'GET /api/v1/requests': ({ space }) => {
		const since = space.now() - LISTED * DAY
		const open = requests(space).filter(({ state }) => state === 'open')
		const decided = requests(space)
			.filter(({ state, decidedAt }) => state !== 'withdrawn' && decidedAt !== null && decidedAt >= since)
			.sort((a, b) => b.decidedAt! - a.decidedAt! || b.id - a.id)
		return { requests: [...open, ...decided].map((row) => forAdmins(space, row)) }
	},

	'POST /api/v1/requests/{id}/decision': ({ space, account, params: { id }, body: { decision, word }, fail }) => {
		const row = requests(space).find((one) => one.id === id)
		if (row === undefined) {
			throw fail('no_request')
		}
		if (row.state !== 'open') {
			throw fail('decided')
		}
		if (decision === 'approved') {
			const outcome = granted(row.wanted, row.quotaAt, space.quota(row.account))
			if (outcome === null) {
				throw fail('not_granted')
			}
			Object.assign(row, outcome)
		} else {
			row.state = 'declined'
		}
		Object.assign(row, { word, decidedAt: space.now(), decidedBy: account.id })
		withdrawRequest(space, row)
		tellDecision(space, row)
		return forAdmins(space, row)
	},
}

function forAdmins(space: Space, row: RequestRow): Request {
	const { files, quota } = kept(space, row.account)
	return {
		...shown(row),
		account: row.account,
		name: space.account(row.account)?.name ?? row.account,
		files,
		quota,
		decidedBy: space.account(row.decidedBy)?.name ?? row.decidedBy,
	}
}

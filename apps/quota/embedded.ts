// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The storage app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { Space } from '@ensemble/space/embedding'
import type { PendingQuota, QuotaContract } from './contract.ts'
import type { Dismissed, Kept, Notice } from './src/logic/levels.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { contract } from './contract.ts'
import { isPending, levelOf, noticeFor, percent, promised } from './src/logic/levels.ts'

const DAY = 86_400

/** What an account keeps now. */
function kept(space: Space, account: string): Kept {
	const files = space.files(account)
	const below = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`)).reduce((sum, { size }) => sum + size, 0)
	return { files: below('files'), trash: below('files_trashbin'), versions: below('files_versions'), quota: space.quota(account) }
}

/** The same with percent and level, as the contract has it. */
function measured(space: Space, account: string, levels: readonly number[]) {
	const amounts = kept(space, account)
	const used = percent(amounts.files, amounts.quota)
	return { ...amounts, percent: used, level: levelOf(used, levels) }
}

function storedNotice(space: Space, account: string): Notice | null {
	return (space.userValue(account, contract.app, 'notice') ?? null) as Notice | null
}

export default defineEmbedded<QuotaContract>({
	contract,

	handlers: {
		'GET /api/v1/mine': ({ space, account, settings }) => ({
			...measured(space, account.id, settings.levels),
			countedAt: space.now(),
		}),

		'POST /api/v1/dismissals': ({ space, account, body, settings, fail }) => {
			if (storedNotice(space, account.id)?.level !== body.level) {
				throw fail('not_warned', 'level')
			}
			const until = space.now() + settings.repeatDays * DAY
			space.setUserValue(account.id, contract.app, 'dismissed', { level: body.level, until } satisfies Dismissed)
			return { until }
		},

		'GET /api/v1/usage': ({ space, settings }) => {
			const members = space.accounts()
				.map(({ id, name, enabled }) => ({ account: id, name, enabled, ...measured(space, id, settings.levels) }))
				.sort((a, b) => a.account < b.account ? -1 : 1)
			const total = (what: 'files' | 'trash' | 'versions') => members.reduce((sum, member) => sum + member[what], 0)
			return {
				countedAt: space.now(),
				total: { pool: settings.pool, files: total('files'), trash: total('trash'), versions: total('versions'), promised: promised(members) },
				members,
			}
		},
	},

	pending(space, account, { repeatDays, contact }) {
		const notice = storedNotice(space, account.id)
		const dismissed = (space.userValue(account.id, contract.app, 'dismissed') ?? null) as Dismissed | null
		return notice !== null && isPending(notice, dismissed, space.now()) ? { ...notice, repeatDays, contact } satisfies PendingQuota : null
	},

	jobs: {
		CheckStorage(space, { levels }) {
			for (const { id, enabled } of space.accounts()) {
				const notice = enabled ? noticeFor(kept(space, id), levels) : null
				space.setUserValue(id, contract.app, 'notice', notice ?? undefined)
			}
		},
	},
})

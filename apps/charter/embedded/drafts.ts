// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The draft that all admins share. Its revision rises with every save, so that nobody overwrites a colleague unknowingly. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { Space } from '@ensemble/space/embedding'
import type { CharterContract } from '../contract.ts'
import type { Handlers } from './store.ts'

import { contract } from '../contract.ts'

type Draft = Answer<CharterContract, 'GET /api/v1/draft'>['draft']

/** The one row of the table of drafts; thrown away, it stays with its revision. */
interface DraftRow {
	revision: number
	draft: Draft
	savedAt: number | null
	/** Login name; null for nobody. */
	savedBy: string | null
}

function row(space: Space): DraftRow {
	return space.rows<DraftRow>(contract.app, 'drafts')[0] ?? { revision: 0, draft: null, savedAt: null, savedBy: null }
}

export const drafts: Pick<Handlers, 'GET /api/v1/draft' | 'PUT /api/v1/draft'> = {
	'GET /api/v1/draft': ({ space }) => {
		const { revision, draft, savedAt, savedBy } = row(space)
		return { revision, draft, savedAt, savedBy: savedBy === null ? '' : space.account(savedBy)?.name ?? '' }
	},

	'PUT /api/v1/draft': ({ space, account, body: { revision: read, draft }, fail }) => {
		const { revision } = row(space)
		if (read !== revision) {
			throw fail('draft_changed', 'revision')
		}
		const saved: DraftRow = draft === null
			? { revision: revision + 1, draft, savedAt: null, savedBy: null }
			: { revision: revision + 1, draft, savedAt: space.now(), savedBy: account.id }
		space.rows<DraftRow>(contract.app, 'drafts').splice(0, 1, saved)
		return { revision: saved.revision, savedAt: saved.savedAt }
	},
}

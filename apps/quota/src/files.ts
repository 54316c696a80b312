// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on the Files page while storage fills up: keeps the banner's numbers true, and explains an upload that will not fit before it fails. */

import type { PendingQuota } from '../contract.ts'

import { readState } from '@ensemble/shared/state'
import { NEWS } from './banner/told.ts'
import { followFiles } from './files/bus.ts'
import { explain } from './files/explain.ts'
import { recount } from './files/recount.ts'
import { watchUploads } from './files/uploads.ts'

const told = readState<PendingQuota>('ensemble_quota', 'pending')
if (told) {
	const refresh = async (opening = false) => {
		const news = await recount(told)
		if (news) {
			// Whoever has made room since the last check need not hear of it; who makes it here is told that it was enough.
			const detail = opening && news.enough ? { ...news, mine: null } : news
			dispatchEvent(new CustomEvent(NEWS, { detail }))
		}
	}
	refresh(true)
	followFiles(refresh)
	watchUploads(explain)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { CharterContract } from './contract.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { contract } from './contract.ts'
import { answering } from './embedded/answering.ts'
import { drafts } from './embedded/drafts.ts'
import { evidence } from './embedded/evidence.ts'
import { followPolicy } from './embedded/hostCharter.ts'
import { mailWords, notificationWords } from './embedded/messages.ts'
import { pending } from './embedded/pending.ts'
import { publicPage } from './embedded/publicPage.ts'
import { publishing } from './embedded/publishing.ts'
import { status } from './embedded/status.ts'
import { answers, brought, people } from './embedded/store.ts'
import { upgrade } from './embedded/upgrade.ts'

export default defineEmbedded<CharterContract>({
	contract,
	handlers: { ...answering, ...drafts, ...evidence, ...publishing, ...status },
	pending,
	notification: notificationWords,
	mail: mailWords,
	publicPage,
	upgrade,
	jobs: {
		FollowPolicy: (space, settings, host) => followPolicy({ space, settings, host }),
	},

	accountDeleted(space, account) {
		const rows = people(space)
		const index = rows.findIndex((row) => row.account === account.id)
		const [row] = index === -1 ? [] : rows.splice(index, 1)
		// What somebody wrote goes with their account; the answer stays, without a name.
		for (const answer of answers(space).filter(({ person }) => person === row?.person)) {
			answer.reason = ''
		}
		brought(space).splice(0, Infinity, ...brought(space).filter((one) => one.account !== account.id))
	},
})

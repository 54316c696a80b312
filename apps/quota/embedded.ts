// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The storage app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { QuotaContract } from './contract.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { contract } from './contract.ts'
import { checkStorage } from './embedded/check.ts'
import { choices } from './embedded/choices.ts'
import { sendDigest } from './embedded/digest.ts'
import { keepHistory } from './embedded/history.ts'
import { mine } from './embedded/mine.ts'
import { pending } from './embedded/pending.ts'
import { asking } from './embedded/requests.ts'
import { forget } from './embedded/store.ts'
import { upgrade } from './embedded/upgrade.ts'
import { usage } from './embedded/usage.ts'
import { mailWords, notificationWords } from './embedded/words.ts'

export default defineEmbedded<QuotaContract>({
	contract,
	handlers: { ...mine, ...choices, ...asking, ...usage },
	pending,
	notification: notificationWords,
	mail: mailWords,
	upgrade,
	accountDeleted: (space, account) => forget(space, account.id),

	jobs: {
		CheckStorage(space, settings) {
			checkStorage(space, settings)
			keepHistory(space, settings)
			sendDigest(space, settings)
		},
	},
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on a member's page while the charter waits for their answer. The dialog comes once it is its turn. */

import type { PendingCharter } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { ranks } from '@ensemble/shared/attention/ranks'
import { readState } from '@ensemble/shared/state'

const pending = readState<PendingCharter>('ensemble_charter', 'pending')
// On the page of the charter one can answer right there.
if (pending && !document.getElementById('ensemble_charter-page')) {
	requestAttention({
		id: 'charter',
		rank: ranks.charter,
		async show(done) {
			const { openAsk } = await import('./openAsk.ts')
			openAsk(pending, done)
		},
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on a member's page at a first login. The dialog comes once it is its turn. */

import type { PendingWelcome } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { ranks } from '@ensemble/shared/attention/ranks'
import { readState } from '@ensemble/shared/state'

const pending = readState<PendingWelcome>('ensemble_onboarding', 'pending')
if (pending) {
	requestAttention({
		id: 'welcome',
		rank: ranks.welcome,
		async show(done) {
			const { openWelcome } = await import('./openWelcome.ts')
			openWelcome(pending, done)
		},
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on a member's page while their storage fills up. All of it is small, so it comes in one piece, without a framework. */

import type { PendingQuota } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { ranks } from '@ensemble/shared/attention/ranks'
import { readState } from '@ensemble/shared/state'
import { showBanner } from './banner/show.ts'

const pending = readState<PendingQuota>('ensemble_quota', 'pending')
if (pending) {
	requestAttention({ id: 'quota', rank: ranks.quota, show: (done) => showBanner(pending, done) })
}

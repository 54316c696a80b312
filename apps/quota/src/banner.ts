// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on a member's page while their storage fills up. All of it is small, so it comes in one piece, without a framework. */

import type { News, Told } from './banner/told.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { ranks } from '@ensemble/shared/attention/ranks'
import { readState } from '@ensemble/shared/state'
import { showBanner } from './banner/show.ts'
import { NEWS } from './banner/told.ts'

const told = readState<Told>('ensemble_quota', 'pending')
// "My storage" says all of this itself.
if (told && !document.getElementById('ensemble_quota-page')) {
	let write: (() => void) | undefined
	// From the start: numbers may change before the banner has its turn.
	addEventListener(NEWS, (event) => {
		Object.assign(told, (event as CustomEvent<News>).detail)
		write?.()
	})
	requestAttention({
		id: 'quota',
		rank: ranks.quota,
		show(done) {
			write = showBanner(told, done)
		},
	})
}

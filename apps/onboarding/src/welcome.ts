// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry on a member's page where something is to be said: the welcome, what changed, or what an app is for. One of them a page. */

import type { Pending } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { ranks } from '@ensemble/shared/attention/ranks'
import { readState } from '@ensemble/shared/state'

const { welcome, news, hint } = readState<Pending>('ensemble_onboarding', 'pending') ?? {}

/** Asks for a line, which is no dialog. Where the notice about the storage stands, it waits for another page. */
function requestLine(id: 'hint' | 'news', show: (done: () => void) => Promise<void>): void {
	requestAttention({
		id,
		rank: ranks[id],
		show: (done) => document.getElementById('ensemble-quota') ? done() : show(done),
	})
}

if (welcome) {
	requestAttention({
		id: 'welcome',
		rank: ranks.welcome,
		async show(done) {
			const { openWelcome } = await import('./openWelcome.ts')
			openWelcome(welcome, done)
		},
	})
} else if (news) {
	requestLine('news', async (done) => {
		const { showNews } = await import('./news/showNews.ts')
		showNews(news, done)
	})
} else if (hint) {
	requestLine('hint', async (done) => {
		const { showHint } = await import('./hint/showHint.ts')
		showHint(hint, done)
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the ask on the page and takes it away again. */

import type { PendingCharter } from '../contract.ts'

import { createApp } from 'vue'
import AskDialog from './components/AskDialog/AskDialog.vue'

/**
 * Opens the ask.
 *
 * @param pending what the page carries
 * @param done called once it is closed, whatever was answered
 */
export function openAsk(pending: PendingCharter, done: () => void): void {
	const host = document.createElement('div')
	document.body.append(host)
	const app = createApp(AskDialog, {
		pending,
		onClosed() {
			app.unmount()
			host.remove()
			done()
		},
	})
	app.mount(host)
}

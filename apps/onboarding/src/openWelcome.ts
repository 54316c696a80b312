// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the dialog of welcome on the page and takes it away again. */

import type { PendingWelcome } from '../contract.ts'

import { createApp } from 'vue'
import WelcomeDialog from './components/WelcomeDialog/WelcomeDialog.vue'

/**
 * Opens the dialog.
 *
 * @param pending what the page carries
 * @param done called once the dialog is gone
 */
export function openWelcome(pending: PendingWelcome, done: () => void): void {
	const place = document.createElement('div')
	document.body.append(place)
	const app = createApp(WelcomeDialog, {
		pending,
		onClosed() {
			app.unmount()
			place.remove()
			done()
		},
	})
	app.mount(place)
}

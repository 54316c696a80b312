// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The list of notifications: takes one away. */

import { call, reload, say, sayKept, text } from './call.ts'

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-dismiss]')) {
	button.addEventListener('click', async () => {
		const answer = await call('DELETE', `/ocs/v2.php/apps/notifications/api/v2/notifications/${button.dataset.dismiss}`, undefined, { 'OCS-APIRequest': 'true' }).catch(() => null)
		if (answer?.ok) {
			reload(text('dismissed'))
		} else {
			say(text('failed'))
		}
	})
}

sayKept()

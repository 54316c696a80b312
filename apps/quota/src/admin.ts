// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of Administration → Association → Storage; the screen itself comes when its tab is opened. */

import { registerPart } from '@ensemble/shared/association/parts'
import texts from 'virtual:ensemble/admin-texts'
import { t } from './l10n.ts'

registerPart({
	part: 'storage',
	app: 'ensemble_quota',
	t,
	texts,
	async mount(element) {
		const view = import('./views/AdminView.vue')
		// Taken apart right here: a bundler leaves out of Vue what nobody uses, which it cannot within Promise.all.
		const { createApp } = await import('vue')
		const app = createApp((await view).default)
		// Other apps of the pack are on the same page, and ids are unique in a page.
		app.config.idPrefix = 'storage'
		app.mount(element)
	},
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of Administration → Association → Charter; the screen itself comes when its tab is opened. */

import { registerPart } from '@ensemble/shared/association/parts'
import texts from 'virtual:ensemble/admin-texts'
import { t } from './l10n.ts'

registerPart({
	part: 'charter',
	app: 'ensemble_charter',
	t,
	texts,
	async mount(element) {
		const { openAdmin } = await import('./openAdmin.ts')
		openAdmin(element)
	},
})

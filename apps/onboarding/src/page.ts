// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of the page of the first steps, /apps/ensemble_onboarding/. The rest is imported, so that its styles come along by themselves. */

import { registerLate } from '@ensemble/shared/l10n/late'
import texts from 'virtual:ensemble/page-texts'

const place = document.getElementById('ensemble_onboarding-page')
if (place) {
	await registerLate('ensemble_onboarding', texts)
	const { openPage } = await import('./openPage.ts')
	openPage(place)
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of the page of the first steps, /apps/ensemble_onboarding/. */

import { registerLate } from '@ensemble/shared/l10n/late'
import texts from 'virtual:ensemble/page-texts'
import { createApp } from 'vue'

await registerLate('ensemble_onboarding', texts)
// An import of its own brings its styles along; those of an entry nobody would load.
const { default: PageView } = await import('./views/PageView.vue')
createApp(PageView).mount('#ensemble_onboarding-page')

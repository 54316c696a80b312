// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of the page of the first steps, /apps/ensemble_onboarding/. */

import { createApp } from 'vue'

// An import of its own brings its styles along; those of an entry nobody would load.
const { default: PageView } = await import('./views/PageView.vue')
createApp(PageView).mount('#ensemble_onboarding-page')

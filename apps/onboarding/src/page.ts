// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of the page of the first steps, /apps/ensemble_onboarding/. The rest is imported, so that its styles come along by themselves. */

const place = document.getElementById('ensemble_onboarding-page')
if (place) {
	const { openPage } = await import('./pageOpen.ts')
	openPage(place)
}

export {}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Entry of the page "My storage", /apps/ensemble_quota/. The rest is imported, so that its styles come along by themselves. */

const place = document.getElementById('ensemble_quota-page')
if (place) {
	const { openPage } = await import('./openPage.ts')
	openPage(place)
}

export {}

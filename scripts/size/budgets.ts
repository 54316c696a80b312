// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a page may load in each situation of the story: gzip bytes of JS and CSS, from the design's table. */

const kB = 1000

/** A situation and its budget. */
export interface Situation {
	what: string
	/** Folder name of the app. */
	app: string
	/** Entry the server puts on the page. */
	entry: string
	/** Modules (path ends) that are loaded before the first paint although they are imported dynamically. */
	firstPaint: string[]
	/** Gzip bytes of JS and CSS. */
	budget: number
}

export const situations: Situation[] = [
	{ what: 'the charter is asked', app: 'charter', entry: 'ask', firstPaint: ['AskDialog.vue'], budget: 120 * kB },
	{ what: 'a newcomer is welcomed', app: 'onboarding', entry: 'welcome', firstPaint: ['WelcomeDialog.vue'], budget: 120 * kB },
	{ what: 'storage runs out', app: 'quota', entry: 'banner', firstPaint: [], budget: 4 * kB },
	{ what: 'Association → Charter', app: 'charter', entry: 'admin', firstPaint: ['AdminView.vue'], budget: 200 * kB },
	{ what: 'Association → Storage', app: 'quota', entry: 'admin', firstPaint: ['AdminView.vue'], budget: 200 * kB },
	{ what: 'Association → First steps', app: 'onboarding', entry: 'admin', firstPaint: ['AdminView.vue'], budget: 200 * kB },
]

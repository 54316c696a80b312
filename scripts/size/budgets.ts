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
	/** How many import()s deep the situation goes: 1 is what the entry itself asks for, Infinity all it could ever load. */
	hops: number
	/** Sources that the entry asks for later, weighed alone: without what came with the entry, whatever the hops. Left out = entry and hops. */
	only?: string[]
	/** Gzip bytes of JS and CSS. */
	budget: number
}

export const situations: Situation[] = [
	{ what: 'the charter is asked', app: 'charter', entry: 'ask', hops: 1, budget: 120 * kB },
	{ what: 'a newcomer is welcomed', app: 'onboarding', entry: 'welcome', hops: 1, budget: 120 * kB },
	{ what: 'line about an app, news, alone', app: 'onboarding', entry: 'welcome', hops: 0, only: ['src/hint/showHint.ts', 'src/news/showNews.ts'], budget: 4 * kB },
	{ what: 'storage runs out', app: 'quota', entry: 'banner', hops: 0, budget: 4 * kB },
	{ what: 'storage runs out, in Files', app: 'quota', entry: 'files', hops: 0, budget: 3 * kB },
	{ what: 'First steps', app: 'onboarding', entry: 'page', hops: Infinity, budget: 100 * kB },
	{ what: 'My storage', app: 'quota', entry: 'page', hops: Infinity, budget: 100 * kB },
	{ what: 'Association → Charter', app: 'charter', entry: 'admin', hops: Infinity, budget: 200 * kB },
	{ what: 'Association → Storage', app: 'quota', entry: 'admin', hops: Infinity, budget: 200 * kB },
	{ what: 'Association → First steps', app: 'onboarding', entry: 'admin', hops: Infinity, budget: 200 * kB },
]

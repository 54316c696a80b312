// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads a page as a browser gets it: what of it is ours. */

/** What a test looks for in a page. */
export interface Page {
	html: string
	/** Every script, style, initial state or element of ours; empty = this page carries nothing of us. */
	ours: string[]
	/** The initial state `pending` of an app; null where there is none. */
	pending(app: string): unknown
	/** Whether the page loads an app's entry. */
	loads(app: string, entry: string): boolean
}

/**
 * Reads a page.
 *
 * @param html the page's source
 */
export function readPage(html: string): Page {
	return {
		html,
		// Links are not ours to count: the user menu may name our pages to everybody.
		ours: html.match(/<(?:script|link|style|input|div|template)\b[^>]*(?:ensemble_(?:charter|onboarding|quota)|ensemble-part)[^>]*>/g) ?? [],
		pending: (app) => {
			const value = new RegExp(`<input[^>]*id="initial-state-${app}-pending"[^>]*value="([^"]*)"`).exec(html)?.[1]
			return value === undefined ? null : JSON.parse(Buffer.from(value, 'base64').toString('utf8')) as unknown
		},
		loads: (app, entry) => new RegExp(`<script[^>]*src="[^"]*/${app}/js/${app}-${entry}\\.m?js[^"]*"`).test(html),
	}
}

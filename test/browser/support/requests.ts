// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a page asks the network for. */

import type { Page, Request } from '@playwright/test'

/** What is ours: files and endpoints of an app of the pack. (Nextcloud's own page of the association is its own.) */
const OURS = /ensemble_/

/**
 * Notes the requests of a page from now on.
 *
 * @param page the page
 * @return all requests to our apps so far, a list that grows
 */
export function watchOurs(page: Page): Request[] {
	const seen: Request[] = []
	page.on('request', (request) => {
		if (OURS.test(new URL(request.url()).pathname)) {
			seen.push(request)
		}
	})
	return seen
}

/**
 * The addresses of requests, without the host.
 *
 * @param requests the requests
 */
export function paths(requests: Request[]): string[] {
	return requests.map((request) => {
		const { pathname, search } = new URL(request.url())
		return pathname + search
	})
}

/**
 * Waits until the page has had every occasion to open something: the queue gives all apps a second.
 *
 * @param page the page
 */
export async function settle(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle')
	await page.waitForTimeout(2000)
}

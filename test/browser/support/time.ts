// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A page as it will be in a few days. No server is made to wait: what it says of time is told anew, and the browser's clock is ahead. */

import type { PendingCharter } from '@ensemble/charter/contract'
import type { Look } from '../fixtures.ts'

const DAY = 86_400

/**
 * How a page looks once the time for an answer is over.
 *
 * @param days from now, later than the deadline
 * @param path of the page
 */
export function afterTheDeadline(days: number, path: string): Look {
	return {
		init: `{ const now = Date.now; Date.now = () => now() + ${days * DAY * 1000} }`,
		before: (page) => page.route((url) => url.pathname === path, async (route) => {
			const response = await route.fetch()
			const html = (await response.text()).replace(/<input[^>]*id="initial-state-ensemble_charter-pending"[^>]*>/, (input) => input.replace(/value="([^"]*)"/, (_, value: string) => {
				const pending = JSON.parse(Buffer.from(value, 'base64').toString('utf8')) as PendingCharter
				return `value="${Buffer.from(JSON.stringify({ ...pending, canWait: false })).toString('base64')}"`
			}))
			await route.fulfill({ response, body: html })
		}),
	}
}

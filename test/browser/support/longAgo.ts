// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Somebody who gave their password too long ago for what Nextcloud wants it once more for. */

import type { Page } from '@playwright/test'
import type { Person } from '../../contract/support/space.ts'

import { embedded, expect } from '../fixtures.ts'

/**
 * Logs a person in anew, as on the day after: a real Nextcloud knows them by its remember-me cookie, the embedded space
 * by its switch of persons. Neither has asked for the password. Load the page again afterwards.
 *
 * @param page whose browser
 * @param person who
 */
export async function confirmedLongAgo(page: Page, { id, password }: Person): Promise<void> {
	const context = page.context()
	const origin = new URL(page.url()).origin
	await context.clearCookies()
	if (embedded) {
		const answer = await context.request.post(`${origin}/__space/switch`, { form: { account: id }, headers: { origin } })
		expect(answer.ok()).toBe(true)
		return
	}
	const { token } = await (await context.request.get(`${origin}/csrftoken`)).json() as { token: string }
	const answer = await context.request.post(`${origin}/login`, {
		form: { user: id, password, requesttoken: token, rememberme: '1', timezone: 'Europe/Paris', timezone_offset: '1' },
		headers: { origin },
		maxRedirects: 0,
	})
	expect(answer.status()).toBe(303)
	// What is left when the browser was closed: the session is over, the remembering is not.
	const session = (await context.cookies()).filter(({ name, expires }) => expires === -1 && name !== 'oc_sessionPassphrase')
	expect(session.length).toBeGreaterThan(0)
	for (const { name } of session) {
		await context.clearCookies({ name })
	}
}

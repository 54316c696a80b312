// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nothing to say, nothing sent. And where apps have no business to be, nothing in any case. */

import type { Request } from '@playwright/test'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { readPage } from '../contract/support/page.ts'
import { ASSOCIATION, DASHBOARD, embedded, expect, FILES, PERSONAL, test } from './fixtures.ts'
import { answerCharter, everythingPending, settled } from './support/people.ts'
import { paths, settle, watchOurs } from './support/requests.ts'

/** Ids and classes of ours in the page as it stands. */
const ourElements = '[...document.querySelectorAll(\'*\')].flatMap(({ id, className }) => [id, String(className)]).filter((name) => /ensemble/i.test(name) && !/^app-/.test(name))'

test('a member with nothing pending: no request, script, style or initial state of ours', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)
	// The dashboard's own part for the list is Nextcloud's, and is gone once the list is.
	await space.answer(onboarding, 'PUT /api/v1/closed', { as: member, body: { closed: true } })
	await Promise.all([DASHBOARD, FILES, PERSONAL].map(async (path) => {
		let requests: Request[] = []
		const page = await visit(member, path, {
			before: (opened) => {
				requests = watchOurs(opened)
			},
		})
		await settle(page)
		expect(paths(requests), path).toEqual([])
		expect(await page.evaluate(ourElements), path).toEqual([])
		const html = await (await page.request.get(path)).text()
		expect(html, path).toContain('initial-state')
		expect(readPage(html).ours, path).toEqual([])
		expect(html, path).not.toMatch(/(?:src|href)="[^"]*ensemble_\w+\/(?:js|css|l10n)\//)
	}))
})

test('the same pages do carry us when something is pending', async ({ space, visit }) => {
	const person = await everythingPending(space)
	let requests: Request[] = []
	const page = await visit(person, FILES, {
		before: (opened) => {
			requests = watchOurs(opened)
		},
	})
	await settle(page)
	for (const entry of ['ensemble_charter-ask', 'ensemble_onboarding-welcome', 'ensemble_quota-banner', 'ensemble_quota-files']) {
		expect(paths(requests).filter((path) => path.includes(`/js/${entry}.mjs`)), entry).toHaveLength(1)
	}
	expect(await page.evaluate(ourElements)).not.toEqual([])
	// A script and a state of each app, and what storage has to do in Files alone.
	expect(readPage(await (await page.request.get(FILES)).text()).ours.length).toBeGreaterThanOrEqual(7)
})

test('pages that are not a member\'s own carry nothing of us, whatever is pending', async ({ space, visit }) => {
	const person = await everythingPending(space)
	const elsewhere: [typeof person | null, string][] = [
		[person, '/index.php/apps/there_is_no_such_app/'],
		[person, ASSOCIATION],
		[person, '/index.php/s/there-is-no-such-share'],
		[null, '/index.php/login'],
		[null, '/index.php/s/there-is-no-such-share'],
		// A Nextcloud asks for no second factor that nobody has set up; its page is looked at in test/nextcloud.
		...embedded ? ['/index.php/login/challenge/totp', '/__space/about'].map((path): [typeof person, string] => [person, path]) : [],
	]
	await Promise.all(elsewhere.map(async ([who, path]) => {
		let requests: Request[] = []
		const page = await visit(who, path, {
			before: (opened) => {
				requests = watchOurs(opened)
			},
		})
		await settle(page)
		expect(paths(requests), path).toEqual([])
		expect(await page.evaluate(ourElements), path).toEqual([])
	}))
})

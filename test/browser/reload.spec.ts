// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every module is loaded once, and a new version of an app is never mixed with an old one. */

import type { Request } from '@playwright/test'

import { ASSOCIATION, CHARTER, DASHBOARD, expect, FIRST_STEPS, MY_STORAGE, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { AssociationPage } from './sections/associationPage.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { openings, watchOpenings } from './support/openings.ts'
import { everythingPending, settled } from './support/people.ts'
import { paths, settle, watchOurs } from './support/requests.ts'

/** Scripts and styles among requests, without the query: `x.mjs?v=1` and `x.mjs` would be the same module twice. */
function files(requests: Request[]): string[] {
	return paths(requests).filter((path) => /\/(?:js|css|l10n)\//.test(path)).map((path) => path.split('?')[0]!)
}

function twice(list: string[]): string[] {
	return list.filter((one, index) => list.indexOf(one) !== index)
}

test('with everything pending, each file is asked for once and each thing opens once', async ({ space, visit }) => {
	let requests: Request[] = []
	const page = await visit(await everythingPending(space), DASHBOARD, {
		init: watchOpenings,
		before: (opened) => {
			requests = watchOurs(opened)
		},
	})
	const ask = new AskDialog(page)
	await ask.button('Read the whole text').click()
	await ask.heading('Our charter').waitFor()
	await expect(page.getByRole('dialog')).toHaveCount(1)
	await ask.button('Accept').click()
	await ask.button('Close').click()
	const welcome = new WelcomeDialog(page)
	await welcome.language.waitFor()
	await expect(page.getByRole('dialog')).toHaveCount(1)
	await welcome.button('Not now').click()
	await expect(new QuotaBanner(page).root).toHaveCount(1)
	await new QuotaBanner(page).close.click()
	await settle(page)
	expect(await openings(page)).toEqual({ most: 1, log: ['charter', 'welcome', 'banner'] })
	const asked = files(requests)
	expect(asked.length).toBeGreaterThan(5)
	expect(twice(asked)).toEqual([])
})

test('on the pages of the pack, each file is asked for once', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	for (const path of [ASSOCIATION, CHARTER, MY_STORAGE, FIRST_STEPS]) {
		let requests: Request[] = []
		const page = await visit(admin, path, {
			before: (opened) => {
				requests = watchOurs(opened)
			},
		})
		if (path === ASSOCIATION) {
			for (const name of ['First steps', 'Charter', 'Storage', 'First steps'] as const) {
				await new AssociationPage(page).open(name)
			}
		}
		await settle(page)
		const asked = files(requests)
		expect(asked.length, path).toBeGreaterThan(2)
		expect(twice(asked), path).toEqual([])
	}
})

test('addresses change with their content: entries by version, chunks by name', async ({ space, visit }) => {
	let requests: Request[] = []
	const page = await visit(await everythingPending(space), DASHBOARD, {
		before: (opened) => {
			requests = watchOurs(opened)
		},
	})
	await new AskDialog(page).root.waitFor()
	const scripts = paths(requests).filter((path) => path.includes('.mjs'))
	const entries = scripts.filter((path) => /\/ensemble_\w+-\w+\.mjs/.test(path))
	expect(entries).toHaveLength(3)
	for (const entry of entries) {
		expect(entry).toMatch(/\.mjs\?v=[\w.-]+$/)
	}
	const chunks = scripts.filter((path) => !entries.includes(path))
	expect(chunks.length).toBeGreaterThan(0)
	for (const chunk of chunks) {
		expect(chunk).toMatch(/-[\w-]{8}\.chunk\.mjs$/)
	}
})

test('going back and reloading ask once again, not twice', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, { init: watchOpenings })
	const ask = new AskDialog(page)
	await ask.root.waitFor()
	await page.reload()
	await ask.root.waitFor()
	await page.goto(FIRST_STEPS)
	await ask.root.waitFor()
	await page.goBack()
	await ask.root.waitFor()
	await settle(page)
	expect((await openings(page)).most).toBe(1)
	await expect(page.getByRole('dialog')).toHaveCount(1)
})

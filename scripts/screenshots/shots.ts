// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The pictures of the charter and of the storage. */

import type { Page } from 'playwright'
import type { Shot } from './shot.ts'

import { ASSOCIATION } from './shot.ts'

const MY_STORAGE = '/apps/ensemble_quota/'

/** Charter and storage. */
export const shots: readonly Shot[] = [
	{ name: 'charter-ask', person: 'ruth', path: '/apps/dashboard/', ready: (page) => page.getByRole('dialog').getByRole('button', { name: 'Accept' }).waitFor() },
	{ name: 'charter-page', person: 'yves', path: '/apps/ensemble_charter/', ready: (page) => page.getByRole('button', { name: 'Decline from now on' }).first().waitFor() },
	{ name: 'charter-compare', person: 'yves', path: '/apps/ensemble_charter/#compare/1/3', ready: (page) => page.getByText(/passages? ha(?:s|ve) changed/).first().waitFor() },
	{ name: 'charter-admin', person: 'maelle', path: `${ASSOCIATION}#charter`, ready: (page) => page.getByRole('rowheader', { name: 'Armelle Quintard' }).waitFor() },
	{ name: 'charter-draft', person: 'maelle', path: `${ASSOCIATION}#charter`, ready: articles },
	{ name: 'charter-publish', person: 'maelle', path: `${ASSOCIATION}#charter`, ready: publication },
	{ name: 'charter-public', path: '/apps/ensemble_charter/public?lang=en', ready: publicPage },
	{ name: 'quota-banner', person: 'fatou', path: '/apps/files/', ready: (page) => page.getByRole('region', { name: 'Your storage' }).getByRole('heading').waitFor() },
	{ name: 'my-storage', person: 'fatou', path: MY_STORAGE, height: 1210, ready: (page) => page.getByRole('img', { name: /^What your files took/ }).waitFor() },
	{ name: 'my-storage-room', person: 'fatou', path: `${MY_STORAGE}#room`, height: 1560, ready: (page) => page.getByRole('heading', { name: 'Old versions' }).waitFor() },
	{ name: 'storage-overview', person: 'maelle', path: `${ASSOCIATION}#storage/overview`, height: 1480, ready: (page) => page.getByText(/At this pace it will be full around/).waitFor() },
	{ name: 'storage-members', person: 'maelle', path: `${ASSOCIATION}#storage/members`, ready: (page) => page.getByRole('rowheader', { name: 'Fatou Delmas' }).waitFor() },
	{ name: 'storage-requests', person: 'maelle', path: `${ASSOCIATION}#storage/requests`, ready: (page) => page.locator('#ensemble-part-storage').getByRole('article').first().waitFor() },
	{ name: 'storage-settings', person: 'maelle', path: `${ASSOCIATION}#storage/settings`, height: 1000, ready: levels },
]

/** A draft made of ready articles. */
async function articles(page: Page): Promise<void> {
	await page.getByRole('tab', { name: 'Draft' }).click()
	await page.getByRole('button', { name: 'Begin with ready articles' }).click()
	for (const title of ['Not for profit', 'Free software', 'Mutual help']) {
		await page.getByRole('checkbox', { name: title }).check({ force: true })
	}
	await page.getByRole('button', { name: /^Add \d articles?$/ }).click()
	await page.getByRole('textbox', { name: 'Title' }).fill('Our charter')
	await page.getByText(/^Saved on/).waitFor()
	await page.getByRole('tab', { name: 'Draft' }).scrollIntoViewIfNeeded()
}

/** The same draft, one step further. */
async function publication(page: Page): Promise<void> {
	await page.getByRole('tab', { name: 'Draft' }).click()
	await page.getByRole('button', { name: 'Go on to publishing' }).click()
	await page.getByRole('group', { name: 'What is new in it?' }).waitFor()
}

/** The page that needs no account, once its text is laid out. */
async function publicPage(page: Page): Promise<void> {
	await page.getByRole('heading', { level: 2 }).first().waitFor()
}

/** The levels of storage, which stand a little further down. */
async function levels(page: Page): Promise<void> {
	const table = page.getByRole('table', { name: 'When members are told about their own storage' })
	await table.waitFor()
	await table.evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

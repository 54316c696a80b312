// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run screenshots`: makes the pictures of docs/images/ from the embedded space with its demo association. Build first.
 * Names after `--` make these only; ENSEMBLE_APPS_DIR takes other built apps than build/apps.
 */

import type { Browser, Page } from 'playwright'

import { startSpace } from '@ensemble/space/server'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { root } from './apps.ts'
import { findOrInstallChromium } from './test/chromium.ts'

/** The day the pictures are taken on: the same picture from the same sources. */
const TODAY = Date.UTC(2026, 10, 22, 9, 30)

/** One picture. */
interface Shot {
	/** Name of the file, without .png. */
	name: string
	/** Login name of the person of the demo association who looks; nobody = without an account. */
	person?: string
	path: string
	/** Of the window, in pixels. */
	height?: number
	/** Waits until there is what should be seen. */
	ready: (page: Page) => Promise<unknown>
}

const ASSOCIATION = '/settings/admin/ensemble'
const MY_STORAGE = '/apps/ensemble_quota/'

const shots: Shot[] = [
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
	{ name: 'welcome', person: 'jules', path: '/apps/dashboard/', ready: welcomed },
	{ name: 'first-steps', person: 'yves', path: '/apps/ensemble_onboarding/', ready: (page) => page.getByText(/^\d of \d done$/).waitFor() },
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

/** The charter comes first, and has a picture of its own. */
async function welcomed(page: Page): Promise<void> {
	await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click()
	await page.getByRole('dialog', { name: /^Welcome/ }).getByRole('listitem').first().waitFor()
}

async function shoot(browser: Browser, url: string, folder: string, { name, person, path, height = 800, ready }: Shot): Promise<void> {
	const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height }, colorScheme: 'light', reducedMotion: 'reduce' })
	const page = await context.newPage()
	if (person !== undefined) {
		await page.request.post('/__space/switch', { form: { account: person } })
	}
	await page.goto(path)
	await ready(page)
	await page.waitForLoadState('networkidle')
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
	await context.close()
	console.log(`docs/images/${name}.png`)
}

const wanted = process.argv.slice(2)
const folder = join(root, 'docs/images')
mkdirSync(folder, { recursive: true })
const space = await startSpace({ port: 0, seed: 'demo', buildDir: process.env.ENSEMBLE_APPS_DIR || undefined, now: () => TODAY / 1000 })
for (const account of space.space.accounts()) {
	account.language = 'en'
}
space.space.setAppValue('ensemble_charter', 'settings', { publicPage: true })
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
	for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
		await shoot(browser, space.url, folder, shot)
	}
} finally {
	await browser.close()
	await space.close()
}

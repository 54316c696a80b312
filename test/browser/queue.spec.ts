// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One interruption at a time, and only at a good moment. */

import { DASHBOARD, expect, FILES, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { Line } from './sections/line.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { openings, watchOpenings } from './support/openings.ts'
import { everythingPending, fromBefore, newlyHere, settled, warned } from './support/people.ts'
import { settle } from './support/requests.ts'

/** Longer than the queue waits before it opens anything, milliseconds. */
const LONG = 3000

test('charter, then welcome, then the notice, never two at once', async ({ space, visit }) => {
	const page = await visit(await everythingPending(space), DASHBOARD, { init: watchOpenings })
	const ask = new AskDialog(page)
	const welcome = new WelcomeDialog(page)
	const banner = new QuotaBanner(page)

	await expect(ask.root).toBeVisible()
	await page.waitForTimeout(LONG)
	await expect(welcome.root).toHaveCount(0)
	await expect(banner.root).toHaveCount(0)
	await ask.button('Accept').click()
	// The thanks are still open.
	await page.waitForTimeout(LONG)
	await expect(welcome.root).toHaveCount(0)
	await ask.button('Close').click()

	await expect(welcome.root).toBeVisible()
	await page.waitForTimeout(LONG)
	await expect(banner.root).toHaveCount(0)
	await welcome.button('Not now').click()

	await expect(banner.root).toBeVisible()
	await banner.close.click()
	await expect(banner.root).toHaveCount(0)
	expect(await openings(page)).toEqual({ most: 1, log: ['charter', 'welcome', 'banner'] })
})

test('charter, then the notice, then the news, each alone; what an app is for on another page', async ({ space, visit }) => {
	const member = await fromBefore(space)
	await warned(space, member, 92)
	await space.publish()
	const page = await visit(member, FILES, { init: watchOpenings })
	const ask = new AskDialog(page)
	const banner = new QuotaBanner(page)
	await ask.button('Accept').click()
	await ask.button('Close').click()
	await expect(banner.root).toBeVisible()
	await page.waitForTimeout(LONG)
	await expect(new Line(page, 'news').any).toHaveCount(0)
	await banner.close.click()
	await expect(new Line(page, 'news').root).toBeVisible()
	const read = page.waitForResponse(/\/api\/v1\/news$/)
	await new Line(page, 'news').button('Close').click()
	await read
	await page.waitForTimeout(LONG)
	expect(await openings(page)).toEqual({ most: 1, log: ['charter', 'banner', 'line'] })
	await expect(new Line(page, 'hint').any).toHaveCount(0)
	await page.reload()
	await expect(new Line(page, 'hint').root).toBeVisible()
	expect(await openings(page)).toEqual({ most: 1, log: ['line'] })
})

test('a line does not come where the storage notice stays, and not over a dialog', async ({ space, visit }) => {
	const member = await newlyHere(space)
	await warned(space, member, 92)
	const page = await visit(member, FILES, { init: watchOpenings })
	await expect(new QuotaBanner(page).root).toBeVisible()
	await settle(page)
	await expect(new Line(page, 'hint').any).toHaveCount(0)
	expect(await openings(page)).toEqual({ most: 1, log: ['banner'] })

	const other = await visit(await newlyHere(space), FILES, {
		init: `${watchOpenings};addEventListener('DOMContentLoaded', () => {
			document.body.insertAdjacentHTML('beforeend', '<div id="foreign" role="dialog" aria-modal="true" aria-label="Share" style="position:fixed;inset:40%">Share with …</div>')
		})`,
	})
	await other.waitForTimeout(LONG)
	await expect(new Line(other, 'hint').any).toHaveCount(0)
	await other.evaluate(() => document.getElementById('foreign')!.remove())
	await expect(new Line(other, 'hint').root).toBeVisible()
	expect(await openings(other)).toEqual({ most: 1, log: ['foreign', 'line'] })
})

test('nothing opens over somebody else\'s dialog', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, {
		init: `${watchOpenings};addEventListener('DOMContentLoaded', () => {
			document.body.insertAdjacentHTML('beforeend', '<div id="foreign" role="dialog" aria-modal="true" aria-label="Share" style="position:fixed;inset:40%">Share with …</div>')
		})`,
	})
	const ask = new AskDialog(page)
	await page.waitForTimeout(LONG)
	await expect(ask.root).toHaveCount(0)
	await page.evaluate(() => document.getElementById('foreign')!.remove())
	await expect(ask.root).toBeVisible()
	expect(await openings(page)).toEqual({ most: 1, log: ['foreign', 'charter'] })
})

test('nothing opens while the person is typing', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, {
		init: `addEventListener('DOMContentLoaded', () => {
			document.body.insertAdjacentHTML('beforeend', '<textarea id="letter" aria-label="Letter" style="position:fixed;inset:40%;z-index:9999"></textarea>')
			document.getElementById('letter').focus()
		})`,
	})
	const ask = new AskDialog(page)
	await page.locator('#letter').pressSequentially('Dear all, here is how we go on.', { delay: 150 })
	await expect(ask.root).toHaveCount(0)
	await expect(page.locator('#letter')).toHaveValue('Dear all, here is how we go on.')
	await expect(ask.root).toBeVisible()
})

test('nothing opens on a page that nobody looks at', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, {
		init: `let away = true
			Object.defineProperty(document, 'hidden', { get: () => away })
			addEventListener('ensemble-test-return', () => { away = false })`,
	})
	const ask = new AskDialog(page)
	await page.waitForTimeout(LONG)
	await expect(ask.root).toHaveCount(0)
	await page.evaluate(() => dispatchEvent(new Event('ensemble-test-return')))
	await expect(ask.root).toBeVisible()
})

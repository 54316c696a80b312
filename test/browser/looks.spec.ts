// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** People who want no motion get none; people who need large letters, or colours of their own, can still do everything. */

import type { Page } from '@playwright/test'

import { DASHBOARD, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { MyStoragePage } from './sections/myStoragePage.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { expectNoSidewaysScrolling } from './support/accessible.ts'
import { expectPressable, largeLetters, watchMotion } from './support/looks.ts'
import { everythingPending, settled, warned } from './support/people.ts'

const MB = 1024 ** 2

/** Goes through everything that opens by itself. */
async function goThrough(page: Page): Promise<string[]> {
	const ask = new AskDialog(page)
	await ask.button('Read the whole text').click()
	await ask.heading('Our charter').waitFor()
	await ask.button('Decline').hover()
	await ask.button('Accept').click()
	await ask.button('Close').click()
	const welcome = new WelcomeDialog(page)
	await welcome.pill(welcome.appearance, 'Dark').check()
	await expect(welcome.said(welcome.appearance)).toHaveText('Saved.')
	await welcome.button('Not now').click()
	await new QuotaBanner(page).close.click()
	await expect(new QuotaBanner(page).root).toHaveCount(0)
	return page.evaluate(() => window.moved())
}

test('nothing moves for whoever wants no motion', async ({ space, visit }) => {
	const page = await visit(await everythingPending(space), DASHBOARD, { reducedMotion: true, init: watchMotion })
	expect(await goThrough(page)).toEqual([])
})

test('the watch for motion sees what moves for the others', async ({ space, visit }) => {
	const page = await visit(await everythingPending(space), DASHBOARD, { init: watchMotion })
	expect(await goThrough(page)).not.toEqual([])
})

test('with letters twice as large, everything can be read and pressed', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	for (const width of [1280, 640]) {
		const page = await visit(member, DASHBOARD, { width, init: largeLetters })
		const ask = new AskDialog(page)
		await expect(ask.sentences.first()).toHaveCSS('font-size', '33px')
		await expectNoSidewaysScrolling(page, `letters twice as large, ${width} pixels`)
		for (const name of ['Later', 'Decline', 'Accept', 'Read the whole text'] as const) {
			await expectPressable(ask.button(name))
		}
	}
})

test('with letters twice as large, storage can be read and room be made', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'a film with a name that is rather long.bin', 2 * MB, 1_700_000_000)
	await space.upload(member, 'gone.bin', 1 * MB, 1_700_000_000)
	await space.deleteFile(member, 'gone.bin')
	await warned(space, member, 92)
	for (const width of [1280, 640]) {
		const page = await visit(member, DASHBOARD, { width, init: largeLetters })
		const banner = new QuotaBanner(page)
		await banner.root.getByRole('heading').waitFor()
		await expectNoSidewaysScrolling(page, `the notice, letters twice as large, ${width} pixels`)
		await expectPressable(banner.close)
		await expectPressable(banner.myStorage)
		await banner.myStorage.click()
		const storage = new MyStoragePage(page)
		await storage.part('Make room').click()
		for (const name of ['Delete a film with a name that is rather long.bin', 'Empty the deleted files …']) {
			await expectPressable(storage.button(name))
		}
		await expectNoSidewaysScrolling(page, `making room, letters twice as large, ${width} pixels`)
	}
})

test('the notice keeps its edge and its bar where colours are forced', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 92)
	const page = await visit(member, DASHBOARD, { before: (opened) => opened.emulateMedia({ forcedColors: 'active' }) })
	const banner = new QuotaBanner(page)
	await banner.root.getByRole('heading').waitFor()
	const { paper, drawn } = await banner.root.evaluate((element) => ({
		paper: getComputedStyle(element).backgroundColor,
		drawn: [element, ...element.querySelectorAll('.bar, .bar div')].map((one) => getComputedStyle(one).borderBlockStartColor),
	}))
	expect(drawn).toHaveLength(3)
	expect(drawn).not.toContain(paper)
})

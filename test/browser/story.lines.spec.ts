// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is said in one line above an app's content: what the app is for, at the first visit; what changed, once after an update. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, embedded, expect, FILES, FIRST_STEPS, test } from './fixtures.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { Line } from './sections/line.ts'
import { before, startAt } from './support/keyboard.ts'
import { fromBefore, newlyHere, settled } from './support/people.ts'
import { settle } from './support/requests.ts'

const FILES_LINE = 'Files: what you keep and share with the others, such as minutes, posters or bills. Did you use Google Drive / Dropbox before? Here is the place for it now.'
const SHOWN = /\/api\/v1\/hints\/files$/

test('the first visit to an app comes with one line; it covers nothing, takes no focus, and does not come again', async ({ space, visit }) => {
	const page = await visit(await newlyHere(space), FILES, { init: startAt('beforeend') })
	const line = new Line(page, 'hint')
	const shown = page.waitForResponse(SHOWN)
	await expect(line.words).toHaveText(FILES_LINE)
	await expect(page.getByRole('dialog')).toHaveCount(0)
	await expect(before(page)).toBeFocused()
	expect((await shown).status()).toBe(200)
	// The content has made room: it begins where the line ends.
	const ends = await line.root.evaluate((element) => element.getBoundingClientRect().bottom)
	expect(await page.locator('#content, #content-vue').first().evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(ends)
	const top = () => page.locator('#content, #content-vue').first().evaluate((element) => element.getBoundingClientRect().top)
	const low = await top()
	await line.button('Close').click()
	await expect(line.any).toHaveCount(0)
	await expect.poll(top).toBeLessThan(low)
	await page.reload()
	await settle(page)
	await expect(line.any).toHaveCount(0)
})

test('shown is shown, even where nobody closed it', async ({ space, visit }) => {
	const page = await visit(await newlyHere(space), FILES)
	const shown = page.waitForResponse(SHOWN)
	await expect(new Line(page, 'hint').root).toBeVisible()
	await shown
	await page.reload()
	await settle(page)
	await expect(new Line(page, 'hint').any).toHaveCount(0)
})

test('a line leads to what else there is', async ({ space, visit }) => {
	const page = await visit(await newlyHere(space), FILES)
	await new Line(page, 'hint').more.click()
	await expect(new FirstStepsPage(page).heading('I used … before')).toBeVisible()
})

test('the association\'s own line, as plain text; an app without a line; no lines at all', async ({ space, visit }) => {
	const set = (values: object) => space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: values })
	await set({ hintTexts: { files: { en: 'Our <b>minutes</b> are in the folder "Board".' } } })
	const page = await visit(await newlyHere(space), FILES)
	await expect(new Line(page, 'hint').words).toHaveText('Our <b>minutes</b> are in the folder "Board".')
	for (const values of [{ hintTexts: { files: {} } }, { hintTexts: null, hints: false }]) {
		await set(values)
		const without = await visit(await newlyHere(space), FILES)
		await settle(without)
		await expect(new Line(without, 'hint').any).toHaveCount(0)
	}
})

if (embedded) {
	test('one a day at most, each app once, and none any more for whoever wants none', async ({ space, visit }) => {
		for (const app of ['deck', 'polls', 'forms']) {
			await space.nextcloud(space.admin, 'POST', `cloud/apps/${app}`)
		}
		const member = await newlyHere(space)
		// A day passes where the member lives: their own clock is moved on.
		const zones = ['Pacific/Pago_Pago', 'Pacific/Kiritimati']
		await space.edit(member, 'timezone', zones[0]!)
		const page = await visit(member, '/apps/deck/')
		const line = new Line(page, 'hint')
		await expect(line.words).toHaveText('Deck: who does what, for example for the fête. Did you use Trello before? Here is the place for it now.')
		await line.button('Close').click()
		await page.goto('/apps/polls/')
		await settle(page)
		await expect(line.any).toHaveCount(0)

		await space.edit(member, 'timezone', zones[1]!)
		await page.goto('/apps/deck/')
		await settle(page)
		await expect(line.any).toHaveCount(0)
		await page.goto('/apps/polls/')
		await expect(line.words).toContainText('Polls: find the day that suits most people, or vote.')
		const saved = page.waitForResponse(/\/api\/v1\/hints$/)
		await line.button('No more of these').click()
		await expect(line.any).toHaveCount(0)
		expect((await saved).status()).toBe(200)

		await space.edit(member, 'timezone', zones[0]!)
		await page.goto('/apps/forms/')
		await settle(page)
		await expect(line.any).toHaveCount(0)
	})
}

test('without a connection, "no more of these" says that it was not saved; "close" closes all the same', async ({ space, visit }) => {
	const member = await newlyHere(space)
	const page = await visit(member, FILES)
	const line = new Line(page, 'hint')
	await expect(line.words).toHaveText(FILES_LINE)
	await page.route(/\/api\/v1\/hints$/, (route) => route.abort())
	await line.button('No more of these').click()
	await expect(line.words).toContainText('This could not be saved')
	await expect(line.button('No more of these')).toBeFocused()
	await page.unroute(/\/api\/v1\/hints$/)
	await line.button('No more of these').click()
	await expect(line.any).toHaveCount(0)
	await page.goto(`${FIRST_STEPS}#before`)
	await expect(page.getByRole('checkbox', { name: 'When I open an app for the first time, show me one line that says what it is for' })).not.toBeChecked()

	const other = await visit(await newlyHere(space), FILES, { before: (opened) => opened.route(/\/api\/v1\/hints/, (route) => route.abort()) })
	await expect(new Line(other, 'hint').words).toHaveText(FILES_LINE)
	await new Line(other, 'hint').button('Close').click()
	await expect(new Line(other, 'hint').any).toHaveCount(0)
})

test('whoever wants no lines can have them back', async ({ space, visit }) => {
	const member = await settled(space)
	const page = await visit(member, `${FIRST_STEPS}#before`)
	const choice = page.getByRole('checkbox', { name: 'When I open an app for the first time, show me one line that says what it is for' })
	await expect(choice).not.toBeChecked()
	await choice.check()
	await expect(new FirstStepsPage(page).root.getByText('Saved.')).toBeVisible()
	await page.goto(FILES)
	await expect(new Line(page, 'hint').words).toHaveText(FILES_LINE)
})

test('what changed in the space is told once, in three lines at most, until somebody has closed it', async ({ space, visit }) => {
	const member = await fromBefore(space)
	const page = await visit(member, DASHBOARD)
	const news = new Line(page, 'news')
	await expect(news.words).toContainText('What changed in your space')
	const lines = await news.words.getByRole('listitem').count()
	expect(lines).toBeGreaterThan(0)
	expect(lines).toBeLessThanOrEqual(3)
	await page.reload()
	await expect(news.words.getByRole('listitem')).toHaveCount(lines)
	const read = page.waitForResponse(/\/api\/v1\/news$/)
	await news.button('Close').click()
	expect((await read).status()).toBe(200)
	await page.reload()
	await settle(page)
	await expect(news.any).toHaveCount(0)
	// What the app is for comes on another page, after the news.
	await page.goto(FILES)
	await expect(new Line(page, 'hint').words).toHaveText(FILES_LINE)
})

test('news is nothing to a newcomer', async ({ space, visit }) => {
	const page = await visit(await newlyHere(space), DASHBOARD)
	await settle(page)
	await expect(new Line(page, 'news').any).toHaveCount(0)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps for people who need large letters, stark colours, no motion, or read from right to left. */

import type { Locator } from '@playwright/test'

import { DASHBOARD, expect, FILES, FIRST_STEPS, test } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { Line } from './sections/line.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible.ts'
import { expectPressable, fromRightToLeft, highContrast, largeLetters, watchMotion } from './support/looks.ts'
import { adminAtDesk, newlyHere, settled } from './support/people.ts'
import { firstStepsScreens } from './support/screens/firstSteps.ts'
import { firstStepsAdminScreens } from './support/screens/firstStepsAdmin.ts'
import { inEnglish } from './support/words.ts'

const WIDTHS = [1280, 640]

/** Where an element begins and ends, in pixels from the left. */
function sides(element: Locator) {
	return element.evaluate((one) => {
		const { left, right } = one.getBoundingClientRect()
		return { left, right }
	})
}

test.describe('with letters twice as large', () => {
	test('the welcome', async ({ space, visit }) => {
		for (const width of WIDTHS) {
			const page = await visit(await space.person(), DASHBOARD, { width, init: largeLetters })
			const welcome = new WelcomeDialog(page)
			await welcome.language.waitFor()
			await expectNoSidewaysScrolling(page, `the welcome, ${width} pixels`)
			await expectPressable(welcome.button('Not now'))
			await expectPressable(welcome.button('Show me the first steps'))
			await expectPressable(welcome.language)
			await expectPressable(welcome.root.getByText('High contrast, dark'))
			await page.close()
		}
	})

	test('the list, and a line', async ({ space, visit }) => {
		const member = await settled(space)
		for (const width of WIDTHS) {
			const page = await visit(member, FIRST_STEPS, { width, init: largeLetters })
			const list = new FirstStepsPage(page)
			await expectPressable(list.act('Not for me: {step}', 'Connect your computer or phone'))
			await expectPressable(list.root.getByRole('link', { name: 'See my devices' }))
			for (const part of ['I used … before', 'What words mean', 'Help'] as const) {
				await expectPressable(list.part(part))
				await list.part(part).click()
				await expect(list.heading(part)).toBeVisible()
				await expectNoSidewaysScrolling(page, `${part}, ${width} pixels`)
			}
			const other = await visit(await newlyHere(space), FILES, { width, init: largeLetters })
			const line = new Line(other, 'hint')
			await line.words.getByRole('paragraph').waitFor()
			await expectNoSidewaysScrolling(other, `the line, ${width} pixels`)
			await expectPressable(line.button('Close'))
			await expectPressable(line.button('No more of these'))
			await expectPressable(line.more)
		}
	})

	test('what admins set up, and inviting', async ({ space, visit }) => {
		const admin = await adminAtDesk(space)
		for (const width of WIDTHS) {
			const page = await visit(admin, firstStepsAddress('tasks'), { width, init: largeLetters })
			const section = new FirstStepsAdmin(page)
			await expectPressable(section.button('Not for us: {task}', { task: 'Agree on how to hand over' }))
			await expectNoSidewaysScrolling(page, `what to set up, ${width} pixels`)
			await expectPressable(section.tab('catalog'))
			await section.tab('invite').click()
			const invite = new InviteSection(page)
			await invite.check(['Anna, anna-of-the-large-letters@example.org', 'Bert, no address'])
			await expectPressable(invite.invite)
			await expectPressable(invite.button('Change the list'))
			await expectNoSidewaysScrolling(page, `inviting, ${width} pixels`)
			await section.tab('steps').click()
			await expectPressable(section.button('Change: {step}', { step: 'Bring in a first file' }))
			await expectNoSidewaysScrolling(page, `steps and words, ${width} pixels`)
			// What was looked at is not to be left without asking; here nobody is asked.
			await page.close()
		}
	})
})

test.describe('in high contrast and from right to left', () => {
	for (const { name, path, prepare, look, reach } of [...firstStepsScreens, ...firstStepsAdminScreens]) {
		test(name, async ({ space, visit }) => {
			const page = await visit(await prepare(space, 'en'), path, { width: 320, reducedMotion: true, ...look, init: `${fromRightToLeft};${highContrast}` })
			await reach(page, inEnglish)
			await expectNoSidewaysScrolling(page, `${name}, from right to left, 320 pixels`)
			await expectAccessible(page, `${name}, high contrast`)
			await page.setViewportSize({ width: 1280, height: 800 })
			await expectNoSidewaysScrolling(page, `${name}, from right to left, 1280 pixels`)
			await page.close()
		})
	}
})

test('from right to left, things stand on the other side', async ({ space, visit }) => {
	const welcome = new WelcomeDialog(await visit(await space.person(), DASHBOARD, { init: fromRightToLeft }))
	const cross = welcome.root.getByRole('button', { name: 'Close' })
	await cross.waitFor()
	expect((await sides(cross)).right).toBeLessThan((await sides(welcome.root.getByRole('heading', { level: 2 }))).left + 1)

	const list = new FirstStepsPage(await visit(await settled(space), FIRST_STEPS, { init: fromRightToLeft }))
	const first = list.steps.first()
	await first.waitFor()
	expect((await sides(first.locator('svg').first())).left).toBeGreaterThanOrEqual((await sides(first.getByRole('paragraph').first())).right)

	const line = new Line(await visit(await newlyHere(space), FILES, { init: fromRightToLeft }), 'hint')
	await line.words.getByRole('paragraph').waitFor()
	expect((await sides(line.button('Close'))).right).toBeLessThan((await sides(line.words)).right)
})

test('what is chosen, done or put apart can be told apart where colours are forced', async ({ space, visit }) => {
	const forced = { before: (page: { emulateMedia: (options: { forcedColors: 'active' }) => Promise<void> }) => page.emulateMedia({ forcedColors: 'active' }) }
	const welcome = new WelcomeDialog(await visit(await space.person(), DASHBOARD, forced))
	const looks = (name: string) => welcome.pill(welcome.appearance, name).evaluate((input) => {
		const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(input.parentElement!)
		return [outlineStyle, outlineWidth, borderTopColor, borderTopWidth, backgroundColor].join(' ')
	})
	await welcome.language.waitFor()
	// The radio itself is drawn by the browser, and seen.
	await expect(welcome.pill(welcome.appearance, 'Dark')).toBeVisible()
	const plain = await looks('Dark')
	await welcome.pill(welcome.appearance, 'Dark').check()
	expect(await looks('Dark')).not.toBe(plain)

	const line = new Line(await visit(await newlyHere(space), FILES, forced), 'hint')
	await line.words.getByRole('paragraph').waitFor()
	const { paper, edge } = await line.root.evaluate((element) => ({ paper: getComputedStyle(element).backgroundColor, edge: getComputedStyle(element).borderBlockEndColor }))
	expect(edge).not.toBe(paper)
})

test('nothing of the first steps moves for whoever wants no motion', async ({ space, visit }) => {
	const member = await settled(space)
	const page = await visit(member, FIRST_STEPS, { reducedMotion: true, init: watchMotion })
	const list = new FirstStepsPage(page)
	await list.act('Not for me: {step}', 'Choose a profile picture').hover()
	await list.act('Not for me: {step}', 'Choose a profile picture').click()
	await expect(list.aside).toHaveCount(1)
	await list.part('What words mean').click()
	await expect(list.heading('What words mean')).toBeVisible()
	expect(await page.evaluate(() => window.moved())).toEqual([])

	const desk = await visit(await adminAtDesk(space), firstStepsAddress('tasks'), { reducedMotion: true, init: watchMotion })
	const section = new FirstStepsAdmin(desk)
	await section.button('Not for us: {task}', { task: 'Agree on how to hand over' }).hover()
	await section.tab('steps').click()
	await section.button('Change: {step}', { step: 'Bring in a first file' }).click()
	await section.choice('For whom').waitFor()
	expect(await desk.evaluate(() => window.moved())).toEqual([])

	const other = await visit(await newlyHere(space), FILES, { reducedMotion: true, init: watchMotion })
	const line = new Line(other, 'hint')
	await line.words.getByRole('paragraph').waitFor()
	await line.button('Close').hover()
	await line.button('Close').click()
	await expect(line.any).toHaveCount(0)
	expect(await other.evaluate(() => window.moved())).toEqual([])
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps by keyboard alone, for members and admins. */

import { DASHBOARD, expect, FILES, FIRST_STEPS, test } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { Line } from './sections/line.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { before, holdsFocus, startAt, tabThrough, tabTo } from './support/keyboard.ts'
import { fromRightToLeft } from './support/looks.ts'
import { adminAtDesk, newlyHere, settled } from './support/people.ts'

test('the welcome: in, around, Escape, back', async ({ space, visit }) => {
	const page = await visit(await space.person(), DASHBOARD, { init: startAt('afterbegin') })
	const welcome = new WelcomeDialog(page)
	await welcome.language.waitFor()
	await expect.poll(() => holdsFocus(welcome.root)).toBe(true)
	for (const key of ['Tab', 'Shift+Tab'] as const) {
		expect(await tabThrough(page, welcome.root, key)).toEqual(expect.arrayContaining(['Close', 'Not now', 'Show me the first steps']))
	}
	const sent = page.waitForResponse(/\/api\/v1\/welcome$/)
	await page.keyboard.press('Escape')
	await expect(welcome.root).toHaveCount(0)
	await expect(before(page)).toBeFocused()
	expect((await sent).status()).toBe(200)
})

test('the welcome: choices by keys; where one stays is what is saved', async ({ space, visit }) => {
	const page = await visit(await space.person(), DASHBOARD)
	const welcome = new WelcomeDialog(page)
	await welcome.language.waitFor()
	const saved: string[] = []
	page.on('request', (request) => {
		if (request.url().includes('/theming/api/')) {
			saved.push(new URL(request.url()).pathname)
		}
	})
	await tabTo(page, welcome.pill(welcome.appearance, 'As my device has it'))
	await page.keyboard.press('ArrowRight')
	await page.keyboard.press('ArrowRight')
	await expect(welcome.pill(welcome.appearance, 'Dark')).toBeChecked()
	await expect(welcome.said(welcome.appearance)).toHaveText('Saved.')
	expect(saved).toHaveLength(1)
	expect(saved[0]).toMatch(/\/theme\/dark\/enable$/)
	await tabTo(page, welcome.easierLetters)
	await page.keyboard.press('Space')
	await expect(welcome.easierLetters).toBeChecked()
	await tabTo(page, welcome.button('Show me the first steps'))
	await page.keyboard.press('Enter')
	await expect(new FirstStepsPage(page).heading('Your first steps')).toBeVisible()
})

test('the list: put aside and taken back, the focus goes to how many are done', async ({ space, visit }) => {
	const page = await visit(await settled(space), FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await tabTo(page, list.act('Not for me: {step}', 'Choose a profile picture'))
	await page.keyboard.press('Enter')
	await expect(list.progress).toBeFocused()
	await tabTo(page, list.act('Take back: {step}', 'Choose a profile picture'))
	await page.keyboard.press('Space')
	await expect(list.progress).toBeFocused()
	await expect(list.aside).toHaveCount(0)
	// The parts are links. Whoever goes through them stays in the navigation.
	await tabTo(page, list.part('What words mean'), 'Shift+Tab')
	await page.keyboard.press('Enter')
	await expect(list.heading('What words mean')).toBeVisible()
	await expect(list.part('What words mean')).toBeFocused()
})

test('a line is reached between the header and the content, and gives the focus back', async ({ space, visit }) => {
	const page = await visit(await newlyHere(space), FILES, { init: startAt('beforeend') })
	const line = new Line(page, 'hint')
	await line.words.getByRole('paragraph').waitFor()
	await expect(before(page)).toBeFocused()
	await tabTo(page, line.button('Close'), 'Shift+Tab')
	await page.keyboard.press('Shift+Tab')
	await expect(line.button('No more of these')).toBeFocused()
	await page.keyboard.press('Shift+Tab')
	await expect(line.more).toBeFocused()
	await tabTo(page, line.button('Close'))
	await page.keyboard.press('Enter')
	await expect(line.any).toHaveCount(0)
	await expect(page.locator('body')).not.toBeFocused()
})

test('the sections of the admins\' part: arrows, Home and End, also from right to left', async ({ space, visit }) => {
	const admin = await adminAtDesk(space)
	for (const [init, forward, back] of [[undefined, 'ArrowRight', 'ArrowLeft'], [fromRightToLeft, 'ArrowLeft', 'ArrowRight']] as const) {
		const page = await visit(admin, firstStepsAddress('tasks'), { init })
		const section = new FirstStepsAdmin(page)
		await section.tab('tasks').focus()
		for (const [key, name] of [[forward, 'invite'], [forward, 'steps'], [back, 'invite'], ['End', 'catalog'], [forward, 'tasks'], [back, 'catalog'], ['Home', 'tasks']] as const) {
			await page.keyboard.press(key)
			await expect(section.tab(name)).toBeFocused()
			await expect(section.tab(name)).toHaveAttribute('aria-selected', 'true')
		}
	}
})

test('a task: put aside and taken back', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('tasks'))
	const list = new FirstStepsAdmin(page)
	const task = 'Take away icons that nobody needs'
	await tabTo(page, list.button('Not for us: {task}', { task }))
	await page.keyboard.press('Enter')
	await expect(list.heading(task)).toBeFocused()
	await tabTo(page, list.button('Take it back: {task}', { task }))
	await page.keyboard.press('Enter')
	await expect(list.heading(task)).toBeFocused()
	await expect(list.heading(task)).toHaveText(/Open$/)
})

test('inviting somebody', async ({ space, visit }) => {
	const word = `x${Date.now().toString(36)}`
	const page = await visit(await adminAtDesk(space), firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await tabTo(page, invite.list)
	await page.keyboard.type(`Anna ${word}, anna-${word}@example.org`)
	await tabTo(page, invite.button('Check the list'))
	await page.keyboard.press('Enter')
	await expect(invite.root.getByRole('heading', { name: 'What would become of the list' })).toBeFocused()
	const withoutMails = invite.root.getByRole('checkbox', { name: 'Make the accounts all the same; I will tell the people myself' })
	if (await withoutMails.count() > 0) {
		await tabTo(page, withoutMails)
		await page.keyboard.press('Space')
	}
	await tabTo(page, invite.invite)
	await page.keyboard.press('Enter')
	await expect(invite.root.getByText('One person was invited.')).toBeVisible()
})

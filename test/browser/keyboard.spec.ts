// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Each dialog by keyboard alone: the focus goes in, stays in, and comes back; Escape leaves where leaving is allowed. */

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, DASHBOARD, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { AssociationPage } from './sections/associationPage.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { before, holdsFocus, startAt, tabThrough, tabTo } from './support/keyboard.ts'
import { settled, warned } from './support/people.ts'

test('the ask: in, around, Escape, back', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, { init: startAt('afterbegin') })
	const { root } = new AskDialog(page)
	await root.waitFor()
	await expect.poll(() => holdsFocus(root)).toBe(true)
	for (const key of ['Tab', 'Shift+Tab'] as const) {
		const names = await tabThrough(page, root, key)
		expect(names).toEqual(expect.arrayContaining(['Close', 'Read the whole text', 'Later', 'Decline', 'Accept']))
	}
	const sent = page.waitForResponse(/\/api\/v1\/later$/)
	await page.keyboard.press('Escape')
	await expect(root).toHaveCount(0)
	await expect(before(page)).toBeFocused()
	expect((await sent).status()).toBe(200)
})

test('the ask: read the whole text, scroll it, and accept', async ({ space, visit }) => {
	const member = await settled(space)
	const { fr, en } = charterTexts()
	await space.publish({ fr: fr!, en: { ...en!, body: `# Our charter\n\n${'We decide together, and we take the time it takes.\n\n'.repeat(200)}The end.` } })
	const page = await visit(member, DASHBOARD, { init: startAt('afterbegin') })
	const ask = new AskDialog(page)
	// No person is as fast as a test: first, the dialog takes the focus.
	await expect.poll(() => holdsFocus(ask.root)).toBe(true)
	await ask.button('Read the whole text').focus()
	await page.keyboard.press('Enter')
	await ask.heading('Our charter').waitFor()
	expect(await holdsFocus(ask.root)).toBe(true)
	await expect(ask.root.getByText('The end.')).not.toBeInViewport()
	await page.keyboard.press('End')
	await expect(ask.root.getByText('The end.')).toBeInViewport()
	await ask.button('Accept').focus()
	await page.keyboard.press('Enter')
	await expect(ask.outcome).toContainText('Thank you!')
	await expect(ask.button('Close')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(ask.root).toHaveCount(0)
	await expect(before(page)).toBeFocused()
	expect((await space.met(member)).answer?.choice).toBe('accepted')
})

test('the ask: declining with a reason; Escape goes one step back, not out', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, { init: startAt('afterbegin') })
	const ask = new AskDialog(page)
	await expect.poll(() => holdsFocus(ask.root)).toBe(true)
	await tabTo(page, ask.button('Decline'))
	await page.keyboard.press('Enter')
	await expect(ask.reason).toBeFocused()
	expect(await tabThrough(page, ask.root)).toEqual(expect.arrayContaining(['Back', 'Decline']))
	await tabTo(page, ask.reason)
	await page.keyboard.press('Escape')
	await expect(ask.reason).toHaveCount(0)
	await expect(ask.button('Decline')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(ask.reason).toBeFocused()
	await page.keyboard.type('Rule 3.')
	await tabTo(page, ask.button('Decline'))
	await page.keyboard.press('Enter')
	await expect(ask.outcome).toContainText('Thank you for your answer.')
	await expect(ask.button('Close')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(before(page)).toBeFocused()
	expect((await space.answer(charter, 'GET /api/v1/answers', { as: member })).answers).toMatchObject([{ choice: 'declined', reason: 'Rule 3.' }])
})

test('the notice takes no focus, can be reached, and gives the focus back', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 92)
	const page = await visit(member, DASHBOARD, { init: startAt('beforeend') })
	const banner = new QuotaBanner(page)
	await banner.root.getByRole('heading').waitFor()
	await expect(before(page)).toBeFocused()
	// The last of the page: the notice comes right after it.
	await page.keyboard.press('Tab')
	await expect(banner.myStorage).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(banner.close).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(banner.root).toHaveCount(0)
	await expect(before(page)).toBeFocused()
})

test('the tabs of the association: arrows, Home and End', async ({ space, visit }) => {
	const page = await visit(await settled(space, { admin: true }), ASSOCIATION)
	const association = new AssociationPage(page)
	await association.open('First steps')
	const steps = [
		['ArrowRight', 'Charter', 'charter'],
		['ArrowRight', 'Storage', 'storage'],
		['ArrowRight', 'First steps', 'first-steps'],
		['ArrowLeft', 'Storage', 'storage'],
		['Home', 'First steps', 'first-steps'],
		['End', 'Storage', 'storage'],
	] as const
	await association.tab('First steps').focus()
	for (const [key, name, part] of steps) {
		await page.keyboard.press(key)
		await expect(association.tab(name)).toBeFocused()
		await expect(association.tab(name)).toHaveAttribute('aria-selected', 'true')
		await expect(association.panel(name)).toBeVisible()
		expect(await page.locator('.ensemble-part').filter({ visible: true }).count()).toBe(1)
		expect(new URL(page.url()).hash).toBe(`#${part}`)
	}
	await expect(association.tabs.and(page.getByRole('tab', { selected: true }))).toHaveCount(1)
	// One stop of the Tab key for all tabs.
	await page.keyboard.press('Shift+Tab')
	await expect(page.locator('[role=tab]:focus')).toHaveCount(0)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's desk and page by keyboard alone: written, published, read, answered, compared. */

import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, CHARTER, expect, test } from './fixtures.ts'
import { AnswersSection } from './sections/answersSection.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { CharterPage } from './sections/charterPage.ts'
import { PublishForm } from './sections/publishForm.ts'
import { holdsFocus, tabTo } from './support/keyboard.ts'
import { adminAtDesk, answerCharter, settled } from './support/people.ts'

test('the sections of the charter: arrows, Home and End; the address follows', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), `${ASSOCIATION}#charter`)
	const section = new CharterAdmin(page)
	await section.tab('Answers').focus()
	const steps = [
		['ArrowRight', 'Draft', 'draft'],
		['ArrowRight', 'Published charters', 'versions'],
		['End', 'Settings', 'settings'],
		['ArrowRight', 'Answers', 'answers'],
		['ArrowLeft', 'Settings', 'settings'],
		['Home', 'Answers', 'answers'],
	] as const
	for (const [key, name, address] of steps) {
		await page.keyboard.press(key)
		await expect(section.tab(name)).toBeFocused()
		await expect(section.tab(name)).toHaveAttribute('aria-selected', 'true')
		await expect(section.panel(name)).toBeVisible()
		expect(new URL(page.url()).hash).toBe(`#charter/${address}`)
	}
	await page.keyboard.press('End')
	await page.reload()
	await expect(section.panel('Settings')).toBeVisible()
})

test('a charter is written and published without a mouse', async ({ space, visit }) => {
	await space.publish()
	const admin = await adminAtDesk(space)
	const page = await visit(admin, `${ASSOCIATION}#charter/draft`)
	const form = new PublishForm(page)
	const { editor } = form
	const key = (name: string) => page.keyboard.press(name)
	const write = (text: string) => page.keyboard.type(text)
	const title = `Charter by keyboard ${admin.id}`

	await tabTo(page, editor.button('Begin with ready articles'))
	await key('Enter')
	await expect.poll(() => holdsFocus(editor.picker)).toBe(true)
	for (const index of [0, 1]) {
		await tabTo(page, editor.picker.getByRole('checkbox').nth(index))
		await key('Space')
	}
	await tabTo(page, editor.picker.getByRole('button', { name: 'Add 2 articles' }))
	await key('Enter')
	await expect(editor.picker).toHaveCount(0)
	await expect(editor.articles).toHaveCount(2)

	await tabTo(page, editor.field('Title'))
	await write(title)
	const second = await editor.articles.nth(1).textContent()
	await tabTo(page, editor.articles.nth(1).getByRole('button', { name: /up$/ }))
	await key('Enter')
	await expect(editor.articles.nth(0)).toHaveText(second ?? '')
	await tabTo(page, editor.articles.nth(0).getByRole('button', { name: /^Change/ }))
	await key('Enter')
	await expect(editor.field('Heading')).toBeFocused()
	await key('ControlOrMeta+A')
	await write('In my own words')
	await expect(editor.preview.getByRole('heading').first()).toHaveText('In my own words')
	await tabTo(page, editor.button('Done'))
	await key('Enter')
	await tabTo(page, editor.button('Go on to publishing'))
	await key('Enter')

	await expect(editor.root.getByRole('heading', { name: 'Step 2 of 2: the publication' })).toBeFocused()
	// Radio buttons are one stop, the arrows choose.
	await tabTo(page, form.choice('Ask'))
	await key('ArrowDown')
	await expect(form.choice('Require an answer')).toBeChecked()
	await tabTo(page, form.days)
	await key('ControlOrMeta+A')
	await write('30')
	await tabTo(page, form.publish)
	await key('Enter')
	await expect.poll(() => holdsFocus(form.confirmation)).toBe(true)
	await key('Escape')
	await expect(form.confirmation).toHaveCount(0)
	await expect(form.publish).toBeFocused()
	await key('Enter')
	await tabTo(page, form.confirmation.getByRole('button', { name: 'Publish now' }))
	await key('Enter')
	await expect(editor.message).toHaveText(/^Published as version \d+\.$/)
	// What had the focus is gone: one goes on at what has come of it.
	await expect(editor.message).toBeFocused()
	const { version } = await space.met(admin)
	expect(version).toMatchObject({ mode: 'require', deadline: version!.publishedAt + 30 * 86_400 })
	expect(version!.texts.en!.title).toBe(title)
	expect(version!.texts.en!.body).toMatch(/^## In my own words\n/)
})

test('the dialogs of the desk take the focus, keep it, and give it back', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const group = await space.group()
	const member = await settled(space, { groups: [group] })
	await space.publish(charterTexts(`for ${group}`), { audience: { who: 'only', groups: [group] } })
	const page = await visit(admin, `${ASSOCIATION}#charter/answers`)
	const section = new CharterAdmin(page)
	const answers = new AnswersSection(page)

	const remind = answers.button('Remind all who have not answered')
	await tabTo(page, remind)
	await page.keyboard.press('Enter')
	const question = section.question('Remind all who have not answered?')
	await expect.poll(() => holdsFocus(question)).toBe(true)
	await page.keyboard.press('Escape')
	await expect(question).toHaveCount(0)
	await expect(remind).toBeFocused()
	await tabTo(page, answers.row(member.id).getByRole('button'))
	await page.keyboard.press('Enter')
	// The button is gone, the focus is not.
	await expect(answers.message).toHaveText(`Test ${member.id} was reminded.`)
	await expect(answers.message).toBeFocused()

	await section.open('Published charters')
	const read = section.row(group).getByRole('button', { name: /^Read/ })
	await tabTo(page, read)
	await page.keyboard.press('Enter')
	const reader = section.reader(`Our charter for ${group}`)
	await expect(reader).toContainText('Freedom, mutual help, sobriety.')
	await expect.poll(() => holdsFocus(reader)).toBe(true)
	await tabTo(page, reader.getByRole('button', { name: 'Start a draft from this' }))
	await page.keyboard.press('Escape')
	await expect(reader).toHaveCount(0)
	await expect(read).toBeFocused()
})

test('the charter page: the answer is changed by keyboard, and the focus stays where one is', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)
	const page = await visit(member, CHARTER)
	const screen = new CharterPage(page)
	await tabTo(page, screen.button('Decline from now on'))
	await page.keyboard.press('Enter')
	await expect(screen.reason).toBeFocused()
	await page.keyboard.press('Escape')
	await expect(screen.button('Decline from now on')).toBeFocused()
	await page.keyboard.press('Enter')
	await page.keyboard.type('Rule 3.')
	await tabTo(page, screen.button('Decline from now on'))
	await page.keyboard.press('Enter')
	await expect(screen.button('Accept from now on')).toBeFocused()
	expect((await space.met(member)).answer?.choice).toBe('declined')
})

test('the charter page: through its parts by keyboard; the content takes the focus where a link led', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts(`one ${member.id}`))
	await space.publish(charterTexts(`two ${member.id}`))
	await answerCharter(space, member)
	const page = await visit(member, CHARTER)
	const screen = new CharterPage(page)
	await tabTo(page, screen.part('Versions'))
	await page.keyboard.press('Enter')
	await expect(screen.title('All versions')).toBeVisible()
	await expect(screen.part('Versions')).toBeFocused()
	await tabTo(page, screen.version(`two ${member.id}`).getByRole('link', { name: /^What has changed/ }))
	await page.keyboard.press('Enter')
	await expect(screen.title('Compare two versions')).toBeVisible()
	await page.keyboard.press('Tab')
	await expect(screen.root.getByRole('link', { name: 'Back to all versions' })).toBeFocused()
	await tabTo(page, screen.root.getByRole('switch', { name: 'Only what has changed' }))
	await page.keyboard.press('Space')
	await expect(screen.root).toContainText('We are here for each other.')
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How a charter is published: who is asked again, by when, and whom it is for. */

import type { Page } from '@playwright/test'
import type { Space } from '../contract/support/space.ts'
import type { Visit } from './fixtures.ts'

import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, CHARTER, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterPage } from './sections/charterPage.ts'
import { PublishForm } from './sections/publishForm.ts'
import { adminAtDesk, answerCharter, saveDraft, settled } from './support/people.ts'
import { settle } from './support/requests.ts'

const DAY = 86_400

/** An admin at the second step, with a text that is ready; the form begins with the terms of the charter in force. */
async function atTheForm(space: Space, visit: Visit, mark: string): Promise<PublishForm> {
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: charterTexts(mark).en! } })
	const form = new PublishForm(await visit(await adminAtDesk(space), `${ASSOCIATION}#charter/draft`))
	await form.open()
	return form
}

async function published(form: PublishForm): Promise<void> {
	await form.send()
	await expect(form.editor.message).toHaveText(/^Published as version \d+\.$/)
}

async function isAsked(page: Page, title: string): Promise<boolean> {
	await settle(page)
	return await new AskDialog(page, title).root.count() === 1
}

test('an editorial version asks nobody again; one with new content asks everybody, and says what is new', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)

	const mended = await atTheForm(space, visit, 'mended')
	await mended.choice('Only the wording').check()
	await expect(mended.root).toContainText('The deadline, the groups and the way of asking stay as they are.')
	await expect(mended.choice('Require an answer')).toHaveCount(0)
	await expect(mended.meaning).toContainText('Nobody is asked again')
	await mended.note.fill('A comma is gone.')
	await published(mended)
	expect(await isAsked(await visit(member), 'Our charter mended')).toBe(false)
	expect((await space.met(member)).version).toMatchObject({ kind: 'editorial', changeNote: { en: 'A comma is gone.' } })

	const renewed = await atTheForm(space, visit, 'renewed')
	await expect(renewed.choice('New content')).toBeChecked()
	await renewed.root.getByText('Show what is different from the charter in force').click()
	await expect(renewed.root.getByRole('insertion')).toHaveText([/renewed$/])
	await renewed.note.fill('The title is new.')
	await published(renewed)
	const page = await visit(member)
	expect(await isAsked(page, 'Our charter renewed')).toBe(true)
	await expect(new AskDialog(page).root).toContainText('The title is new.')
})

test('an answer can be required, with days for it', async ({ space, visit }) => {
	await space.publish()
	const form = await atTheForm(space, visit, 'that is due')
	await form.choice('Require an answer').check()
	await expect(form.days).toHaveValue('14')
	for (const [days, error] of [['', 'Please say how many days there are for an answer.'], ['ten', 'Please write a whole number.']] as const) {
		await form.days.fill(days)
		await form.publish.click()
		await expect(form.days).toBeFocused()
		await expect(form.days).toHaveAccessibleDescription(error)
		await expect(form.confirmation).toHaveCount(0)
	}
	await form.days.fill('400')
	await form.send()
	await expect(form.days).toBeFocused()
	await expect(form.days).toHaveAttribute('aria-invalid', 'true')
	await form.days.fill('21')
	await expect(form.meaning).toContainText('after 21 days it cannot be put off any more')
	await published(form)
	const { version } = await space.met(space.admin)
	expect(version).toMatchObject({ mode: 'require', deadline: version!.publishedAt + 21 * DAY, audience: { who: 'everyone', groups: [] } })
})

test('a charter for some groups asks nobody else', async ({ space, visit }) => {
	await space.publish()
	const group = await space.group()
	const [inside, outside] = [await settled(space, { groups: [group] }), await settled(space)]
	const form = await atTheForm(space, visit, `for ${group}`)
	await form.choice('Only some groups').check()
	await form.publish.click()
	await expect(form.groups).toBeFocused()
	await expect(form.groups).toHaveAccessibleDescription('Please choose at least one group.')

	await form.root.getByRole('searchbox', { name: 'Search for a group' }).fill(group)
	await form.groups.getByRole('checkbox', { name: group }).check()
	await expect(form.groups).toContainText('1 group is chosen.')
	await expect(form.meaning).toContainText(`the members of ${group}`)
	await published(form)
	expect((await space.met(inside)).version?.audience).toEqual({ who: 'only', groups: [group] })

	expect(await isAsked(await visit(inside), `Our charter for ${group}`)).toBe(true)
	const page = await visit(outside)
	expect(await isAsked(page, `Our charter for ${group}`)).toBe(false)
	await page.goto(CHARTER)
	await expect(new CharterPage(page).root).toContainText('This charter asks others than you for an answer. You can give one all the same.')
})

test('a charter for everyone but a group leaves that group in peace', async ({ space, visit }) => {
	await space.publish()
	const group = await space.group()
	const [inside, outside] = [await settled(space, { groups: [group] }), await settled(space)]
	const form = await atTheForm(space, visit, `without ${group}`)
	await form.choice('Everyone but some groups').check()
	await form.root.getByRole('searchbox', { name: 'Search for a group' }).fill(group)
	await form.groups.getByRole('checkbox', { name: group }).check()
	await published(form)
	expect(await isAsked(await visit(outside), `Our charter without ${group}`)).toBe(true)
	expect(await isAsked(await visit(inside), `Our charter without ${group}`)).toBe(false)
})

test('whoever wants to look again before publishing loses nothing', async ({ space, visit }) => {
	await space.publish()
	const form = await atTheForm(space, visit, 'thought over')
	const newest = await space.newest()
	await form.publish.click()
	await expect(form.confirmation).toContainText('A published text is never changed; you can publish a newer one at any time.')
	await form.confirmation.getByRole('button', { name: 'Cancel' }).click()
	await expect(form.confirmation).toHaveCount(0)
	await expect(form.publish).toBeFocused()
	await form.choice('Inform').check()
	await form.editor.root.getByRole('button', { name: 'Back to the text' }).click()
	await expect(form.editor.field('Title')).toHaveValue('Our charter thought over')
	await form.open()
	await expect(form.choice('Inform')).toBeChecked()
	expect(await space.newest()).toBe(newest)
})

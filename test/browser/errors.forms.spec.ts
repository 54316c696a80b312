// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Forms that are refused: it is said at the field, the focus goes there, and nothing that was written is lost. */

import { contract as quota } from '@ensemble/quota/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { AssociationPage } from './sections/associationPage.ts'
import { PublishForm } from './sections/publishForm.ts'
import { settled } from './support/people.ts'

test('an empty field', async ({ space, visit }) => {
	const page = await visit(await settled(space, { admin: true }), `${ASSOCIATION}#charter`)
	await new AssociationPage(page).open('Charter')
	const form = new PublishForm(page)
	await form.write({ ...charterTexts().en!, body: '' })
	await form.publish.click()
	const field = form.field('The whole text')
	await expect(field).toBeFocused()
	await expect(field).toHaveAccessibleDescription('Please write something here.')
	await expect(form.confirmation).toHaveCount(0)
	await expect(form.field('Sentence 2')).toHaveValue('Every voice counts.')
})

test('a title that is too long', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const before = await space.newest()
	const page = await visit(admin, `${ASSOCIATION}#charter`)
	await new AssociationPage(page).open('Charter')
	const form = new PublishForm(page)
	const text = { ...charterTexts().en!, title: 'long '.repeat(41) }
	await form.write(text)
	await form.send()
	const field = form.field('Title')
	await expect(field).toBeFocused()
	await expect(field).toHaveAttribute('aria-invalid', 'true')
	await expect(field).toHaveAccessibleDescription('This text is too long: 200 characters at most.')
	await expect(field).toHaveValue(text.title)
	await expect(form.field('The whole text')).toHaveValue(text.body)
	expect(await space.newest()).toBe(before)

	await field.fill('Short enough')
	await form.send()
	await expect(form.status).toHaveText('Published. Everybody is asked from now on.')
	await expect(field).toHaveAttribute('aria-invalid', 'false')
})

test('a broken line while publishing', async ({ space, visit }) => {
	const page = await visit(await settled(space, { admin: true }), `${ASSOCIATION}#charter`)
	await new AssociationPage(page).open('Charter')
	const form = new PublishForm(page)
	const text = charterTexts('after the break').en!
	await form.write(text)
	await page.context().setOffline(true)
	await form.send()
	await expect(form.root.getByRole('alert')).toContainText('The server cannot be reached.')
	await expect(form.field('The whole text')).toHaveValue(text.body)
	await page.context().setOffline(false)
	await form.send()
	await expect(form.status).toHaveText('Published. Everybody is asked from now on.')
})

test('a colleague has published meanwhile', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const page = await visit(admin, `${ASSOCIATION}#charter`)
	await new AssociationPage(page).open('Charter')
	const form = new PublishForm(page)
	const text = charterTexts('of mine').en!
	await form.write(text)
	await space.publish(charterTexts('of a colleague'))
	await form.send()
	await expect(form.root).toContainText('Somebody else has published a charter in the meantime.')
	await expect(form.root).toContainText('Your own text is still here.')
	await expect(form.field('Title')).toHaveValue(text.title)
	await form.root.getByRole('button', { name: 'Read it' }).click()
	await expect(page.getByRole('dialog')).toContainText('of a colleague')
	await page.keyboard.press('Escape')
	await form.send()
	await expect(form.status).toHaveText('Published. Everybody is asked from now on.')
	expect((await space.met(admin)).version.texts.en?.title).toBe(text.title)
})

test('warning levels that do not rise', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const page = await visit(admin, `${ASSOCIATION}#storage`)
	const panel = await new AssociationPage(page).open('Storage')
	const field = panel.getByRole('textbox', { name: /^Warn members/ })
	const contact = panel.getByRole('textbox', { name: 'Whom to ask for more room' })
	await contact.fill('the board')
	await field.fill('90, 80')
	await panel.getByRole('button', { name: 'Save' }).click()
	await expect(field).toBeFocused()
	await expect(field).toHaveAttribute('aria-invalid', 'true')
	await expect(field).toHaveAccessibleDescription(/Each number must be greater than the one before it\./)
	await expect(field).toHaveValue('90, 80')
	await expect(contact).toHaveValue('the board')
	expect((await space.answer(quota, 'GET /api/v1/settings', { as: admin })).values.levels).toEqual([80, 90, 95])

	await field.fill('70, 90')
	await panel.getByRole('button', { name: 'Save' }).click()
	await expect(panel.getByText('Saved.')).toBeVisible()
	expect((await space.answer(quota, 'GET /api/v1/settings', { as: admin })).values).toMatchObject({ levels: [70, 90], contact: 'the board' })
})

test('what the host has locked cannot be written, and it is said why', async ({ space, visit }) => {
	await space.configure(quota.app, 'fleet_policy', { defaults: {}, locked: { repeatDays: 3 } })
	const page = await visit(await settled(space, { admin: true }), `${ASSOCIATION}#storage`)
	const panel = await new AssociationPage(page).open('Storage')
	const field = panel.getByRole('textbox', { name: 'Days until a closed notice comes back' })
	await expect(field).toBeDisabled()
	await expect(field).toHaveValue('3')
	await expect(panel).toContainText(/host/i)
})

test('the storage cannot be counted: it is said, and can be tried again', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	let broken = true
	const page = await visit(admin, `${ASSOCIATION}#storage`, {
		before: (opened) => opened.route(/\/api\/v1\/usage$/, (route) => broken ? route.fulfill({ status: 500, body: '' }) : route.continue()),
	})
	const panel = await new AssociationPage(page).open('Storage')
	await expect(panel.getByRole('alert')).toContainText('Something went wrong on the server. Please try again in a moment.')
	broken = false
	await panel.getByRole('button', { name: 'Try again' }).click()
	await expect(panel.getByRole('table').last()).toBeVisible()
	await expect(panel.getByRole('alert')).toHaveCount(0)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Forms that are refused: it is said at the field, the focus goes there, and nothing that was written is lost. */

import { contract as charter } from '@ensemble/charter/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { AssociationPage } from './sections/associationPage.ts'
import { PublishForm } from './sections/publishForm.ts'
import { storageAddress, StorageAdmin } from './sections/storageAdmin.ts'
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
	expect((await space.answer(charter, 'GET /api/v1/charter', { as: admin })).version?.texts.en?.title).toBe(text.title)
})

test('warning levels that do not rise', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const page = await visit(admin, storageAddress('settings'))
	const storage = new StorageAdmin(page)
	const level = storage.levels.getByRole('textbox', { name: 'Level 2, in percent' })
	const contact = storage.field('Whom to ask for more room')
	await contact.fill('the board')
	for (const [wrong, sentence] of [['', 'Please write a whole number from 1 to 100.'], ['80', 'This must be more than the level above it.']] as const) {
		await level.fill(wrong)
		await storage.button('Save').click()
		await expect(level).toBeFocused()
		await expect(level).toHaveAttribute('aria-invalid', 'true')
		await expect(level).toHaveAccessibleDescription(sentence)
		await expect(level).toHaveValue(wrong)
	}
	await expect(contact).toHaveValue('the board')
	expect((await space.answer(quota, 'GET /api/v1/settings', { as: admin })).values.levels).toEqual([80, 90, 95])

	await level.fill('85')
	await storage.button('Save').click()
	await expect(storage.root.getByText('Saved.')).toBeVisible()
	expect((await space.answer(quota, 'GET /api/v1/settings', { as: admin })).values).toMatchObject({ levels: [80, 85, 95], contact: 'the board' })
})

test('what the host has locked cannot be written, and it is said why', async ({ space, visit }) => {
	await space.configure(quota.app, 'fleet_policy', { defaults: {}, locked: { repeatDays: 3, levels: [50, 60] } })
	const page = await visit(await settled(space, { admin: true }), storageAddress('settings'))
	const storage = new StorageAdmin(page)
	const field = storage.field('Days until a notice is given again')
	await expect(field).toBeDisabled()
	await expect(field).toHaveValue('3')
	await expect(storage.levels.getByRole('textbox').first()).toBeDisabled()
	await expect(storage.root.getByText(/Your host has set this/)).toHaveCount(2)
})

test('the storage cannot be counted: it is said, and can be tried again', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	let broken = true
	const page = await visit(admin, storageAddress('members'), {
		before: (opened) => opened.route(/\/api\/v1\/usage$/, (route) => broken ? route.fulfill({ status: 500, body: '' }) : route.continue()),
	})
	const { root } = new StorageAdmin(page)
	await expect(root.getByRole('alert')).toContainText('Something went wrong on the server. Please try again in a moment.')
	broken = false
	await root.getByRole('button', { name: 'Try again' }).click()
	await expect(root.getByRole('table', { name: 'Storage of each member' })).toBeVisible()
	await expect(root.getByRole('alert')).toHaveCount(0)
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Forms that are refused: it is said at the field, the focus goes there, and nothing that was written is lost. */

import { contract as charter } from '@ensemble/charter/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { PublishForm } from './sections/publishForm.ts'
import { storageAddress, StorageAdmin } from './sections/storageAdmin.ts'
import { adminAtDesk, saveDraft, settled } from './support/people.ts'

const DRAFT = `${ASSOCIATION}#charter/draft`

test('an empty field', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), DRAFT)
	const { editor, root } = new PublishForm(page)
	await editor.begin()
	await editor.write({ ...charterTexts().en!, body: '' })
	await editor.button('Article by article').click()
	await editor.button('Go on to publishing').click()
	const field = editor.field('The whole text')
	await expect(field).toBeFocused()
	await expect(field).toHaveAccessibleDescription('Please write something here.')
	await expect(root).toHaveCount(0)
	await expect(editor.sentence(2)).toHaveValue('Every voice counts.')
})

test('a broken line while publishing', async ({ space, visit }) => {
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: charterTexts('after the break').en! } })
	const page = await visit(await adminAtDesk(space), DRAFT)
	const form = new PublishForm(page)
	await form.open()
	await form.choice('Inform').check()
	await page.context().setOffline(true)
	await form.send()
	await expect(form.root.getByRole('alert')).toContainText('The server cannot be reached.')
	await expect(form.choice('Inform')).toBeChecked()
	await page.context().setOffline(false)
	await form.send()
	await expect(form.editor.message).toHaveText(/^Published as version \d+\.$/)
})

test('a colleague has published meanwhile', async ({ space, visit }) => {
	const admin = await adminAtDesk(space)
	const text = charterTexts('of mine').en!
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: text } })
	const page = await visit(admin, DRAFT)
	const form = new PublishForm(page)
	await form.open()
	await space.publish(charterTexts('of a colleague'))
	await form.send()
	await expect(form.root).toContainText('Somebody else has published a charter in the meantime.')
	await expect(form.root).toContainText(/“Our charter of a colleague” was published on .+\. Your own text is still here\./)
	await form.root.getByRole('button', { name: 'Read it' }).click()
	const reader = new CharterAdmin(page).reader('Our charter of a colleague')
	await expect(reader.getByRole('region', { name: 'Text of the charter' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(reader).toHaveCount(0)
	await expect(form.root.getByRole('button', { name: 'Publish mine all the same' })).toBeVisible()
	await form.send()
	await expect(form.editor.message).toHaveText(/^Published as version \d+\.$/)
	expect((await space.met(admin)).version?.texts.en?.title).toBe(text.title)
})

test('days for “later” that are none', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), `${ASSOCIATION}#charter/settings`)
	const panel = new CharterAdmin(page).panel('Settings')
	const field = panel.getByRole('textbox', { name: 'Days until “later” is over' })
	await field.fill('31')
	await panel.getByRole('button', { name: 'Save' }).click()
	await expect(field).toBeFocused()
	await expect(field).toHaveAttribute('aria-invalid', 'true')
	await field.fill('3')
	await panel.getByRole('button', { name: 'Save' }).click()
	await expect(panel.getByText('Saved.')).toBeVisible()
	expect((await space.answer(charter, 'GET /api/v1/settings', { as: space.admin })).values.laterDays).toBe(3)
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

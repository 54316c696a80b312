// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Two admins write at once, or the line breaks: it is said, both texts are shown, and nothing is lost. */

import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { DraftEditor } from './sections/draftEditor.ts'
import { PublishForm } from './sections/publishForm.ts'
import { adminAtDesk, draftOf, saveDraft } from './support/people.ts'

const DRAFT = `${ASSOCIATION}#charter/draft`

test('two admins write at once: the second one sees both texts and chooses; the other text can be brought back', async ({ space, visit }) => {
	const [anna, bert] = [await adminAtDesk(space), await adminAtDesk(space)]
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: charterTexts('of both').en! } })
	const [first, second] = [new DraftEditor(await visit(anna, DRAFT)), new DraftEditor(await visit(bert, DRAFT))]
	await second.field('Title').waitFor()
	await first.field('Title').fill('Anna\'s title')
	await expect.poll(async () => (await draftOf(space)).draft?.texts.en?.title).toBe('Anna\'s title')

	await second.field('Title').fill('Bert\'s title')
	await expect(second.conflict.getByRole('heading')).toBeFocused()
	await expect(second.conflict.getByRole('alert')).toContainText(`Test ${anna.id} has saved it on`)
	await expect(second.conflict.getByRole('region', { name: 'Mine, English' })).toContainText('Bert\'s title')
	await expect(second.conflict.getByRole('region', { name: 'Theirs, English' })).toContainText('Anna\'s title')
	await expect(second.conflict).toContainText('Both of you have changed this text.')
	expect((await draftOf(space)).draft?.texts.en?.title).toBe('Anna\'s title')

	// Nothing is chosen for anybody.
	await second.button('Go on with what I have chosen').click()
	await expect(second.conflict.getByRole('group', { name: 'Text in English' })).toContainText('Please choose one of the two.')
	await second.conflict.getByRole('radio', { name: 'Take theirs' }).check()
	await second.button('Go on with what I have chosen').click()
	await expect(second.field('Title')).toHaveValue('Anna\'s title')
	await second.root.getByText('One text was set aside').click()
	await second.button('Bring back').click()
	await expect(second.field('Title')).toHaveValue('Bert\'s title')
	await expect.poll(async () => (await draftOf(space)).draft?.texts.en?.title).toBe('Bert\'s title')
})

test('two admins write in two languages: each keeps their own', async ({ space, visit }) => {
	const { fr, en } = charterTexts('of both')
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: en!, fr: fr! } })
	const editor = new DraftEditor(await visit(await adminAtDesk(space), DRAFT))
	await editor.field('Title').waitFor()
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: en!, fr: { ...fr!, title: 'Un autre titre' } } })
	await editor.field('Title').fill('Another title')
	await expect(editor.conflict).toBeVisible()
	await expect(editor.conflict.getByRole('group', { name: 'Text in English' }).getByRole('radio', { name: 'Keep mine' })).toBeChecked()
	await expect(editor.conflict.getByRole('group', { name: 'Text in français' }).getByRole('radio', { name: 'Take theirs' })).toBeChecked()
	await editor.button('Go on with what I have chosen').click()
	await expect(editor.saved).toBeVisible()
	const { texts } = (await draftOf(space)).draft!
	expect([texts.en!.title, texts.fr!.title]).toEqual(['Another title', 'Un autre titre'])
})

test('a broken line while writing: it is said, the text stays, and is saved once the line is back', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), DRAFT)
	const editor = new DraftEditor(page)
	await editor.begin()
	await page.context().setOffline(true)
	await editor.field('Title').fill('Written in a tunnel')
	await expect(editor.root.getByText('Not saved.', { exact: true })).toBeVisible()
	await expect(editor.root).toContainText('The server cannot be reached.')
	await expect(editor.root.getByRole('status').filter({ hasText: 'The draft is not saved.' })).toHaveCount(1)
	await editor.button('Go on to publishing').click()
	await expect(new PublishForm(page).root).toHaveCount(0)
	await page.context().setOffline(false)
	await editor.button('Try again').click()
	await expect(editor.saved).toBeVisible()
	await expect(editor.field('Title')).toHaveValue('Written in a tunnel')
	expect((await draftOf(space)).draft?.texts.en?.title).toBe('Written in a tunnel')
})

test('a title that is too long is not saved, and it is said at the field', async ({ space, visit }) => {
	const editor = new DraftEditor(await visit(await adminAtDesk(space), DRAFT))
	await editor.begin()
	const title = 'long '.repeat(41)
	await editor.field('Title').fill(title)
	await expect(editor.field('Title')).toHaveAttribute('aria-invalid', 'true')
	await expect(editor.field('Title')).toHaveAccessibleDescription('This text is too long: 200 characters at most.')
	await expect(editor.field('Title')).toHaveValue(title)
	await editor.field('Title').fill('Short enough')
	await expect(editor.saved).toBeVisible()
	await expect(editor.field('Title')).toHaveAttribute('aria-invalid', 'false')
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A charter from the admin's desk to a member's answer, and then silence. */

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, DASHBOARD, expect, test } from './fixtures.ts'
import { AnswersSection } from './sections/answersSection.ts'
import { AskDialog } from './sections/askDialog.ts'
import { AssociationPage } from './sections/associationPage.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { DraftEditor } from './sections/draftEditor.ts'
import { PublishForm } from './sections/publishForm.ts'
import { adminAtDesk, answerCharter, settled } from './support/people.ts'
import { settle, watchOurs } from './support/requests.ts'

test('an admin publishes a charter; a member reads it, accepts it, and is left in peace', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const member = await settled(space)

	const desk = await visit(admin, ASSOCIATION)
	await new AssociationPage(desk).open('Charter')
	const section = new CharterAdmin(desk)
	await section.open('Draft')
	const editor = new DraftEditor(desk)
	const text = charterTexts(`of the story ${admin.id}`).en!
	await editor.begin()
	await editor.write(text)
	await expect(editor.preview.getByRole('heading', { name: 'Our charter' })).toBeVisible()
	const form = new PublishForm(desk)
	await form.open()
	// The form begins with what holds for the charter in force, which another test may have published.
	await form.choice('Ask').check()
	await form.choice('Everyone').check()
	await form.send()
	await expect(editor.message).toHaveText(/^Published as version \d+\.$/)
	await section.open('Published charters')
	await expect(section.row(text.title)).toContainText('in force')

	const page = await visit(member)
	const ask = new AskDialog(page, text.title)
	await expect(ask.sentences).toHaveText(text.summary)
	await ask.button('Read the whole text').click()
	await expect(ask.heading('Our charter')).toBeVisible()
	await expect(ask.root.getByText('Freedom, mutual help, sobriety.')).toBeVisible()
	await ask.button('Back to the short version').click()
	await ask.button('Accept').click()
	await expect(ask.outcome).toContainText('Thank you! Your answer is kept.')
	await ask.button('Close').click()
	await expect(ask.root).toHaveCount(0)

	const { version, answer } = await space.met(member)
	expect(version!.texts.en).toEqual({ ...text, body: text.body.trim() })
	expect(answer).toMatchObject({ version: version!.id, choice: 'accepted', language: 'en', textHash: version!.hashes.en })
	expect((await space.chain()).at(-1)).toMatchObject({ textHash: version!.hashes.en, choice: 'accepted' })

	const requests = watchOurs(page)
	await page.goto(DASHBOARD)
	await settle(page)
	expect(requests).toEqual([])
	await expect(ask.root).toHaveCount(0)

	await answerCharter(space, admin)
	await desk.reload()
	await expect(section.row(text.title).getByRole('cell').nth(1)).toHaveText('2')
	await expect(section.row(text.title).getByRole('cell').nth(2)).toHaveText('0')
})

test('a member declines and says why; only admins can read it', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.button('Decline').click()
	await expect(ask.reason).toBeFocused()
	await expect(ask.root).toContainText('You need not give a reason. Your account stays as it is.')
	await ask.button('Back').click()
	await expect(ask.sentences).toHaveCount(3)
	expect((await space.met(member)).answer).toBeNull()

	await ask.decline('Rule 3 is too strict for the choir.')
	await expect(ask.outcome).toContainText('Thank you for your answer. It is kept, and your account stays as it is.')
	await ask.button('Close').click()
	await page.reload()
	await settle(page)
	await expect(ask.root).toHaveCount(0)
	expect((await space.met(member)).answer?.choice).toBe('declined')

	const desk = await visit(await adminAtDesk(space), `${ASSOCIATION}#charter`)
	await expect(await new AnswersSection(desk).find(member.id)).toContainText('Rule 3 is too strict for the choir.')
})

test('a member declines without a word', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const ask = new AskDialog(await visit(member))
	await ask.decline()
	await expect(ask.outcome).toContainText('Thank you for your answer.')
	const { answers } = await space.answer(charter, 'GET /api/v1/answers', { as: member })
	expect(answers).toMatchObject([{ choice: 'declined', reason: '' }])
})

test('“Later” puts the ask off without an answer', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await expect(ask.root).toContainText('With “Later” you are asked again tomorrow.')
	const sent = page.waitForResponse(/\/api\/v1\/later$/)
	await ask.button('Later').click()
	await expect(ask.root).toHaveCount(0)
	expect((await sent).status()).toBe(200)
	await page.reload()
	await settle(page)
	await expect(ask.root).toHaveCount(0)
	expect((await space.met(member)).answer).toBeNull()
})

test('the text can be read in another language, and the answer is to that text', async ({ space, visit }) => {
	const member = await settled(space)
	const { hashes } = await space.publish()
	const page = await visit(member)
	await new AskDialog(page).root.getByRole('combobox', { name: 'Language of the text' }).selectOption('fr')
	const ask = new AskDialog(page, /^Notre charte/)
	await expect(ask.sentences.first()).toContainText('les un·es pour les autres')
	await ask.button('Accept').click()
	await expect(ask.outcome).toContainText('Thank you!')
	expect((await space.met(member)).answer).toMatchObject({ language: 'fr', textHash: hashes.fr })
})

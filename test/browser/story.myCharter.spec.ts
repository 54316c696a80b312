// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's own page: a change of mind, one's own answers to take along, earlier versions and what changed. */

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { CHARTER, expect, test } from './fixtures.ts'
import { readDownload } from './sections/answersSection.ts'
import { CharterPage } from './sections/charterPage.ts'
import { answerCharter, settled } from './support/people.ts'

test('a member changes their mind, twice', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)
	const screen = new CharterPage(await visit(member, CHARTER))
	await expect(screen.root).toContainText(/You accepted the charter on .+\./)
	await screen.decline('Decline from now on', 'I have read it again.')
	await expect(screen.root).toContainText(/You declined the charter on .+\./)
	await expect(screen.status.filter({ hasText: 'Thank you! Your answer is kept.' })).toBeVisible()
	await screen.button('Accept from now on').click()
	await expect(screen.root).toContainText(/You accepted the charter on .+\./)
	const { answers } = await space.answer(charter, 'GET /api/v1/answers', { as: member })
	expect(answers.map(({ choice, reason }) => [choice, reason])).toEqual([['accepted', ''], ['declined', 'I have read it again.'], ['accepted', '']])
})

test('all own answers are listed and can be taken along', async ({ space, visit }) => {
	const member = await settled(space)
	const first = await space.publish(charterTexts(`one ${member.id}`))
	await answerCharter(space, member, 'declined', 'Too long for me.')
	const second = await space.publish(charterTexts(`two ${member.id}`))
	await answerCharter(space, member)
	const page = await visit(member, CHARTER)
	const screen = new CharterPage(page)
	await screen.part('My answers').click()
	await expect(screen.title('My answers')).toBeVisible()
	await expect(screen.part('My answers')).toHaveAttribute('aria-current', 'page')
	await expect(screen.answer(`one ${member.id}`)).toContainText('Declined')
	await expect(screen.answer(`one ${member.id}`)).toContainText('Too long for me.')
	await expect(screen.answer(`two ${member.id}`)).toContainText('Accepted')

	const { name, content } = await readDownload(page, screen.button('Download my answers (JSON)'))
	expect(name).toMatch(/^charter-answers-\d{4}-\d{2}-\d{2}\.json$/)
	expect(JSON.parse(content)).toMatchObject({
		format: 'ensemble-charter-own-answers 1',
		account: member.id,
		answers: [
			{ version: second.id, choice: 'accepted', textHash: second.hashes.en, reason: '' },
			{ version: first.id, choice: 'declined', textHash: first.hashes.en, reason: 'Too long for me.' },
		],
	})

	await screen.answer(`one ${member.id}`).getByRole('link').click()
	await expect(screen.title(`Our charter one ${member.id}`)).toBeVisible()
	await expect(screen.root).toContainText('This is an earlier version. A newer one is in force.')
})

test('whoever has not answered yet is told so, and offered no file', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, `${CHARTER}#answers`)
	const screen = new CharterPage(page)
	await expect(screen.root).toContainText('You have not answered a charter yet.')
	await expect(screen.button('Download my answers (JSON)')).toHaveCount(0)
})

test('earlier versions can be read, and any two compared', async ({ space, visit }) => {
	const member = await settled(space)
	const { fr, en } = charterTexts()
	const text = (mark: string, sentence: string) => ({ fr: { ...fr!, title: `Charte ${mark} ${member.id}` }, en: { ...en!, title: `Charter ${mark} ${member.id}`, summary: [sentence] } })
	const [one, two] = [await space.publish(text('one', 'Every voice counts.')), await space.publish(text('two', 'Every voice counts twice.'))]
	await space.publish(text('three', 'Every voice is heard.'), { kind: 'editorial', changeNote: { en: 'Said better.' } })
	await answerCharter(space, member)
	const page = await visit(member, CHARTER)
	const screen = new CharterPage(page)
	await screen.part('Versions').click()
	await expect(screen.version(`three ${member.id}`)).toContainText('in force')
	await expect(screen.version(`three ${member.id}`)).toContainText('Only the wording was mended.')
	await expect(screen.version(`three ${member.id}`)).toContainText('Said better.')
	await expect(screen.version(`two ${member.id}`)).not.toContainText('in force')

	await screen.version(`one ${member.id}`).getByRole('link', { name: /^Read/ }).click()
	await expect(screen.title(`Charter one ${member.id}`)).toBeVisible()
	await screen.root.getByRole('link', { name: 'Back to all versions' }).click()

	await screen.version(`two ${member.id}`).getByRole('link', { name: /^What has changed/ }).click()
	await expect(screen.title('Compare two versions')).toBeVisible()
	await expect(screen.root).toContainText(`From version ${one.number} (`)
	const [deletions, insertions] = [screen.root.getByRole('deletion'), screen.root.getByRole('insertion')]
	await expect(deletions).toHaveText([/one$/])
	await expect(insertions).toHaveText([/two$/, /twice$/])

	await screen.root.getByRole('combobox', { name: 'with' }).selectOption({ value: String(await space.newest()) })
	await expect(insertions).toHaveText([/three$/, /is heard$/])
	expect(new URL(page.url()).hash).toBe(`#compare/${one.id}/${await space.newest()}`)
	await screen.root.getByRole('combobox', { name: 'Language of the text' }).selectOption('fr')
	await expect(insertions).toHaveText([/three$/])

	// What has stayed is left out, until somebody wants to see it.
	await expect(screen.root).not.toContainText('les un·es pour les autres')
	await screen.root.getByRole('switch', { name: 'Only what has changed' }).uncheck()
	await expect(screen.root).toContainText('les un·es pour les autres')

	await screen.root.getByRole('combobox', { name: 'with' }).selectOption({ value: String(one.id) })
	await expect(screen.root).toContainText('These are the same version. Please choose two different ones.')
	expect(two.number).toBe(one.number + 1)
	await page.goBack()
	await expect(screen.title('All versions')).toBeVisible()
})

test('the page says what an editorial version means for one\'s answer', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)
	await space.publish(charterTexts('better said'), { kind: 'editorial', changeNote: { en: 'A comma is gone.' } })
	const screen = new CharterPage(await visit(member, CHARTER))
	await expect(screen.title('Our charter better said')).toBeVisible()
	await expect(screen.root).toContainText('A comma is gone.')
	await expect(screen.root).toContainText('Since then only the wording has been mended; your answer counts as before.')
	await screen.root.getByRole('link', { name: 'Compare it with the version before' }).click()
	await expect(screen.root.getByRole('insertion')).toHaveText([/better said$/])
})

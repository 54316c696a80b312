// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What members meet when a charter changes, and when the time for an answer is over. */

import type { CharterText } from '@ensemble/charter/contract'

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { CHARTER, DASHBOARD, expect, FILES, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterPage } from './sections/charterPage.ts'
import { answerCharter, settled } from './support/people.ts'
import { settle } from './support/requests.ts'
import { afterTheDeadline } from './support/time.ts'

/** The charter with one English sentence changed. */
function changed(): Record<string, CharterText> {
	const { fr, en } = charterTexts()
	return { fr: fr!, en: { ...en!, summary: ['We are here for each other.', 'Every voice is heard.', 'Our data stays with us.'] } }
}

test('whoever answered an earlier charter sees first what has changed in the new one', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member)
	const { id, hashes } = await space.publish(changed(), { changeNote: { fr: 'Toute voix est entendue.', en: 'Every voice is heard from now on.' } })
	const page = await visit(member)
	const ask = new AskDialog(page)
	await expect(ask.root).toContainText(/The charter of .+ has changed since you answered\./)
	await expect(ask.root.getByRole('heading', { name: 'What has changed', level: 3 })).toBeVisible()
	await expect(ask.root).toContainText('Every voice is heard from now on.')
	await expect(ask.root.getByText('One passage has changed.')).toBeVisible()
	await expect(ask.root.getByRole('deletion')).toHaveText(/^\s*removed:\s*counts$/)
	await expect(ask.root.getByRole('insertion')).toHaveText(/^\s*added:\s*is heard$/)
	await ask.button('Read it in short').click()
	await expect(ask.sentences).toHaveText(changed().en!.summary)
	await ask.button('What has changed').click()
	await expect(ask.root.getByRole('insertion')).toBeVisible()
	await ask.button('Read the whole text').click()
	await expect(ask.heading('Our charter')).toBeVisible()
	await ask.button('Accept').click()
	await expect(ask.outcome).toContainText('Thank you!')
	expect((await space.met(member)).answer).toMatchObject({ version: id, textHash: hashes.en })
})

test('whoever never answered reads the whole charter in short, with the note', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await space.publish(changed(), { changeNote: { en: 'Every voice is heard from now on.' } })
	const ask = new AskDialog(await visit(member))
	await expect(ask.sentences).toHaveText(changed().en!.summary)
	await expect(ask.root).toContainText('Every voice is heard from now on.')
	await expect(ask.root.getByRole('insertion')).toHaveCount(0)
})

test('a charter that only informs opens no window, and can be answered on its page', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts(), { mode: 'inform' })
	const page = await visit(member)
	await settle(page)
	await expect(new AskDialog(page).root).toHaveCount(0)
	await page.goto(CHARTER)
	const screen = new CharterPage(page)
	await screen.button('Accept').click()
	await expect(screen.status.filter({ hasText: 'Thank you! Your answer is kept.' })).toBeVisible()
	expect((await space.met(member)).answer?.choice).toBe('accepted')
})

test('before the deadline, “Later” is possible even where an answer is required', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts(), { mode: 'require', deadlineDays: 1 })
	const ask = new AskDialog(await visit(member))
	await expect(ask.root).toContainText(/Please answer by .+\./)
	await expect(ask.button('Decline and log out')).toHaveCount(0)
	await ask.button('Later').click()
	await expect(ask.root).toHaveCount(0)
})

test('after the deadline there is no “Later”, but always a way out: decline and log out', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts(), { mode: 'require', deadlineDays: 1 })
	const page = await visit(member, DASHBOARD, afterTheDeadline(2, DASHBOARD))
	const ask = new AskDialog(page)
	await expect(ask.root).toContainText(/An answer was asked for by .+, so it cannot be put off any more\./)
	await expect(ask.button('Later')).toHaveCount(0)
	await expect(ask.button('Close')).toHaveCount(0)
	await page.keyboard.press('Escape')
	await expect(ask.root).toBeVisible()
	// Reading takes nothing away, and gives no "Later" back.
	await ask.button('Read the whole text').click()
	await ask.heading('Our charter').waitFor()
	await expect(ask.button('Later')).toHaveCount(0)

	await ask.button('Decline and log out').click()
	await ask.reason.fill('I leave at the end of the year.')
	await ask.button('Decline and log out').click()
	await page.waitForURL(/\/login/)
	const { answers } = await space.answer(charter, 'GET /api/v1/answers', { as: member })
	expect(answers).toMatchObject([{ choice: 'declined', reason: 'I leave at the end of the year.' }])
	await page.goto(FILES)
	await expect(page).toHaveURL(/\/login/)
})

test('after the deadline, declining alone keeps the session', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts(), { mode: 'require', deadlineDays: 1 })
	const ask = new AskDialog(await visit(member, DASHBOARD, afterTheDeadline(2, DASHBOARD)))
	await ask.decline()
	await expect(ask.outcome).toContainText('your account stays as it is')
	await ask.button('Close').click()
	await expect(ask.root).toHaveCount(0)
	expect((await space.met(member)).answer?.choice).toBe('declined')
})

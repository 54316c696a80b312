// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What comes in between while a member answers: a newer charter, another window, a broken line, the end of the session. */

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../contract/support/texts.ts'
import { CHARTER, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterPage } from './sections/charterPage.ts'
import { answerCharter, settled } from './support/people.ts'

const OFFLINE = 'The server cannot be reached. Please check your connection and try again. Nothing you wrote is lost.'

test('a newer charter was published meanwhile: the new text is shown, and the answer is to that', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts('of old'))
	const page = await visit(member)
	const old = new AskDialog(page, 'Our charter of old')
	await old.root.waitFor()
	const newer = await space.publish(charterTexts('of today'))
	await old.button('Accept').click()
	const ask = new AskDialog(page, 'Our charter of today')
	await expect(ask.notice).toHaveText('The charter has been replaced by a newer one in the meantime. Please read the new text.')
	expect((await space.met(member)).answer).toBeNull()
	await ask.button('Accept').click()
	await expect(ask.outcome).toContainText('Thank you!')
	expect((await space.met(member)).answer).toMatchObject({ version: newer.id, textHash: newer.hashes.en })
})

test('another answer was given in another window: it is shown, and stays', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const [one, other] = await Promise.all([visit(member), visit(member)])
	await new AskDialog(other).root.waitFor()
	await new AskDialog(one).decline()
	await expect(new AskDialog(one).outcome).toContainText('Thank you')
	const length = (await space.chain()).length
	const ask = new AskDialog(other)
	await ask.button('Accept').click()
	await expect(ask.notice).toHaveText('You have given another answer in the meantime, perhaps in another window.')
	await expect(ask.outcome).toContainText('You declined the charter on')
	await ask.button('Close').click()
	await expect(ask.root).toHaveCount(0)
	expect((await space.met(member)).answer?.choice).toBe('declined')
	expect(await space.chain()).toHaveLength(length)
})

test('the same on the charter\'s own page', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	await answerCharter(space, member, 'accepted')
	const page = await visit(member, CHARTER)
	const screen = new CharterPage(page)
	await screen.button('Decline from now on').waitFor()
	await answerCharter(space, member, 'declined')
	await answerCharter(space, member, 'accepted')
	await screen.decline('Decline from now on', 'Because.')
	await expect(screen.error).toHaveText('You have given another answer in the meantime, perhaps in another window.')
	expect((await space.met(member)).answer?.choice).toBe('accepted')
	await screen.decline('Decline from now on', 'Because.')
	await expect(screen.status).toContainText('Thank you! Your answer is kept.')
	expect((await space.met(member)).answer?.choice).toBe('declined')
})

test('a broken line: nothing is lost, it is said, and it works once the line is back', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.root.waitFor()
	await page.context().setOffline(true)
	await ask.button('Accept').click()
	await expect(ask.notice).toHaveText(OFFLINE)
	await expect(ask.sentences).toHaveCount(3)
	await ask.button('Read the whole text').click()
	await expect(ask.notice).toHaveText(OFFLINE)
	await page.context().setOffline(false)
	await ask.button('Try again').click()
	await expect(ask.heading('Our charter')).toBeVisible()
	await expect(ask.notice).toHaveCount(0)
	await ask.button('Accept').click()
	await expect(ask.outcome).toContainText('Thank you!')
	expect((await space.met(member)).answer?.choice).toBe('accepted')
})

test('whoever leaves on a broken line is not held up', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.root.waitFor()
	await page.context().setOffline(true)
	await ask.button('Later').click()
	await expect(ask.root).toHaveCount(0)
	await page.context().setOffline(false)
	// It could not be kept, so the ask comes back.
	await page.reload()
	await expect(ask.root).toBeVisible()
})

test('the session has ended: the ask says so and stays', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.root.waitFor()
	await page.context().clearCookies()
	await ask.button('Accept').click()
	await expect(ask.notice).toHaveText('You are no longer logged in. Log in again in another tab, then try again here.')
	await expect(ask.button('Accept')).toBeEnabled()
	expect((await space.met(member)).answer).toBeNull()
})

test('a broken line while declining: what was written is still there, and the way back too', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.button('Decline').click()
	await ask.reason.fill('We never spoke about rule 3.')
	await page.context().setOffline(true)
	await ask.button('Decline').click()
	await expect(ask.notice).toHaveText(OFFLINE)
	await expect(ask.reason).toHaveValue('We never spoke about rule 3.')
	await page.context().setOffline(false)
	await ask.button('Decline').click()
	await expect(ask.outcome).toContainText('Thank you for your answer.')
	const { answers } = await space.answer(charter, 'GET /api/v1/answers', { as: member })
	expect(answers).toMatchObject([{ choice: 'declined', reason: 'We never spoke about rule 3.' }])
})

test('a newer charter was published while somebody wrote why: the new text is shown first', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish(charterTexts('of old'))
	const page = await visit(member)
	const old = new AskDialog(page, 'Our charter of old')
	await old.button('Decline').click()
	await space.publish(charterTexts('of today'))
	await old.reason.fill('Rule 3.')
	await old.button('Decline').click()
	const ask = new AskDialog(page, 'Our charter of today')
	await expect(ask.notice).toHaveText('The charter has been replaced by a newer one in the meantime. Please read the new text.')
	await expect(ask.sentences).toHaveCount(3)
	expect((await space.answer(charter, 'GET /api/v1/answers', { as: member })).answers).toEqual([])
})

test('two quick presses are one answer', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member)
	const ask = new AskDialog(page)
	await ask.root.waitFor()
	const length = (await space.chain()).length
	let sent = 0
	await page.route(/\/api\/v1\/answers$/, async (route) => {
		sent++
		await new Promise((resolve) => setTimeout(resolve, 500))
		await route.continue()
	})
	await ask.button('Accept').dblclick()
	await expect(ask.outcome).toContainText('Thank you!')
	expect(sent).toBe(1)
	expect(await space.chain()).toHaveLength(length + 1)
})

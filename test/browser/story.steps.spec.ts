// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps: ticked by what the space shows, on whatever way it was done, and by what their person says about them. */

import type { Person, Space } from '../contract/support/space.ts'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, embedded, expect, FILES, FIRST_STEPS, MY_STORAGE, test } from './fixtures.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { answerCharter, settled } from './support/people.ts'
import { settle } from './support/requests.ts'

const everyone = { who: 'everyone', groups: [] }

/** A list of two: one that ticks itself, and one of the association's own. */
async function twoSteps(space: Space): Promise<Person> {
	const own = { id: 'own-stall', audience: everyone, texts: { en: { title: 'Say hello at our stall', sentence: 'Come by on Saturday morning.', reason: 'We then know each other.', action: 'Where it is' } }, url: 'https://example.org/stall' }
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', steps: [{ id: 'upload', audience: everyone, texts: {}, url: '' }, own] } })
	return settled(space)
}

test('each step is ticked by the real state, and what is done stays done', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac' } })
	await space.publish()
	const newcomer = await settled(space)
	await answerCharter(space, newcomer, 'declined')
	const page = await visit(newcomer, FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await expect(list.progress).toHaveText('1 of 7 done')
	await expect(list.state('Read the charter')).toHaveText(/done$/)
	// One step is the next one, with one way to it.
	await expect(list.steps.first().getByRole('link', { name: 'Go to my profile' })).toHaveAttribute('href', /\/settings\/user$/)

	const acts = [
		['Choose a profile picture', () => space.uploadPicture(newcomer)],
		['Check your mail address', () => space.edit(newcomer, 'email', `${newcomer.id}@example.org`)],
		['Bring in a first file', () => space.upload(newcomer, 'minutes.md', 2048, 1_700_000_000)],
		['Share a file or a folder', () => space.share(newcomer, 'minutes.md')],
		['Connect your computer or phone', () => space.connectApp(newcomer)],
		['See how much room you have', () => space.page(newcomer, MY_STORAGE)],
	] as const
	for (const [index, [name, act]] of acts.entries()) {
		await expect(list.state(name)).toHaveText(/to do$/)
		await act()
		await page.reload()
		await expect(list.state(name)).toHaveText(/done$/)
		await expect(list.progress).toHaveText(`${index + 2} of 7 done`)
	}
	await expect(list.end).toHaveText('All done. Make yourself at home in Les Amis du Lac.')

	await space.deleteFile(newcomer, 'minutes.md')
	await space.removePicture(newcomer)
	await page.reload()
	await expect(list.progress).toHaveText('7 of 7 done')
})

test('the page notices what was done in another window', async ({ space, visit }) => {
	const member = await twoSteps(space)
	const page = await visit(member, FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await expect(list.progress).toHaveText('0 of 2 done')
	await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
	await page.evaluate(() => {
		dispatchEvent(new Event('blur'))
		dispatchEvent(new Event('focus'))
	})
	await expect(list.progress).toHaveText('1 of 2 done')
})

test('"not for me" puts a step aside, and it can be taken back', async ({ space, visit }) => {
	const page = await visit(await twoSteps(space), FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await list.act('Not for me: {step}', 'Bring in a first file').click()
	await expect(list.progress).toHaveText('0 of 1 done')
	await expect(list.progress).toBeFocused()
	await expect(list.aside).toHaveCount(1)
	await expect(list.root.getByText('“Bring in a first file” is put aside.')).toHaveCount(1)
	await page.reload()
	await expect(list.aside).toContainText('Bring in a first file')
	await list.act('Take back: {step}', 'Bring in a first file').click()
	await expect(list.aside).toHaveCount(0)
	await expect(list.progress).toHaveText('0 of 2 done')
})

test('what is put aside is ticked all the same once it is done', async ({ space, visit }) => {
	const member = await twoSteps(space)
	const page = await visit(member, FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await list.act('Not for me: {step}', 'Bring in a first file').click()
	await expect(list.aside).toHaveCount(1)
	await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
	await page.reload()
	await expect(list.progress).toHaveText('1 of 2 done')
	await expect(list.aside).toHaveCount(0)
})

test('a step of the association\'s own: its person says when it is done; a quiet well-done, and then it goes away', async ({ space, visit }) => {
	const member = await twoSteps(space)
	await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
	const page = await visit(member, FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await expect(list.root.getByRole('link', { name: 'Where it is' })).toHaveAttribute('href', 'https://example.org/stall')
	await expect(list.end).toHaveCount(0)
	const closed = page.waitForResponse(/\/api\/v1\/closed$/)
	await list.act('I have done this: {step}', 'Say hello at our stall').click()
	await expect(list.progress).toHaveText('2 of 2 done')
	await expect(list.end).toHaveText('All done. Make yourself at home in Les Amis du Lac.')
	await expect(page.getByRole('dialog')).toHaveCount(0)
	expect((await closed).status()).toBe(200)
	await list.act('Take back: {step}', 'Say hello at our stall').click()
	await expect(list.end).toHaveCount(0)
	await expect(list.progress).toHaveText('1 of 2 done')
})

test('with everything put aside it is finished too, in other words', async ({ space, visit }) => {
	const page = await visit(await twoSteps(space), FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await list.act('Not for me: {step}', 'Bring in a first file').click()
	await list.act('Not for me: {step}', 'Say hello at our stall').click()
	await expect(list.root).toContainText('You have put all steps aside.')
	await expect(list.end).toHaveText('Nothing is left on your list. You find it here again if you change your mind.')
})

test('the whole list can be put away, and taken out again', async ({ space, visit }) => {
	const page = await visit(await twoSteps(space), FIRST_STEPS)
	const list = new FirstStepsPage(page)
	await list.button('Put this list away').click()
	await expect(list.root).toContainText('You have put this list away: your dashboard does not show it any more.')
	await page.reload()
	await list.button('Show it on my dashboard again').click()
	await expect(list.button('Put this list away')).toBeVisible()
})

if (embedded) {
	test('the dashboard shows the open steps, and nothing once they are done or put away', async ({ space, visit }) => {
		const member = await twoSteps(space)
		const page = await visit(member, DASHBOARD)
		const widget = page.getByRole('region', { name: 'First steps' })
		await expect(widget.getByRole('listitem')).toHaveCount(2)
		await widget.getByRole('link', { name: 'Show all first steps' }).click()
		const list = new FirstStepsPage(page)
		await list.button('Put this list away').click()
		await expect(list.button('Show it on my dashboard again')).toBeVisible()
		await page.goto(DASHBOARD)
		await expect(widget).toHaveCount(0)
		await page.goto(FIRST_STEPS)
		await list.button('Show it on my dashboard again').click()
		await expect(list.button('Put this list away')).toBeVisible()
		await list.act('I have done this: {step}', 'Say hello at our stall').click()
		await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
		await page.goto(FIRST_STEPS)
		await expect(list.end).toBeVisible()
		await settle(page)
		await page.goto(DASHBOARD)
		await expect(widget).toHaveCount(0)
	})

	test('the files page and the user menu: done there, ticked here', async ({ space, visit }) => {
		const page = await visit(await twoSteps(space), FILES)
		await page.getByLabel('Upload').setInputFiles({ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('a picture, in words') })
		await expect(page.getByRole('link', { name: 'photo.txt' })).toBeVisible()
		await page.locator('#user-menu summary').click()
		await page.getByRole('link', { name: 'First steps' }).click()
		await expect(new FirstStepsPage(page).state('Bring in a first file')).toHaveText(/done$/)
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A newcomer: welcomed by name, with steps that tick themselves from what the space shows. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, embedded, expect, FILES, FIRST_STEPS, test } from './fixtures.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { answerCharter } from './support/people.ts'
import { settle } from './support/requests.ts'

test('a newcomer is welcomed, does the steps, and finds them ticked', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', contact: 'Odile at the desk' } })
	const newcomer = await space.person()
	await space.publish()
	await space.answer(onboarding, 'GET /api/v1/steps', { as: newcomer })
	await answerCharter(space, newcomer, 'declined')

	const page = await visit(newcomer)
	const welcome = new WelcomeDialog(page)
	await expect(welcome.root.getByRole('heading', { name: 'Welcome to Les Amis du Lac' })).toBeVisible()
	await expect(welcome.root).toContainText('Any question? Ask Odile at the desk.')
	await expect(welcome.steps).toHaveCount(3)
	await welcome.button('Show me the first steps').click()

	await page.waitForURL(`**${FIRST_STEPS.replace('/index.php', '')}`)
	const steps = new FirstStepsPage(page)
	await expect(steps.progress).toHaveText('1 of 3 done')
	await expect(steps.state('Read the charter')).toHaveText(/done$/)
	await expect(steps.state('Choose a profile picture')).toHaveText(/to do$/)
	await expect(steps.state('Bring in a first file')).toHaveText(/to do$/)

	await space.upload(newcomer, 'minutes.md', 2048, 1_700_000_000)
	await page.reload()
	await expect(steps.state('Bring in a first file')).toHaveText(/done$/)
	await expect(steps.progress).toHaveText('2 of 3 done')

	await space.uploadPicture(newcomer)
	await page.reload()
	await expect(steps.state('Choose a profile picture')).toHaveText(/done$/)
	await expect(steps.root.getByText('All done. Make yourself at home in Les Amis du Lac.')).toBeVisible()

	// What is done stays done.
	await space.deleteFile(newcomer, 'minutes.md')
	await page.reload()
	await expect(steps.progress).toHaveText('3 of 3 done')
})

test('a newcomer leaves at once, is not welcomed twice, and comes back through the page', async ({ space, visit }) => {
	const newcomer = await space.person()
	const page = await visit(newcomer)
	const welcome = new WelcomeDialog(page)
	const sent = page.waitForResponse(/\/api\/v1\/welcome$/)
	await welcome.button('Not now').click()
	await expect(welcome.root).toHaveCount(0)
	expect((await sent).status()).toBe(200)
	await page.reload()
	await settle(page)
	await expect(welcome.root).toHaveCount(0)
	await page.goto(FIRST_STEPS)
	// No charter is in force: reading it is no step.
	await expect(new FirstStepsPage(page).steps).toHaveCount(2)
	await expect(new FirstStepsPage(page).progress).toHaveText('0 of 2 done')
})

test('the page notices what was done in another window', async ({ space, visit }) => {
	const newcomer = await space.person()
	const page = await visit(newcomer, FIRST_STEPS)
	const welcome = new WelcomeDialog(page)
	await welcome.button('Not now').click()
	const steps = new FirstStepsPage(page)
	await expect(steps.progress).toHaveText('0 of 2 done')
	await space.upload(newcomer, 'minutes.md', 2048, 1_700_000_000)
	await page.evaluate(() => {
		dispatchEvent(new Event('blur'))
		dispatchEvent(new Event('focus'))
	})
	await expect(steps.progress).toHaveText('1 of 2 done')
})

if (embedded) {
	test('the files page and the personal settings tick steps too', async ({ space, visit }) => {
		const newcomer = await space.person()
		const page = await visit(newcomer, DASHBOARD)
		await new WelcomeDialog(page).root.getByRole('link', { name: 'Go to my files' }).click()
		await page.waitForURL(`**${FILES.replace('/index.php', '')}`)
		await page.getByLabel('Upload').setInputFiles({ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('a picture, in words') })
		await expect(page.getByRole('link', { name: 'photo.txt' })).toBeVisible()
		await page.locator('#user-menu summary').click()
		await page.getByRole('link', { name: 'First steps' }).click()
		await expect(new FirstStepsPage(page).state('Bring in a first file')).toHaveText(/done$/)
		await expect(new FirstStepsPage(page).progress).toHaveText('1 of 2 done')
	})
}

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Beside the steps: what took the place of what one used before, what words mean, and whom to ask. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { embedded, expect, FIRST_STEPS, test } from './fixtures.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { settled } from './support/people.ts'

test('each part of the page has an address, and going back works', async ({ space, visit }) => {
	const page = await visit(await settled(space), FIRST_STEPS)
	const guide = new FirstStepsPage(page)
	for (const [part, heading, hash] of [['I used … before', 'I used … before', '#before'], ['What words mean', 'What words mean', '#words'], ['Help', 'Help', '#help']] as const) {
		await guide.part(part).click()
		await expect(guide.heading(heading)).toBeVisible()
		await expect(guide.part(part)).toHaveAttribute('aria-current', 'page')
		expect(new URL(page.url()).hash).toBe(hash)
	}
	await page.goBack()
	await expect(guide.heading('What words mean')).toBeVisible()
	await page.goto(`${FIRST_STEPS}#nothing-of-the-kind`)
	await expect(guide.heading('Your first steps')).toBeVisible()
})

test('"I used … before": the tool that one knows leads to the app that is here', async ({ space, visit }) => {
	if (embedded) {
		await space.nextcloud(space.admin, 'POST', 'cloud/apps/forms')
	}
	const page = await visit(await settled(space), `${FIRST_STEPS}#before`)
	const guide = new FirstStepsPage(page)
	const search = guide.root.getByRole('searchbox', { name: 'What did you use?' })
	await search.fill('wetransfer')
	await expect(guide.root.getByRole('heading', { level: 3, name: 'Keeping and sending files' })).toBeVisible()
	await expect(guide.root.getByRole('link', { name: 'Files', exact: true })).toHaveAttribute('href', /\/apps\/files\/?$/)
	await search.fill('no such tool')
	await expect(guide.root.getByRole('status').first()).toHaveText('This name is not in the list. Empty the field to see everything, or ask for help.')
	await expect(guide.root.getByRole('heading', { level: 3 })).toHaveCount(0)
	await search.fill('')
	await expect.poll(() => guide.root.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(5)
	if (embedded) {
		await search.fill('typeform')
		await expect(guide.root.getByRole('status').first()).toHaveText('One place fits.')
		await guide.root.getByRole('link', { name: 'Forms', exact: true }).click()
		await expect(page).toHaveURL(/\/apps\/forms\/$/)
		// What nobody has switched on is not promised.
		await page.goto(`${FIRST_STEPS}#before`)
		await search.fill('zoom')
		await expect(guide.root).toContainText('Your space has no app for this at the moment. If you miss it, tell those who look after the space.')
	}
})

test('the glossary answers what people ask, and knows the association\'s own words', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', glossary: { en: [{ word: 'The shed', meaning: 'Where our boats are, and the key is with Odile.' }] } } })
	const page = await visit(await settled(space), `${FIRST_STEPS}#words`)
	const guide = new FirstStepsPage(page)
	for (const word of ['Account', 'Contact', 'Team', 'Group', 'Share', 'Link', 'Deleted files', 'Version', 'Quota', 'Sync']) {
		await expect(guide.root.getByRole('term').filter({ hasText: new RegExp(`^\\s*${word}`) }), word).toHaveCount(1)
	}
	const own = guide.root.getByRole('region', { name: 'Words of Les Amis du Lac' })
	await expect(own.getByRole('term')).toHaveText('The shed')
	await expect(own.getByRole('definition')).toHaveText('Where our boats are, and the key is with Odile.')
	// Each word has an address: whoever is sent there begins to read there.
	await page.goto(`${FIRST_STEPS}#words/quota`)
	await expect(guide.root.locator('[data-word=quota]')).toBeFocused()
	await expect(guide.root.locator('[data-word=quota]')).toBeInViewport()
})

test('help: the association\'s own people first, then the host\'s community', async ({ space, visit }) => {
	await space.configure(onboarding.app, 'fleet_policy', { host: { communityName: { en: 'The forum of all associations' }, communityUrl: 'https://forum.example.org/' } })
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', contact: 'Odile at the desk', contactUrl: 'mailto:odile@example.org' } })
	const member = await settled(space)
	const page = await visit(member, `${FIRST_STEPS}#help`)
	const guide = new FirstStepsPage(page)
	await expect(guide.root.getByRole('heading', { level: 3 })).toHaveText(['Somebody at Les Amis du Lac', 'Others who use the same kind of space', 'What helps whoever helps you'])
	await expect(guide.root.getByRole('link', { name: 'Odile at the desk' })).toHaveAttribute('href', 'mailto:odile@example.org')
	await expect(guide.root.getByRole('link', { name: 'The forum of all associations' })).toHaveAttribute('href', 'https://forum.example.org/')

	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { contact: '', contactUrl: '' } })
	await space.configure(onboarding.app, 'fleet_policy', null)
	await page.reload()
	await expect(guide.root).toContainText('Ask those who look after this space.')
	await expect(guide.root.getByRole('link', { name: 'The forum of all associations' })).toHaveCount(0)
})

test('a broken line is said, and it can be tried again', async ({ space, visit }) => {
	let broken = true
	const page = await visit(await settled(space), `${FIRST_STEPS}#help`, {
		before: (opened) => opened.route(/\/api\/v1\/guide$/, (route) => broken ? route.fulfill({ status: 500, body: '' }) : route.continue()),
	})
	const guide = new FirstStepsPage(page)
	await expect(guide.root.getByRole('alert')).toContainText('Something went wrong on the server.')
	broken = false
	await guide.button('Try again').click()
	await expect(guide.heading('Help')).toBeVisible()
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A newcomer: welcomed by name, with three choices that can all be skipped, and led to the first steps. */

import type { Request } from '@playwright/test'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, embedded, expect, FIRST_STEPS, test } from './fixtures.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { settle } from './support/requests.ts'
import { wordsOf } from './support/words.ts'

const STEPS_URL = `**${FIRST_STEPS.replace('/index.php', '')}`

/** What the choices are saved by. */
const CHOICES = /\/ocs\/v2\.php\/(?:cloud\/users|apps\/(?:theming|notifications))\//

test('a newcomer is welcomed in the association\'s words, chooses nothing, and is led to the first steps', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', welcome: { en: 'Good to have you here. Have a look around.' }, contact: 'Odile at the desk', contactUrl: 'mailto:odile@example.org' } })
	const sent: Request[] = []
	const page = await visit(await space.person(), DASHBOARD, {
		before: (opened) => {
			opened.on('request', (request) => {
				if (CHOICES.test(request.url()) && request.method() !== 'GET') {
					sent.push(request)
				}
			})
		},
	})
	const welcome = new WelcomeDialog(page)
	await expect(welcome.root.getByRole('heading', { name: 'Welcome to Les Amis du Lac', level: 2 })).toBeFocused()
	await expect(welcome.root).toContainText('Good to have you here. Have a look around.')
	await expect(welcome.root.getByRole('link', { name: 'Any question? Ask Odile at the desk.' })).toHaveAttribute('href', 'mailto:odile@example.org')
	await expect(welcome.language).toHaveValue('en')
	await expect(welcome.pill(welcome.appearance, 'As my device has it')).toBeChecked()
	await welcome.button('Show me the first steps').click()
	await page.waitForURL(STEPS_URL)
	await expect(new FirstStepsPage(page).heading('Your first steps')).toBeVisible()
	expect(sent).toEqual([])
	await settle(page)
	await expect(welcome.root).toHaveCount(0)
})

test('a newcomer chooses a language and goes on in it; the welcome is still there', async ({ space, visit }) => {
	const newcomer = await space.person()
	const page = await visit(newcomer)
	const welcome = new WelcomeDialog(page)
	await welcome.language.selectOption('fr')
	await expect(welcome.said(welcome.choices)).toHaveText('Saved.')
	await Promise.all([page.waitForEvent('load'), welcome.goOn('Français').click()])
	const inFrench = new WelcomeDialog(page, wordsOf('onboarding', 'fr'))
	await expect(inFrench.language).toHaveValue('fr')
	await expect(inFrench.button('Not now')).toBeVisible()
	await inFrench.button('Show me the first steps').click()
	await page.waitForURL(STEPS_URL)
	await expect(page.getByRole('heading', { name: 'Vos premiers pas', level: 2 })).toBeVisible()
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
	expect(await space.nextcloud(newcomer, 'GET', `cloud/users/${newcomer.id}`)).toMatchObject({ language: 'fr' })
})

test('whoever leaves right after choosing a language finds the page in it', async ({ space, visit }) => {
	const page = await visit(await space.person())
	const welcome = new WelcomeDialog(page)
	await welcome.language.selectOption('fr')
	// Not saved yet: the last choice is saved on the way out.
	await Promise.all([page.waitForEvent('load'), welcome.button('Not now').click()])
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
	await settle(page)
	await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a newcomer chooses how the space looks: seen at once, and still so on the next page', async ({ space, visit }) => {
	const page = await visit(await space.person())
	const welcome = new WelcomeDialog(page)
	await welcome.pill(welcome.appearance, 'High contrast, dark').check()
	await expect(page.locator('body')).toHaveAttribute('data-theme-dark-highcontrast')
	await expect(page.locator('body')).not.toHaveAttribute('data-theme-default')
	await expect(welcome.said(welcome.appearance)).toHaveText('Saved.')
	const saved = page.waitForResponse(/\/theme\/opendyslexic\/enable$/)
	await welcome.easierLetters.check()
	await expect(page.locator('body')).toHaveAttribute('data-theme-opendyslexic')
	await welcome.button('Not now').click()
	await expect(welcome.root).toHaveCount(0)
	await saved
	await page.reload()
	await expect(page.locator('body')).toHaveAttribute('data-themes', 'dark-highcontrast,opendyslexic')
})

if (embedded) {
	test('a newcomer chooses how often mails come', async ({ space, visit }) => {
		const page = await visit(await space.person())
		const welcome = new WelcomeDialog(page)
		await expect(welcome.pill(welcome.mails, 'As it is set here')).toBeChecked()
		const answered = page.waitForResponse(/\/apps\/notifications\/api\/v2\/settings$/)
		await welcome.pill(welcome.mails, 'Once a week').check()
		const response = await answered
		expect(response.status()).toBe(200)
		expect(response.request().postDataJSON()).toMatchObject({ batchSetting: 4 })
		await expect(welcome.said(welcome.mails)).toHaveText('Saved.')
		// What was set before is not known any more.
		await expect(welcome.mails.getByRole('radio')).toHaveCount(4)
	})
}

test('a choice that is refused is said plainly, with the place where it can be changed; the rest goes on', async ({ space, visit }) => {
	const page = await visit(await space.person(), DASHBOARD, {
		before: (opened) => opened.route(/\/cloud\/users\//, (route) => route.request().method() === 'PUT' ? route.fulfill({ status: 403, json: { ocs: { meta: { status: 'failure', statuscode: 403, message: 'Password confirmation is required' }, data: [] } } }) : route.continue()),
	})
	const welcome = new WelcomeDialog(page)
	await welcome.language.selectOption('fr')
	await expect(welcome.said(welcome.choices)).toContainText('This cannot be changed from here. You can look in your settings, at any time.')
	await expect(welcome.choices.getByRole('link', { name: 'To my settings' })).toHaveAttribute('href', /\/settings\/user$/)
	await expect(welcome.language).toHaveValue('en')
	await welcome.pill(welcome.appearance, 'Dark').check()
	await expect(welcome.said(welcome.appearance)).toHaveText('Saved.')
	await welcome.button('Show me the first steps').click()
	await page.waitForURL(STEPS_URL)
})

test('on a broken line nobody is held up', async ({ space, visit }) => {
	const page = await visit(await space.person())
	const welcome = new WelcomeDialog(page)
	await welcome.root.waitFor()
	await page.waitForLoadState('networkidle')
	await page.context().setOffline(true)
	await welcome.pill(welcome.appearance, 'Dark').check()
	await expect(welcome.said(welcome.appearance)).toContainText('The server cannot be reached.')
	await expect(welcome.pill(welcome.appearance, 'As my device has it')).toBeChecked()
	const lost = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/v1/welcome'))
	await welcome.button('Not now').click()
	await expect(welcome.root).toHaveCount(0)
	await lost
	await page.context().setOffline(false)
	// It could not be kept, so the welcome comes back.
	await page.reload()
	await expect(welcome.root).toBeVisible()
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
	await expect(new FirstStepsPage(page).progress).toHaveText('0 of 6 done')
})

test('on a phone, everything of the welcome can be reached', async ({ space, visit }) => {
	const page = await visit(await space.person(), DASHBOARD, { width: 320, height: 560 })
	const welcome = new WelcomeDialog(page)
	await expect(welcome.button('Show me the first steps')).toBeInViewport({ ratio: 0.99 })
	await expect(welcome.button('Not now')).toBeInViewport({ ratio: 0.99 })
	await welcome.easierLetters.scrollIntoViewIfNeeded()
	await expect(welcome.easierLetters).toBeInViewport()
	await welcome.easierLetters.check()
	await expect(welcome.said(welcome.appearance)).toHaveText('Saved.')
	await welcome.button('Not now').click()
	await expect(welcome.root).toHaveCount(0)
})

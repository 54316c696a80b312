// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The pictures of the first steps. */

import type { Page } from 'playwright'
import type { Shot } from './shot.ts'

import { ASSOCIATION } from './shot.ts'

const PAGE = '/apps/ensemble_onboarding/'
const ADMIN = `${ASSOCIATION}#first-steps`

/** Of the invented people on the list to invite, two have something wrong with them. */
const LIST = [
	'Name;Mail;Groups;Quota',
	'Anne Lebrun;anne.lebrun@example.org;jardins;5 GB',
	'Blaise Cottin;blaise.cottin@example.org;jardins, atelier;',
	'Claire Morvan;claire.morvan(at)example.org;bureau;5 GB',
	'Djamel Saïdi;djamel.saidi@example.org;atelier;2 GB',
	'Elsa Quéré;elsa.quere@example.org;chorale;',
]

const lineOnPage = (page: Page) => page.locator('#ensemble-line').getByRole('status').filter({ hasText: /./ }).waitFor()
const heading = (name: RegExp | string, level = 2) => (page: Page) => page.getByRole('heading', { name, level }).waitFor()
/** The admin's part, once it has loaded. */
const part = (page: Page) => page.locator('#ensemble-part-first-steps')

/** First steps. */
export const firstSteps: readonly Shot[] = [
	{ name: 'welcome', person: 'jules', path: '/apps/dashboard/', height: 1000, ready: welcomed },
	{ name: 'first-steps', person: 'armelle', path: PAGE, height: 1100, ready: (page) => page.getByText(/^\d of \d done$/).waitFor() },
	{ name: 'first-steps-dashboard', person: 'armelle', path: '/apps/dashboard/', height: 1300, ready: (page) => page.getByText('Show all first steps').waitFor() },
	{ name: 'first-steps-before', person: 'armelle', path: `${PAGE}#before`, height: 1000, ready: heading('I used\u00A0… before') },
	{ name: 'first-steps-words', person: 'armelle', path: `${PAGE}#words`, height: 1000, ready: heading('What words mean') },
	{ name: 'first-steps-help', person: 'armelle', path: `${PAGE}#help`, ready: heading('Help') },
	{ name: 'first-steps-line', person: 'armelle', path: '/apps/polls/', height: 400, ready: lineOnPage },
	{ name: 'first-steps-news', person: 'coline', path: '/apps/files/', height: 600, ready: lineOnPage },
	{ name: 'first-steps-tasks', person: 'maelle', path: `${ADMIN}/tasks`, height: 1100, ready: (page) => page.getByText(/^\s*\d+ of \d+ done/).waitFor() },
	{ name: 'first-steps-invite', person: 'maelle', path: `${ADMIN}/invite`, height: 1130, ready: invited },
	{ name: 'first-steps-edit', person: 'maelle', path: `${ADMIN}/steps`, height: 1000, ready: edited },
	{ name: 'first-steps-plan', person: 'maelle', path: `${ADMIN}/steps`, height: 1100, ready: planned },
	{ name: 'first-steps-hints', person: 'maelle', path: `${ADMIN}/hints`, height: 1000, ready: (page) => part(page).locator('[data-app=deck]').waitFor() },
	{ name: 'first-steps-icons', person: 'maelle', path: `${ADMIN}/icons`, height: 1000, ready: (page) => part(page).getByText('Everybody has it.').first().waitFor() },
	{ name: 'first-steps-figures', person: 'maelle', path: `${ADMIN}/figures`, height: 1000, ready: (page) => part(page).getByRole('table').first().waitFor() },
	{ name: 'first-steps-catalog', person: 'maelle', path: `${ADMIN}/catalog`, height: 940, ready: (page) => part(page).getByRole('button', { name: 'I have read this' }).waitFor() },
]

/** The charter comes first, and has a picture of its own. */
async function welcomed(page: Page): Promise<void> {
	await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click()
	await page.getByRole('dialog', { name: /^Welcome/ }).getByRole('button', { name: 'Show me the first steps' }).waitFor()
}

/** What would become of a list. */
async function invited(page: Page): Promise<void> {
	await page.getByRole('textbox', { name: 'The list' }).fill(LIST.join('\n'))
	await page.getByRole('button', { name: 'Check the list' }).click()
	await page.getByRole('button', { name: /^Invite \d people$/ }).waitFor()
}

/** The words of welcome, with the preview beside them. */
async function edited(page: Page): Promise<void> {
	await page.getByRole('region', { name: 'Preview' }).getByRole('list').waitFor()
}

/** A step is being changed. */
async function planned(page: Page): Promise<void> {
	await edited(page)
	await page.getByRole('button', { name: 'Change: Meet the other associations' }).click()
	await page.getByRole('combobox', { name: 'For whom' }).selectOption('members')
	await page.getByRole('button', { name: 'Change: Keep an eye on the calendar' }).evaluate((element) => element.scrollIntoView())
}

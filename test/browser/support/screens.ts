// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every screen of the pack, and how to come to stand before it. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../contract/support/space.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { warn } from '../../contract/support/samples.ts'
import { ASSOCIATION, CHARTER, DASHBOARD, FIRST_STEPS } from '../fixtures.ts'
import { AskDialog } from '../sections/askDialog.ts'
import { AssociationPage } from '../sections/associationPage.ts'
import { CharterPage } from '../sections/charterPage.ts'
import { FirstStepsPage } from '../sections/firstStepsPage.ts'
import { PublishForm } from '../sections/publishForm.ts'
import { QuotaBanner } from '../sections/quotaBanner.ts'
import { storageAddress, StorageAdmin } from '../sections/storageAdmin.ts'
import { WelcomeDialog } from '../sections/welcomeDialog.ts'
import { answerCharter, settled } from './people.ts'

/** A screen. */
export interface Screen {
	name: string
	path: string
	/** Brings the space into the situation; gives who looks. */
	prepare: (space: Space) => Promise<Person>
	/** Before the page is opened. */
	before?: (page: Page) => Promise<unknown>
	/** Leads on from the opened page, and waits until the screen is there. */
	reach: (page: Page) => Promise<unknown>
}

async function asked(space: Space): Promise<Person> {
	const person = await settled(space)
	await space.publish()
	return person
}

const admin = (space: Space) => settled(space, { admin: true })

export const screens: Screen[] = [
	{
		name: 'the ask, in short',
		path: DASHBOARD,
		prepare: asked,
		reach: (page) => new AskDialog(page).sentences.first().waitFor(),
	},
	{
		name: 'the ask, whole text',
		path: DASHBOARD,
		prepare: asked,
		reach: async (page) => {
			await new AskDialog(page).button('Read the whole text').click()
			await new AskDialog(page).heading('Our charter').waitFor()
		},
	},
	{
		name: 'the ask, answered',
		path: DASHBOARD,
		prepare: asked,
		reach: async (page) => {
			await new AskDialog(page).button('Accept').click()
			await new AskDialog(page).button('Close').waitFor()
		},
	},
	{
		name: 'the welcome',
		path: DASHBOARD,
		prepare: (space) => space.person(),
		reach: (page) => new WelcomeDialog(page).steps.first().waitFor(),
	},
	{
		name: 'the storage notice',
		path: DASHBOARD,
		prepare: async (space) => {
			const person = await settled(space)
			await warn(space, person, 96)
			return person
		},
		reach: (page) => new QuotaBanner(page).root.getByRole('heading').waitFor(),
	},
	{
		name: 'Association, first steps',
		path: `${ASSOCIATION}#first-steps`,
		prepare: admin,
		reach: (page) => new AssociationPage(page).open('First steps'),
	},
	{
		name: 'Association, charter',
		path: `${ASSOCIATION}#charter`,
		prepare: async (space) => {
			const person = await admin(space)
			await space.publish()
			await answerCharter(space, person)
			return person
		},
		reach: async (page) => {
			await new AssociationPage(page).open('Charter')
			await new PublishForm(page).preview.getByRole('heading').waitFor()
			await new PublishForm(page).row('Our charter').first().waitFor()
		},
	},
	{
		name: 'Association, storage of the space',
		path: storageAddress('overview'),
		prepare: async (space) => {
			await space.configure(quota.app, 'settings', { pool: 50 * 1024 ** 3, accountCap: 50 })
			return admin(space)
		},
		reach: async (page) => {
			const { root } = new StorageAdmin(page)
			await root.getByRole('heading', { name: 'Accounts' }).waitFor()
			for (const summary of await root.getByText('Show as a table').all()) {
				await summary.click()
			}
		},
	},
	{
		name: 'Association, storage of the members',
		path: storageAddress('members'),
		prepare: admin,
		reach: (page) => new StorageAdmin(page).row('admin').first().waitFor(),
	},
	{
		name: 'Association, a quota',
		path: storageAddress('members'),
		prepare: admin,
		reach: async (page) => {
			await new StorageAdmin(page).button(/^Change the quota of/).first().click()
			await page.getByRole('radio', { name: 'Another amount' }).check()
		},
	},
	{
		name: 'Association, requests for more room',
		path: storageAddress('requests'),
		prepare: async (space) => {
			const person = await settled(space)
			await space.edit(person, 'quota', '100 MB')
			await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 200 * 1024 ** 2, sentence: 'For the photos.' } })
			return admin(space)
		},
		reach: (page) => new StorageAdmin(page).root.getByRole('article').first().waitFor(),
	},
	{
		name: 'Association, settings of storage',
		path: storageAddress('settings'),
		prepare: admin,
		reach: (page) => new StorageAdmin(page).button('Save').waitFor(),
	},
	{
		name: 'the charter page, no charter',
		path: CHARTER,
		prepare: settled,
		before: (page) => page.route('**/ensemble_charter/api/v1/charter', (route) => route.fulfill({
			json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data: { version: null, language: null, answer: null } } },
		})),
		reach: (page) => new CharterPage(page).title('There is no charter yet').waitFor(),
	},
	{
		name: 'the charter page, not answered',
		path: CHARTER,
		prepare: asked,
		reach: (page) => new CharterPage(page).button('Accept').waitFor(),
	},
	{
		name: 'the charter page, answered',
		path: CHARTER,
		prepare: async (space) => {
			const person = await asked(space)
			await answerCharter(space, person)
			return person
		},
		reach: (page) => new CharterPage(page).button('Decline from now on').waitFor(),
	},
	{
		name: 'the first steps',
		path: FIRST_STEPS,
		prepare: async (space) => {
			const person = await settled(space)
			await space.upload(person, 'minutes.md', 2048, 1_700_000_000)
			return person
		},
		reach: (page) => new FirstStepsPage(page).progress.waitFor(),
	},
]

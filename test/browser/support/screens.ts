// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every screen of the pack, and how to come to stand before it. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../contract/support/space.ts'

import { warn } from '../../contract/support/samples.ts'
import { ASSOCIATION, CHARTER, DASHBOARD, FIRST_STEPS } from '../fixtures.ts'
import { AskDialog } from '../sections/askDialog.ts'
import { AssociationPage } from '../sections/associationPage.ts'
import { CharterPage } from '../sections/charterPage.ts'
import { FirstStepsPage } from '../sections/firstStepsPage.ts'
import { PublishForm } from '../sections/publishForm.ts'
import { QuotaBanner } from '../sections/quotaBanner.ts'
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
		name: 'Association, storage',
		path: `${ASSOCIATION}#storage`,
		prepare: admin,
		reach: async (page) => {
			const panel = await new AssociationPage(page).open('Storage')
			await panel.getByRole('table').last().waitFor()
		},
	},
	{
		name: 'the charter page, no charter',
		path: CHARTER,
		prepare: settled,
		before: (page) => page.route('**/ensemble_charter/api/v1/charter', (route) => route.fulfill({
			json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data: { association: null, host: null } } },
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

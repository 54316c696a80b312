// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the storage app that admins see. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../../contract/support/space.ts'
import type { Say, Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../../../contract/support/samples.ts'
import { storageAddress } from '../../sections/storageAdmin.ts'
import { settled } from '../people.ts'

const MB = 1024 ** 2
const GB = 1024 ** 3

const root = (page: Page) => page.locator('#ensemble-part-storage')
const members = (page: Page, say: Say) => root(page).getByRole('table', { name: say('Storage of each member') })
const cards = (page: Page) => root(page).getByRole('article')

const admin = (space: Space, language: Tongue) => settled(space, { admin: true, language })

/** A space with a size, a cap, and somebody who keeps something. */
async function measured(space: Space, language: Tongue): Promise<Person> {
	await space.configure(quota.app, 'settings', { pool: 50 * GB, accountCap: 50 })
	await fill(space, await settled(space), 92)
	return admin(space, language)
}

/** One request is open, one was declined. */
async function asked(space: Space, language: Tongue): Promise<Person> {
	for (const decided of [true, false]) {
		const person = await settled(space, { quota: '100 MB' })
		const { id } = await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 200 * MB, sentence: 'For the photos.' } })
		if (decided) {
			await space.answer(quota, 'POST /api/v1/requests/{id}/decision', { as: space.admin, params: { id }, body: { decision: 'declined', word: 'On Friday.' } })
		}
	}
	return measured(space, language)
}

const screens: Screen[] = [
	{
		name: 'the space',
		path: storageAddress('overview'),
		prepare: measured,
		reach: async (page, say) => {
			await root(page).getByRole('heading', { name: say('Accounts') }).waitFor()
			for (const summary of await root(page).getByText(say('Show as a table')).all()) {
				await summary.click()
			}
		},
	},
	{
		name: 'the members',
		path: storageAddress('members'),
		prepare: measured,
		reach: (page, say) => members(page, say).getByRole('rowheader').first().waitFor(),
	},
	{
		name: 'a quota',
		path: storageAddress('members'),
		prepare: measured,
		reach: async (page, say) => {
			// A long list has only the rows that are near the window.
			await members(page, say).getByRole('row').filter({ has: page.getByRole('rowheader') }).first().getByRole('button').click()
			await page.getByRole('radio', { name: say('Another amount') }).check()
		},
	},
	{
		name: 'requests for more room',
		path: storageAddress('requests'),
		prepare: asked,
		reach: (page) => cards(page).first().waitFor(),
	},
	{
		name: 'settings',
		path: storageAddress('settings'),
		prepare: measured,
		reach: (page, say) => root(page).getByRole('button', { name: say('Save'), exact: true }).waitFor(),
	},
]

export const storageAdminScreens: Screen[] = screens.map((screen) => ({
	...screen,
	name: `Association, storage: ${screen.name}`,
	app: 'quota' as const,
	tongues: ['en', 'fr'] as const,
}))

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the storage app: the notice, the page "My storage", and what admins see. */

import type { Space } from '../../../contract/support/space.ts'
import type { Screen } from './screen.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { fill, warn } from '../../../contract/support/samples.ts'
import { DASHBOARD, MY_STORAGE } from '../../fixtures.ts'
import { MyStoragePage } from '../../sections/myStoragePage.ts'
import { QuotaBanner } from '../../sections/quotaBanner.ts'
import { storageAddress, StorageAdmin } from '../../sections/storageAdmin.ts'
import { settled } from '../people.ts'

const MB = 1024 ** 2

const admin = (space: Space) => settled(space, { admin: true })

/** Somebody with files, deleted files and old versions. */
async function keeping(space: Space) {
	const person = await settled(space)
	await space.upload(person, 'film.bin', 3 * MB, 1_700_000_000)
	await space.upload(person, 'film.bin', 2 * MB, 1_700_100_000)
	await space.upload(person, 'gone.bin', 1 * MB, 1_700_000_000)
	await space.deleteFile(person, 'gone.bin')
	await fill(space, person, 92)
	return person
}

export const storageScreens: Screen[] = [
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
	...(['overview', 'room', 'more', 'notices'] as const).map((part): Screen => ({
		name: `my storage, ${part}`,
		path: `${MY_STORAGE}#${part}`,
		prepare: keeping,
		reach: (page) => new MyStoragePage(page).root.getByRole('heading').nth(1).waitFor(),
	})),
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
			await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 200 * MB, sentence: 'For the photos.' } })
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
]

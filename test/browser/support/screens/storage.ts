// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the storage app that members see: the notice, what will not fit, and the page "My storage". */

import type { Person, Space } from '../../../contract/support/space.ts'
import type { Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../../../contract/support/samples.ts'
import { DASHBOARD, FILES, MY_STORAGE } from '../../fixtures.ts'
import { MyStoragePage } from '../../sections/myStoragePage.ts'
import { QuotaBanner } from '../../sections/quotaBanner.ts'
import { settled, warned } from '../people.ts'
import { chooseFile } from '../uploads.ts'

const MB = 1024 ** 2
const GB = 1024 ** 3

/** The settings that show the most. */
const told = {
	pool: 50 * GB,
	contact: 'Maëlle, bureau@graines-et-tournevis.example',
	advice: { en: 'Large videos belong on the disk in our office.', fr: 'Les grosses vidéos ont leur place sur le disque du local.' },
}

async function nearlyFull(space: Space, language: Tongue): Promise<Person> {
	await space.configure(quota.app, 'settings', told)
	const person = await settled(space, { language })
	await warned(space, person, 96)
	return person
}

/** Somebody with files, folders, deleted files and old versions. */
async function keeping(space: Space, language: Tongue): Promise<Person> {
	await space.configure(quota.app, 'settings', told)
	const person = await settled(space, { language })
	await space.upload(person, 'film.bin', 3 * MB, 1_700_000_000)
	await space.upload(person, 'film.bin', 2 * MB, 1_700_100_000)
	await space.upload(person, 'gone.bin', 1 * MB, 1_700_000_000)
	await space.deleteFile(person, 'gone.bin')
	await fill(space, person, 92)
	return person
}

async function asking(space: Space, language: Tongue): Promise<Person> {
	const person = await keeping(space, language)
	await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 2 * GB, sentence: 'The photos of the summer party, all of them.' } })
	return person
}

async function declined(space: Space, language: Tongue): Promise<Person> {
	const person = await asking(space, language)
	const { request } = await space.answer(quota, 'GET /api/v1/mine', { as: person })
	await space.answer(quota, 'POST /api/v1/requests/{id}/decision', { as: space.admin, params: { id: request!.id }, body: { decision: 'declined', word: 'Let us talk about it on Friday.' } })
	return person
}

const screens: Screen[] = [
	{
		name: 'the storage notice',
		path: DASHBOARD,
		prepare: nearlyFull,
		reach: (page, say) => new QuotaBanner(page, say).root.getByRole('heading').waitFor(),
	},
	{
		name: 'an upload that will not fit',
		path: FILES,
		prepare: nearlyFull,
		reach: async (page, say) => {
			await new QuotaBanner(page, say).root.getByRole('heading').waitFor()
			await chooseFile(page, 5 * MB)
			await page.getByRole('region', { name: say('Not enough room') }).getByText(say('This will probably not fit')).waitFor()
		},
	},
	{
		name: 'my storage',
		path: MY_STORAGE,
		prepare: keeping,
		reach: async (page, say) => {
			const { root } = new MyStoragePage(page, say)
			await root.getByRole('img').first().waitFor()
			for (const summary of await root.getByText(say('Show as a table')).all()) {
				await summary.click()
			}
		},
	},
	{
		name: 'my storage without a limit',
		path: MY_STORAGE,
		prepare: (space, language) => settled(space, { language }),
		reach: (page, say) => new MyStoragePage(page, say).root.getByRole('img').first().waitFor(),
	},
	{
		name: 'my storage without room of its own',
		path: MY_STORAGE,
		prepare: (space, language) => settled(space, { language, quota: '0 B' }),
		reach: (page, say) => new MyStoragePage(page, say).root.getByText(say('Your account is not meant to keep files of its own. What others share with you is not affected.')).waitFor(),
	},
	{
		name: 'making room',
		path: `${MY_STORAGE}#room`,
		prepare: keeping,
		reach: async (page, say) => {
			const storage = new MyStoragePage(page, say)
			await storage.root.getByText(say('Of which files?')).click()
			await storage.button('Delete {name}', { name: 'film.bin' }).click()
			await storage.button('Bring it back').waitFor()
		},
	},
	{
		name: 'the questions before something is gone for good',
		path: `${MY_STORAGE}#room`,
		prepare: keeping,
		reach: async (page, say) => {
			const storage = new MyStoragePage(page, say)
			await storage.button('Empty the deleted files …').click()
			await storage.button('Remove these versions …').click()
			await storage.button('Remove for good').waitFor()
		},
	},
	{
		name: 'asking for more, with something missing',
		path: `${MY_STORAGE}#more`,
		prepare: declined,
		reach: async (page, say) => {
			const storage = new MyStoragePage(page, say)
			await storage.request.waitFor()
			await storage.root.getByRole('radio', { name: say('Another amount') }).check()
			await storage.button('Ask').click()
			await storage.root.getByText(say('Please say in a sentence what you need it for.')).waitFor()
		},
	},
	{
		name: 'a request for more',
		path: `${MY_STORAGE}#more`,
		prepare: asking,
		reach: (page, say) => new MyStoragePage(page, say).button('Take the request back').waitFor(),
	},
	{
		name: 'how one is told',
		path: `${MY_STORAGE}#notices`,
		prepare: keeping,
		reach: async (page, say) => {
			const storage = new MyStoragePage(page, say)
			await storage.button('Save').click()
			await storage.root.getByText(say('Saved.')).waitFor()
		},
	},
]

export const storageScreens: Screen[] = screens.map((screen) => ({ ...screen, app: 'quota' as const, tongues: ['en', 'fr'] as const }))

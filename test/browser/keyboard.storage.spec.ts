// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** "My storage" by keyboard alone: what was pressed may go away, the focus never gets lost. */

import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../contract/support/samples.ts'
import { expect, MY_STORAGE, test } from './fixtures.ts'
import { MyStoragePage } from './sections/myStoragePage.ts'
import { tabTo } from './support/keyboard.ts'
import { settled } from './support/people.ts'

const MB = 1024 ** 2

test('a file is deleted and brought back, the deleted files are emptied after a question', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'film.bin', 3 * MB, 1_700_000_000)
	await space.upload(member, 'gone.bin', 2 * MB, 1_700_000_000)
	await space.deleteFile(member, 'gone.bin')
	const page = await visit(member, MY_STORAGE)
	const storage = new MyStoragePage(page)
	await tabTo(page, storage.part('Make room'))
	await page.keyboard.press('Enter')
	await expect(storage.heading('Largest files')).toBeVisible()
	// One may want to go on to the next part.
	await expect(storage.part('Make room')).toBeFocused()

	await tabTo(page, storage.button('Delete film.bin'))
	await page.keyboard.press('Enter')
	await expect(storage.button('Bring it back')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(storage.heading('Largest files')).toBeFocused()
	await expect(storage.item('film.bin')).toBeVisible()

	await tabTo(page, storage.button('Empty the deleted files …'))
	await page.keyboard.press('Enter')
	await expect(storage.question).toBeFocused()
	await page.keyboard.press('Escape')
	await expect(storage.button('Empty the deleted files …')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(storage.question).toBeFocused()
	await page.keyboard.press('Tab')
	// Enter by chance does no harm.
	await expect(storage.button('Cancel')).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(storage.button('Empty for good')).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(storage.heading('Deleted files')).toBeFocused()
	await expect(storage.root).toContainText('There are no deleted files.')
})

test('more room is asked for; what is missing gets the focus', async ({ space, visit }) => {
	const member = await settled(space)
	await fill(space, member, 92)
	const page = await visit(member, `${MY_STORAGE}#more`)
	const storage = new MyStoragePage(page)
	await tabTo(page, storage.button('Ask'))
	await page.keyboard.press('Enter')
	await expect(storage.reason).toBeFocused()
	await page.keyboard.type('The photos of the summer party.')
	await tabTo(page, storage.button('Ask'))
	await page.keyboard.press('Enter')
	await expect(storage.heading('Ask for more room')).toBeFocused()
	await expect(storage.request).toContainText('Nobody has decided yet.')
	await tabTo(page, storage.button('Take the request back'))
	await page.keyboard.press('Enter')
	await expect(storage.heading('Ask for more room')).toBeFocused()
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: member })).request?.state).toBe('withdrawn')
})

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** "My storage": what is kept, making room and bringing back, asking for more, one's own choices; and Files, where the banner follows. */

import { contract as quota } from '@ensemble/quota/contract'
import { fill, warn } from '../contract/support/samples.ts'
import { expect, FILES, MY_STORAGE, test } from './fixtures.ts'
import { MyStoragePage } from './sections/myStoragePage.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { settled } from './support/people.ts'

const MB = 1024 ** 2

test('a member sees what is kept, deletes the largest file, brings it back, and empties the deleted files', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'film.bin', 3 * MB, 1_700_000_000)
	await space.upload(member, 'gone.bin', 2 * MB, 1_700_000_000)
	await space.deleteFile(member, 'gone.bin')
	await fill(space, member, 80)
	const page = await visit(member, MY_STORAGE)
	const storage = new MyStoragePage(page)
	await expect(storage.sentence).toContainText(/^Your files take \d+(\.\d)? MB of \d+(\.\d)? MB\./)
	await expect(storage.root.getByRole('img', { name: /Deleted files 2 MB/ })).toBeVisible()

	await storage.part('Make room').click()
	await storage.button('Delete film.bin').click()
	await expect(storage.root).toContainText('“film.bin” is among your deleted files now.')
	await expect(storage.root.getByRole('link', { name: 'film.bin' })).toHaveCount(0)
	await expect(storage.root).toContainText('2 deleted files and folders take 5 MB.')
	await storage.button('Bring it back').click()
	await expect(storage.root).toContainText('“film.bin” is back where it was.')
	await expect(storage.root.getByRole('link', { name: 'film.bin' })).toBeVisible()

	await storage.button(/^Empty the deleted files/).click()
	await storage.button('Empty for good').click()
	await expect(storage.root).toContainText('There are no deleted files.')
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: member })).trash).toBe(0)
})

test('a member thins out old versions; the file stays', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'minutes.bin', 2 * MB, 1_700_000_000)
	await space.upload(member, 'minutes.bin', 1 * MB, 1_700_100_000)
	await fill(space, member, 50)
	const before = await space.answer(quota, 'GET /api/v1/mine', { as: member })
	expect(before.versions).toBe(2 * MB)
	const page = await visit(member, `${MY_STORAGE}#room`)
	const storage = new MyStoragePage(page)
	await expect(storage.root).toContainText('One old version takes 2 MB.')
	await storage.button(/^Remove these versions/).click()
	await storage.button('Remove for good').click()
	await expect(storage.root).toContainText('One old version is gone, 2 MB are free again.')
	await expect(storage.root).toContainText('There are no old versions.')
	const after = await space.answer(quota, 'GET /api/v1/mine', { as: member })
	expect(after).toMatchObject({ versions: 0, files: before.files })
})

test('a member asks for more, and takes it back', async ({ space, visit }) => {
	const member = await settled(space)
	await fill(space, member, 92)
	const page = await visit(member, `${MY_STORAGE}#more`)
	const storage = new MyStoragePage(page)
	await storage.root.getByRole('radio', { name: '2 GB' }).check()
	await storage.root.getByRole('textbox', { name: 'What do you need it for?' }).fill('The photos of the summer party.')
	await storage.button('Ask').click()
	await expect(storage.root.getByRole('group', { name: 'Your request' })).toContainText('you asked for 2 GB. Nobody has decided yet.')
	await storage.button('Take the request back').click()
	await expect(storage.root.getByRole('group', { name: 'Your request' })).toContainText('You took it back.')
	await expect(storage.button('Ask')).toBeVisible()
})

test('a member chooses how to be told', async ({ space, visit }) => {
	const member = await settled(space)
	const page = await visit(member, `${MY_STORAGE}#notices`)
	const storage = new MyStoragePage(page)
	await storage.root.getByRole('checkbox', { name: 'Send me mails about my storage' }).uncheck()
	await storage.root.getByRole('combobox').selectOption('95% or more')
	await storage.button('Save').click()
	await expect(storage.root).toContainText('Saved.')
	expect(await space.answer(quota, 'GET /api/v1/preferences', { as: member })).toMatchObject({ mail: false, from: 95 })
})

test('in Files the banner follows what is deleted, and what will not fit is explained before it fails', async ({ space, visit }) => {
	const member = await settled(space)
	await warn(space, member, 92)
	const page = await visit(member, FILES)
	const banner = new QuotaBanner(page)
	await expect(banner.root).toContainText(/\(9[12]%\)/)

	// As Nextcloud's own upload button: a field with files.
	await page.evaluate(() => {
		const input = Object.assign(document.createElement('input'), { type: 'file' })
		const files = new DataTransfer()
		files.items.add(new File([new Uint8Array(5 * 1024 ** 2)], 'too large.bin'))
		input.files = files.files
		document.body.append(input)
		input.dispatchEvent(new Event('change', { bubbles: true }))
		input.remove()
	})
	const notice = page.getByRole('region', { name: 'Not enough room' })
	await expect(notice).toContainText(/You are adding 5 MB, but only [\d.]+ (MB|kB) are free here\./)
	await notice.getByRole('button', { name: 'Close' }).click()
	await expect(notice).toHaveCount(0)

	await space.deleteFile(member, 'filled.bin')
	await page.evaluate(() => {
		const { _nc_event_bus: bus } = window as typeof window & { _nc_event_bus?: { emit: (name: string, event: object) => void } }
		bus?.emit('files:node:deleted', {})
	})
	await expect(banner.root).toContainText('Your storage has room again')
	await expect(banner.amounts.nth(1)).toHaveText('Deleted files 9 MB')
})

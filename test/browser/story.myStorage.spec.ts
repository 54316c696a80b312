// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** "My storage": what is kept, making room and bringing back, asking for more, one's own choices; and Files, where the banner follows. */

import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../contract/support/samples.ts'
import { expect, FILES, MY_STORAGE, test } from './fixtures.ts'
import { MyStoragePage } from './sections/myStoragePage.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { settled, warned } from './support/people.ts'
import { chooseFile } from './support/uploads.ts'

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

	await storage.root.getByRole('link', { name: /^Make room:/ }).click()
	await storage.button('Delete film.bin').click()
	await expect(storage.root).toContainText('“film.bin” is among your deleted files now.')
	await expect(storage.item('film.bin')).toHaveCount(0)
	await expect(storage.root).toContainText('2 deleted files and folders take 5 MB.')
	await storage.button('Bring it back').click()
	await expect(storage.root).toContainText('“film.bin” is back where it was.')
	await expect(storage.item('film.bin')).toBeVisible()

	await storage.button('Empty the deleted files …').click()
	await expect(storage.question).toContainText('Empty the deleted files? This frees 2 MB.')
	await storage.button('Empty for good').click()
	await expect(storage.root).toContainText('There are no deleted files.')
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: member })).trash).toBe(0)
})

test('the largest files and folders lead into Files', async ({ space, visit }) => {
	const member = await settled(space)
	await space.dav(member, 'MKCOL', `files/${member.id}/Films`)
	await space.upload(member, 'Films/long.bin', 3 * MB, 1_700_000_000)
	const { files, folders } = await space.answer(quota, 'GET /api/v1/mine/largest', { as: member })
	const page = await visit(member, `${MY_STORAGE}#room`)
	const storage = new MyStoragePage(page)
	for (const [name, id] of [['long.bin', files.find((one) => one.name === 'long.bin')!.id], ['Films', folders.find((one) => one.name === 'Films')!.id]] as const) {
		await expect(storage.item(name)).toHaveAttribute('href', new RegExp(`/index\\.php/f/${id}$`))
	}
	await storage.item('Films').click()
	await expect(page).toHaveURL(/\/apps\/files\/.*dir=\/?(%2F)?Films/)
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
	await storage.button('Remove these versions …').click()
	await expect(storage.question).toContainText('Remove one old version? This frees 2 MB.')
	await storage.button('Remove for good').click()
	await expect(storage.root).toContainText('One old version is gone, 2 MB are free again.')
	await expect(storage.root).toContainText('There are no old versions.')
	const after = await space.answer(quota, 'GET /api/v1/mine', { as: member })
	expect(after).toMatchObject({ versions: 0, files: before.files })
})

test('a member asks for more, takes it back, asks again, and reads the answer', async ({ space, visit }) => {
	const member = await settled(space)
	await fill(space, member, 92)
	const page = await visit(member, `${MY_STORAGE}#more`)
	const storage = new MyStoragePage(page)
	for (const amount of ['2 GB', '3 GB']) {
		await storage.root.getByRole('radio', { name: amount }).check()
		await storage.reason.fill('The photos of the summer party.')
		await storage.button('Ask').click()
		await expect(storage.request).toContainText(`you asked for ${amount}. Nobody has decided yet.`)
		if (amount === '2 GB') {
			await storage.button('Take the request back').click()
			await expect(storage.request).toContainText('You took it back.')
		}
	}
	await expect(storage.button('Ask')).toHaveCount(0)

	await space.edit(member, 'quota', '1 GB')
	const { request } = await space.answer(quota, 'GET /api/v1/mine', { as: member })
	await space.answer(quota, 'POST /api/v1/requests/{id}/decision', { as: space.admin, params: { id: request!.id }, body: { decision: 'approved', word: 'That is what we have.' } })
	await page.reload()
	await expect(storage.request).toContainText(/Not all of it, but you have 1 GB since .*The answer says:\s*That is what we have\./s)
	await expect(storage.sentence).toContainText('of 1 GB')
	await expect(storage.button('Ask')).toBeVisible()
})

test('where requests are not taken, it is said whom to ask', async ({ space, visit }) => {
	await space.configure(quota.app, 'settings', { requests: false, contact: 'Maëlle' })
	const page = await visit(await settled(space, { quota: '1 GB' }), `${MY_STORAGE}#more`)
	const storage = new MyStoragePage(page)
	await expect(storage.root).toContainText('Requests for more room are not taken here. Please ask Maëlle.')
	await expect(storage.button('Ask')).toHaveCount(0)
})

test('a member chooses how to be told, unless the admins have decided it', async ({ space, visit }) => {
	const member = await settled(space)
	const page = await visit(member, `${MY_STORAGE}#notices`)
	const storage = new MyStoragePage(page)
	await storage.root.getByRole('checkbox', { name: 'Send me mails about my storage' }).uncheck()
	await storage.root.getByRole('combobox').selectOption('95% or more')
	await storage.button('Save').click()
	await expect(storage.root).toContainText('Saved.')
	expect(await space.answer(quota, 'GET /api/v1/preferences', { as: member })).toMatchObject({ mail: false, from: 95 })

	await space.configure(quota.app, 'settings', { membersChoose: false })
	await page.reload()
	await expect(storage.root).toContainText('Those who look after this space have decided this for everybody.')
	await expect(storage.button('Save')).toHaveCount(0)
})

test('the picture of what one keeps has a table, and keeps its parts apart without colours', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'gone.bin', 2 * MB, 1_700_000_000)
	await space.deleteFile(member, 'gone.bin')
	await space.edit(member, 'quota', '1 GB')
	const page = await visit(member, MY_STORAGE, { width: 320 })
	const storage = new MyStoragePage(page)
	await storage.root.getByText('Show as a table').first().click()
	const table = storage.root.getByRole('table', { name: 'All that is kept for you' })
	await expect(table.getByRole('rowheader')).toHaveText(['Files', 'Free', 'Deleted files', 'Old versions'])
	await expect(table.getByRole('row').filter({ hasText: 'Deleted files' }).getByRole('cell')).toHaveText(['2 MB', '0%'])

	await page.emulateMedia({ forcedColors: 'active' })
	const { looks, line, paper } = await storage.root.getByRole('img', { name: /^All that is kept/ }).evaluate((picture) => {
		const segments = [...picture.querySelectorAll('.stacked-bar__segment')]
		return { looks: segments.map((segment) => segment.getAttribute('fill')), line: segments.map((segment) => getComputedStyle(segment).stroke), paper: getComputedStyle(document.body).backgroundColor }
	})
	expect(new Set(looks).size).toBe(looks.length)
	expect(looks.length).toBeGreaterThan(2)
	expect(line).not.toContain(paper)
})

test('in Files the banner follows what is deleted, and what will not fit is explained before it fails', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 92)
	const page = await visit(member, FILES)
	const banner = new QuotaBanner(page)
	await expect(banner.root).toContainText(/\(9[12]%\)/)

	await chooseFile(page, 5 * MB)
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

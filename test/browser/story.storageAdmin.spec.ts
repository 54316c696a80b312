// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Association → Storage: the space as pictures, quotas for one and many and back again, requests and their answers, settings. */

import type { Space } from '../contract/support/space.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../contract/support/samples.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { storageAddress, StorageAdmin } from './sections/storageAdmin.ts'
import { settled } from './support/people.ts'

const MB = 1024 ** 2
const GB = 1024 ** 3

test('an admin sees who keeps how much, in total and each', async ({ space, visit }) => {
	await space.configure(quota.app, 'settings', { pool: 50 * GB })
	const admin = await settled(space, { admin: true })
	const member = await settled(space)
	await space.upload(member, 'gone.bin', 3 * MB, 1_700_000_000)
	await space.deleteFile(member, 'gone.bin')
	await fill(space, member, 92)
	const page = await visit(admin, storageAddress('overview'))
	const storage = new StorageAdmin(page)
	await expect(storage.root).toContainText(/[\d.]+ (MB|GB) of 50 GB are in use; [\d.]+ GB are free\./)
	await expect(storage.root.getByRole('img', { name: /^What takes room in the space\. Files of members .*Deleted files .*Old versions .*Team folders .*Previews and other things .*Free / })).toBeVisible()
	await expect(storage.root).toContainText(/too early to tell|will be full|not been growing|not be full/)

	await storage.tab(/^Members/).click()
	const row = await storage.find(member.id)
	await expect(row).toContainText('3 MB')
	await expect(row).toContainText(/9[12]%/)
	await expect(row).toContainText('above 90%')
	await expect(storage.root).toContainText('One account is listed.')
	await storage.button('Name').click()
	await expect(storage.root.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
})

/** Whoever has no quota of their own may keep so much. */
const everybody = (space: Space, value: string) => space.nextcloud(space.admin, 'POST', 'apps/provisioning_api/api/v1/config/apps/files/default_quota', () => ({ value }))

test('a quota is set and put back, for one and for many, by Nextcloud\'s own means', async ({ space, visit }) => {
	await space.configure(quota.app, 'settings', { pool: 1 * GB })
	await everybody(space, '10 MB')
	const admin = await settled(space, { admin: true })
	const [one, other] = [await settled(space), await settled(space)]
	await space.edit(one, 'quota', '100 MB')
	await space.edit(other, 'quota', '200 MB')
	const stored = async () => {
		const { members } = await space.answer(quota, 'GET /api/v1/usage', { as: admin })
		return [one, other].map(({ id }) => members.find(({ account }) => account === id)?.stored)
	}
	const page = await visit(admin, storageAddress('members'))
	const storage = new StorageAdmin(page)
	await (await storage.find(one.id)).getByRole('button').click()
	await storage.choose('2 GB')
	await expect(page.getByRole('alert')).toContainText('more than the space has')
	await storage.button('Promise it all the same').click()
	await expect(storage.progress).toHaveText('One quota was changed.')
	await expect(storage.row(one.id)).toContainText('2 GB')
	expect(await stored()).toEqual(['2 GB', '200 MB'])

	await storage.select(one.id, other.id)
	await storage.button('Set a quota for those selected').click()
	await page.getByRole('radio', { name: 'Another amount' }).check()
	await page.getByRole('textbox', { name: 'Amount in GB' }).fill('0.5')
	await storage.button('Set the quota').click()
	await expect(storage.progress).toHaveText('2 quotas were changed.')
	expect(await stored()).toEqual(['512 MB', '512 MB'])
	await storage.button('Undo: put 2 earlier quotas back').click()
	await expect(storage.progress).toHaveText('2 earlier quotas were put back.')
	expect(await stored()).toEqual(['2 GB', '200 MB'])
	await expect(storage.button(/^Undo/)).toHaveCount(0)
	await everybody(space, 'none')
})

test('a request is announced, approved with a word, and another one declined', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const [one, other] = [await settled(space), await settled(space)]
	for (const person of [one, other]) {
		await space.edit(person, 'quota', '100 MB')
		await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 200 * MB, sentence: 'For the photos.' } })
	}
	const mine = async (person: typeof one) => (await space.answer(quota, 'GET /api/v1/mine', { as: person })).request
	const page = await visit(admin, storageAddress('overview'))
	const storage = new StorageAdmin(page)
	await storage.button('See the requests').click()
	await expect(page).toHaveURL(/#storage\/requests$/)
	await storage.request(one.id).getByRole('textbox').fill('With pleasure.')
	await storage.request(one.id).getByRole('button', { name: /^Approve 200 MB/ }).click()
	await expect(storage.root).toContainText('may now keep 200 MB, and has been told.')
	expect(await mine(one)).toMatchObject({ state: 'approved', granted: 200 * MB, word: 'With pleasure.' })

	await storage.request(other.id).getByRole('textbox').fill('Please empty your deleted files first.')
	await storage.request(other.id).getByRole('button', { name: 'Decline' }).click()
	await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
	await expect(storage.root).toContainText('Declined.')
	expect(await mine(other)).toMatchObject({ state: 'declined', granted: null, word: 'Please empty your deleted files first.' })
	await expect(storage.root.getByRole('table', { name: /^Decided/ }).getByRole('row').filter({ hasText: other.id })).toContainText('Declined')
})

test('a notification leads straight to its request, and to each answer', async ({ space, visit }) => {
	await space.configure(quota.app, 'settings', { pool: 500 * GB })
	const [one, other] = [await settled(space, { quota: '100 MB' }), await settled(space, { quota: '100 MB' })]
	const ids: number[] = []
	for (const person of [one, other]) {
		ids.push((await space.answer(quota, 'POST /api/v1/requests', { as: person, body: { wanted: 200 * MB, sentence: 'For the photos.' } })).id)
	}
	const page = await visit(await settled(space, { admin: true }), `${ASSOCIATION}#storage/requests/${ids[1]}`)
	const storage = new StorageAdmin(page)
	await expect(storage.request(other.id).getByRole('heading')).toBeFocused()
	await expect(page.getByRole('dialog')).toHaveCount(0)

	const follow = (to: string) => page.evaluate((hash) => {
		location.hash = hash
	}, `#storage/requests/${to}`)
	await follow(`${ids[0]}/approve`)
	const dialog = page.getByRole('dialog', { name: new RegExp(`^Room for .*${one.id}`) })
	await dialog.getByRole('textbox', { name: 'Amount in GB' }).fill('0.15')
	await expect(page).toHaveURL(/#storage\/requests$/)
	await dialog.getByRole('button', { name: 'Approve' }).click()
	await expect(storage.root).toContainText(/may now keep 15\d(\.\d)? MB, and has been told\./)
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: one })).request).toMatchObject({ state: 'approved_less' })

	await follow(`${ids[1]}/decline`)
	await page.getByRole('dialog', { name: new RegExp(`^Decline the request of .*${other.id}`) }).getByRole('button', { name: 'Decline' }).click()
	await expect(storage.root).toContainText('Declined.')
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: other })).request).toMatchObject({ state: 'declined' })

	await follow(`${ids[1]}/approve`)
	await expect(storage.root).toContainText('That request is no longer open')
	await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('levels and their marks are saved as they are seen', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true })
	const page = await visit(admin, storageAddress('settings'))
	const storage = new StorageAdmin(page)
	await storage.levels.getByRole('checkbox', { name: 'Mail at 90 %' }).check()
	await storage.levels.getByRole('checkbox', { name: 'Notification at 95 %' }).uncheck()
	await storage.root.getByRole('checkbox', { name: /^No notifications and no mails/ }).uncheck()
	await storage.root.getByRole('combobox', { name: 'Day' }).selectOption('No such mail')
	await storage.button('Save').click()
	await expect(storage.root.getByText('Saved.')).toBeVisible()
	const { values } = await space.answer(quota, 'GET /api/v1/settings', { as: admin })
	expect(values).toMatchObject({ mailFrom: 90, notificationFrom: 101, quietHours: { from: 0, to: 0 }, digestDay: 0 })
	await page.reload()
	await expect(storage.levels.getByRole('checkbox', { name: /^Mail/ }).nth(1)).toBeChecked()
	await expect(storage.levels.getByRole('checkbox', { name: /^Notification/ }).nth(2)).not.toBeChecked()
})

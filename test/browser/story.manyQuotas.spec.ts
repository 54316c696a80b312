// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Association → Storage → Members: quotas for a group and for newcomers, the password, Nextcloud's limit, a broken line, a long list. */

import type { Page, Route } from '@playwright/test'
import type { Person, Space } from '../contract/support/space.ts'

import { contract as quota } from '@ensemble/quota/contract'
import { expect, test } from './fixtures.ts'
import { storageAddress, StorageAdmin } from './sections/storageAdmin.ts'
import { confirmedLongAgo } from './support/longAgo.ts'
import { settled } from './support/people.ts'

const GB = 1024 ** 3
const USERS = /\/cloud\/users\/[^/]+$/
const usage = (space: Space) => space.answer(quota, 'GET /api/v1/usage', { as: space.admin })

async function stored(space: Space, people: Person[]) {
	const { members } = await usage(space)
	return people.map(({ id }) => members.find(({ account }) => account === id)?.stored)
}

/** A group of so many people, who have 100 MB each. */
async function groupOf(space: Space, many: number) {
	const group = await space.group()
	const people: Person[] = []
	while (people.length < many) {
		people.push(await settled(space, { quota: '100 MB', groups: [group] }))
	}
	return { group, people }
}

/** Opens the list of a group, and the dialog for all in it. */
async function chooseForGroup(page: Page, group: string): Promise<StorageAdmin> {
	const storage = new StorageAdmin(page)
	await storage.root.getByRole('combobox', { name: 'Group' }).selectOption(group)
	await storage.button(/^Select all \d+ that are listed$/).click()
	await storage.button('Set a quota for those selected').click()
	return storage
}

/** The accounts whose change the server has taken, in order. Listens from the beginning. */
function watchChanges(page: Page): string[] {
	const taken: string[] = []
	page.on('response', (response) => {
		if (response.request().method() === 'PUT' && USERS.test(response.url()) && response.status() === 200) {
			taken.push(decodeURIComponent(response.url().split('/').at(-1)!))
		}
	})
	return taken
}

test('a whole group gets a quota: Nextcloud wants a break, the line breaks, and each is changed once', async ({ space, visit }) => {
	const { group, people } = await groupOf(space, 6)
	const page = await visit(await settled(space, { admin: true }), storageAddress('members'), { before: (opened) => opened.clock.install() })
	const taken = watchChanges(page)
	let calls = 0
	await page.route(USERS, async (route: Route) => {
		calls++
		if (calls === 3) {
			await route.fulfill({ status: 429, body: '[]' })
		} else if (calls === 5) {
			// It arrives, but its answer is lost.
			const answer = await route.fetch()
			expect(answer.status()).toBe(200)
			taken.push(decodeURIComponent(route.request().url().split('/').at(-1)!))
			await route.abort('connectionreset')
		} else {
			await route.continue()
		}
	})
	const storage = await chooseForGroup(page, group)
	await storage.choose('1 GB')
	await expect(storage.progress).toContainText('Nextcloud takes no more changes for the moment. This goes on by itself within ten minutes.')
	await expect(storage.root.getByRole('progressbar')).toHaveAccessibleName('2 of 6')
	await storage.tab(/^Overview/).click()
	await expect(storage.progress).toContainText('This goes on by itself')
	await page.clock.fastForward(21_000)
	await expect(storage.root.getByText('The server cannot be reached. This goes on by itself as soon as it can; nothing is lost.')).toBeVisible()
	await page.clock.fastForward(21_000)
	await expect(storage.progress).toHaveText('6 quotas were changed.')
	expect(await stored(space, people)).toEqual(people.map(() => '1 GB'))
	expect(taken.toSorted()).toEqual(people.map(({ id }) => id).toSorted())

	await storage.button('Undo: put 6 earlier quotas back').click()
	await expect(storage.progress).toHaveText('6 earlier quotas were put back.')
	expect(await stored(space, people)).toEqual(people.map(() => '100 MB'))
})

test('it can be stopped, and goes on with the rest', async ({ space, visit }) => {
	const { group, people } = await groupOf(space, 3)
	const page = await visit(await settled(space, { admin: true }), storageAddress('members'))
	const taken = watchChanges(page)
	let full = true
	await page.route(USERS, (route: Route) => full && taken.length > 0 ? route.fulfill({ status: 429, body: '[]' }) : route.continue())
	const storage = await chooseForGroup(page, group)
	await storage.choose('2 GB')
	await expect(storage.root.getByRole('progressbar')).toHaveAccessibleName('1 of 3')
	await storage.button('Stop').click()
	await expect(storage.progress).toHaveText('You have stopped this. One quota was changed. 2 accounts were left as they were.')
	await expect(storage.root.getByText('2 accounts are selected.')).toBeVisible()
	full = false
	await storage.button('Go on with the 2 that are left').click()
	await expect(storage.progress).toHaveText('3 quotas were changed.')
	expect(await stored(space, people)).toEqual(people.map(() => '2 GB'))
	expect(taken.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
	await expect(storage.root.getByText('Nobody is selected.')).toBeVisible()
})

test('the password is asked for when it was given long ago', async ({ space, visit }) => {
	const [admin, person] = [await settled(space, { admin: true }), await settled(space, { quota: '100 MB' })]
	const page = await visit(admin, storageAddress('members'))
	await confirmedLongAgo(page, admin)
	await page.reload()
	const storage = new StorageAdmin(page)
	await (await storage.find(person.id)).getByRole('button').click()
	await storage.choose('1 GB')
	const dialog = page.getByRole('dialog', { name: 'Confirm with your password' })
	await expect(dialog.getByLabel('Your password')).toBeFocused()
	await page.keyboard.type('not this one')
	await page.keyboard.press('Enter')
	await expect(dialog.getByRole('alert')).toHaveText('That was not the right password. Please try again.')
	expect(await stored(space, [person])).toEqual(['100 MB'])
	await dialog.getByLabel('Your password').fill(admin.password)
	await page.keyboard.press('Enter')
	await expect(storage.progress).toHaveText('One quota was changed.')
	await expect(dialog).toHaveCount(0)
	expect(await stored(space, [person])).toEqual(['1 GB'])
})

test('newcomers have the default, which can be changed and put back', async ({ space, visit }) => {
	const before = (await usage(space)).defaultQuota
	const page = await visit(await settled(space, { admin: true }), storageAddress('members'))
	const storage = new StorageAdmin(page)
	await storage.button('Change the default').click()
	await storage.choose('5 GB')
	await expect(storage.progress).toHaveText('One quota was changed.')
	await expect(storage.root.getByText('Newcomers, and everybody who has no quota of their own, may keep: 5 GB.')).toBeVisible()
	const newcomer = await settled(space, { quota: 'default' })
	expect((await space.answer(quota, 'GET /api/v1/mine', { as: newcomer })).quota).toBe(5 * GB)
	await storage.button('Undo: put the earlier quota back').click()
	await expect(storage.progress).toHaveText('One earlier quota was put back.')
	expect((await usage(space)).defaultQuota).toBe(before)
})

test('5,000 accounts are a list that can be scrolled, searched and selected', async ({ space, visit }) => {
	const counted = await usage(space)
	const one = counted.members[0]!
	const members = Array.from({ length: 5000 }, (_, index) => ({ ...one, account: `member${index}`, name: `Member ${index}`, files: index * 1000, quota: 10_000_000, percent: index / 100, level: null, groups: [] }))
	const page = await visit(await settled(space, { admin: true }), storageAddress('members'), {
		before: (opened) => opened.route(/\/api\/v1\/usage$/, (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data: { ...counted, members } } } })),
	})
	const storage = new StorageAdmin(page)
	const table = storage.root.getByRole('table', { name: 'Storage of each member' })
	await expect(table).toHaveAttribute('aria-rowcount', '5001')
	const rows = table.getByRole('rowheader')
	await expect(rows.first()).toContainText('Member 4999')
	expect(await rows.count()).toBeLessThan(100)
	await table.evaluate((element) => element.scrollIntoView({ block: 'end' }))
	await expect(rows.last()).toContainText('Member 0')
	await expect(rows.last()).toBeInViewport()
	expect(await rows.count()).toBeLessThan(100)
	await storage.root.getByRole('searchbox').fill('Member 1234')
	await expect(rows).toHaveCount(1)
	await storage.root.getByRole('searchbox').fill('')
	await storage.button('Select all 5,000 that are listed').click()
	await storage.button('Set a quota for those selected').click()
	await expect(page.getByRole('dialog')).toContainText('with 5,000 accounts this takes about 17 hours.')
})

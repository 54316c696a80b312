// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** An admin invites people from a list: looked at first, a result for each line, and the same list again does no harm. */

import type { Space } from '../contract/support/space.ts'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { expect, test } from './fixtures.ts'
import { firstStepsAddress } from './sections/firstStepsAdmin.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { confirmedLongAgo } from './support/longAgo.ts'
import { adminAtDesk } from './support/people.ts'

/** A word that no earlier test has used. */
const newWord = () => `x${Date.now().toString(36)}`

const accounts = async (space: Space) => (await space.nextcloud(space.admin, 'GET', 'cloud/users') as { users: string[] }).users

/** What Nextcloud knows of the account with an address; null = there is none. Login names are made from names, which have the word in them. */
async function found(space: Space, word: string, mail: string): Promise<Record<string, unknown> | null> {
	for (const id of (await accounts(space)).filter((one) => one.includes(word))) {
		const account = await space.nextcloud(space.admin, 'GET', `cloud/users/${id}`) as Record<string, unknown>
		if (account.email === mail) {
			return account
		}
	}
	return null
}

test('a list is looked at first: nothing is made, and each line says what would become of it', async ({ space, visit }) => {
	const word = newWord()
	const group = await space.group()
	const admin = await adminAtDesk(space)
	const before = await accounts(space)
	const page = await visit(admin, firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await invite.button('Check the list').click()
	await expect(invite.list).toHaveAccessibleDescription('Please paste or write a list first.')
	await invite.check([
		'Name;Mail;Groups;Quota',
		`Anna ${word};anna-${word}@example.org;${group};5 GB`,
		`Bert ${word};bert-${word}@example.org;there-is-no-such-group;`,
		`Carla ${word};this is no address;;`,
		`Dora ${word};anna-${word}@example.org;;`,
		`Emil ${word};emil-${word}@example.org;;a lot`,
		'',
		`=HYPERLINK("x");formula-${word}@example.org;;`,
	])
	await expect(invite.root.getByText('Nothing was made yet, and no mail was sent.')).toBeVisible()
	await expect(invite.root.getByRole('heading', { name: 'What would become of the list' })).toBeFocused()
	for (const [line, state, note] of [
		[`Anna ${word}`, 'Can be invited', '5 GB'],
		[`Bert ${word}`, 'Left out', 'There is no such group: there-is-no-such-group'],
		[`Carla ${word}`, 'Left out', 'This is no mail address that mails can be sent to.'],
		[`Dora ${word}`, 'Left out', 'The same mail address stands in line 2.'],
		[`Emil ${word}`, 'Left out', 'This is no amount of room.'],
		['HYPERLINK', 'Can be invited', `formula-${word}@example.org`],
	] as const) {
		await expect(invite.line(line), line).toContainText(state)
		await expect(invite.line(line), line).toContainText(note)
	}
	// Every line is accounted for: the names of the columns and the empty line too.
	await expect(invite.table.getByRole('row')).toHaveCount(9)
	expect(await accounts(space)).toEqual(before)

	// The missing group is made only where somebody says so.
	await invite.root.getByRole('checkbox', { name: 'Make the groups that there are not yet' }).check()
	await expect(invite.line(`Bert ${word}`)).toContainText('Can be invited')
	await invite.button('Change the list').click()
	await expect(invite.list).toHaveValue(new RegExp(`Anna ${word}`))
	expect(await accounts(space)).toEqual(before)
})

test('people are invited, each line has its result, and the same list again invites nobody twice', async ({ space, visit }) => {
	const word = newWord()
	const group = `board-${word}`
	const list = [`Anna ${word}, anna-${word}@example.org, ${group}, 5 GB`, `Bert ${word}, bert-${word}@example.org`]
	const admin = await adminAtDesk(space)
	const page = await visit(admin, firstStepsAddress('invite'))
	await confirmedLongAgo(page, admin)
	await page.reload()
	const invite = new InviteSection(page)
	await invite.check(list)
	await invite.root.getByRole('checkbox', { name: 'Make the groups that there are not yet' }).check()
	await invite.root.getByRole('combobox', { name: 'Language of the invitation, where the list says none' }).selectOption('fr')
	await expect(invite.line(`Anna ${word}`)).toContainText('Can be invited')
	const withoutMails = invite.root.getByRole('checkbox', { name: 'Make the accounts all the same; I will tell the people myself' })
	if (await withoutMails.count() > 0) {
		await invite.invite.click()
		await expect(invite.root.getByRole('alert')).toHaveText('Please set up mails first, or tick the box.')
		await withoutMails.check()
	}
	await expect(invite.invite).toHaveText('Invite 2 people')
	await invite.invite.click()
	await invite.admin.confirm(admin.password)
	await expect(invite.root.getByText('2 people were invited.')).toBeVisible()
	await expect(invite.line(`Anna ${word}`)).toContainText('Invited')
	await expect(invite.line(`Bert ${word}`)).toContainText('Invited')
	expect(await found(space, word, `anna-${word}@example.org`)).toMatchObject({ displayname: `Anna ${word}`, groups: [group], language: 'fr' })
	expect(await found(space, word, `bert-${word}@example.org`)).toMatchObject({ displayname: `Bert ${word}`, groups: [], language: 'fr' })
	const after = await accounts(space)

	await invite.button('Another list').click()
	await expect(invite.list).toHaveValue('')
	await invite.check([...list, `Cora ${word}, cora-${word}@example.org`])
	await expect(invite.line(`Anna ${word}`)).toContainText('There is an account with this mail address already.')
	await expect(invite.line(`Bert ${word}`)).toContainText('There is an account with this mail address already.')
	await expect(invite.invite).toHaveText('Invite one person')
	expect(await accounts(space)).toEqual(after)
})

test('a file is read as a spreadsheet writes it', async ({ space, visit }) => {
	const word = newWord()
	const page = await visit(await adminAtDesk(space), firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	// As a French spreadsheet saves it: semicolons, and an old encoding.
	const content = Buffer.from(`Prénom;Nom;Courriel\nHélène;${word};helene-${word}@example.org\n`, 'latin1')
	await invite.root.locator('input[type=file]').setInputFiles({ name: 'adherents.csv', mimeType: 'text/csv', buffer: content })
	await expect(invite.root.getByText('Read: adherents.csv')).toBeVisible()
	await invite.button('Check the list').click()
	await expect(invite.line(`Hélène ${word}`)).toContainText('Can be invited')
	await invite.button('Change the list').click()
	await invite.root.locator('input[type=file]').setInputFiles({ name: 'adherents.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 and so on', 'latin1') })
	await expect(invite.root.getByRole('alert')).toContainText('This is a document, not a plain list.')
})

test('a broken line in between: it waits and goes on, and nobody is invited twice', async ({ space, visit }) => {
	const word = newWord()
	const admin = await adminAtDesk(space)
	const page = await visit(admin, firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await invite.check(['one', 'two', 'three'].map((name) => `${name} ${word}, ${name}-${word}@example.org`))
	const withoutMails = invite.root.getByRole('checkbox', { name: 'Make the accounts all the same; I will tell the people myself' })
	if (await withoutMails.count() > 0) {
		await withoutMails.check()
	}
	let lost = 0
	await page.route(/\/ocs\/v2\.php\/cloud\/users$/, async (route) => {
		if (route.request().method() === 'POST' && route.request().postData()?.includes(`two-${word}`) && lost++ === 0) {
			// The account is made, and its answer is lost on the way.
			await route.fetch()
			await route.abort('connectionreset')
		} else {
			await route.continue()
		}
	})
	await invite.invite.click()
	await expect(invite.root.getByText('3 people were invited.')).toBeVisible({ timeout: 60_000 })
	expect(lost).toBeGreaterThan(0)
	expect((await accounts(space)).filter((id) => id.includes(word))).toHaveLength(3)
})

test('a refusal of Nextcloud is said at its line, and the others are invited', async ({ space, visit }) => {
	const word = newWord()
	const admin = await adminAtDesk(space)
	const page = await visit(admin, firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await invite.check([`one ${word}, one-${word}@example.org`, `two ${word}, two-${word}@example.org`])
	const withoutMails = invite.root.getByRole('checkbox', { name: 'Make the accounts all the same; I will tell the people myself' })
	if (await withoutMails.count() > 0) {
		await withoutMails.check()
	}
	await page.route(/\/ocs\/v2\.php\/cloud\/users$/, (route) => route.request().postData()?.includes(`one-${word}`)
		? route.fulfill({ status: 400, json: { ocs: { meta: { status: 'failure', statuscode: 107, message: 'Not with us.' }, data: [] } } })
		: route.continue())
	await invite.invite.click()
	await expect(invite.root.getByText(/One person was invited\..*One person could not be invited; the table says why\./)).toBeVisible()
	await expect(invite.line(`one ${word}`)).toContainText('Not with us.')
	expect(await found(space, word, `two-${word}@example.org`)).not.toBeNull()
	const saved = page.waitForEvent('download')
	await invite.button('Save what became of each line as a file').click()
	expect((await saved).suggestedFilename()).toBe('invitations.csv')
})

test('with a cap of accounts, those who find no room are said before anything is made', async ({ space, visit }) => {
	const word = newWord()
	const admin = await adminAtDesk(space)
	const { room } = await space.answer(onboarding, 'POST /api/v1/invitations/check', { as: space.admin, body: { people: [] } })
	expect(room).toBeNull()
	await space.configure(onboarding.app, 'fleet_policy', { host: { accountCap: (await accounts(space)).length + 1 } })
	const page = await visit(admin, firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await invite.check([`one ${word}, one-${word}@example.org`, `two ${word}, two-${word}@example.org`])
	await expect(invite.line(`one ${word}`)).toContainText('Can be invited')
	await expect(invite.line(`two ${word}`)).toContainText('There is no room for more accounts.')
	await expect(invite.root).toContainText('There is room for one more account.')
})

test('200 lines are looked at in one go', async ({ space, visit }) => {
	const word = newWord()
	const page = await visit(await adminAtDesk(space), firstStepsAddress('invite'))
	const invite = new InviteSection(page)
	await invite.check(Array.from({ length: 200 }, (_, index) => `Person ${index} ${word}, p${index}-${word}@example.org`))
	await expect(invite.invite).toHaveText('Invite 200 people')
	await expect(invite.root.getByText('200 people can be invited.')).toBeVisible()
	// Fifty on a page.
	await expect(invite.table.getByRole('row')).toHaveCount(51)
})

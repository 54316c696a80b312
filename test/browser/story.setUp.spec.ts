// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** An admin sets up the space: a list that ticks itself from the real state, fewer icons, and how the first steps go. */

import { FEWEST_PEOPLE, contract as onboarding } from '@ensemble/onboarding/contract'
import { embedded, expect, test } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { adminAtDesk, answerCharter, settled } from './support/people.ts'

test.beforeEach(async ({ space }) => {
	await space.configure(onboarding.app, 'tasks', null)
})

test('what there is to set up is ticked by the real state, whoever has done it', async ({ space, visit }) => {
	await space.configure('theming', 'primary_color', null)
	const admin = await settled(space, { admin: true })
	const page = await visit(admin, firstStepsAddress('tasks'))
	const list = new FirstStepsAdmin(page)
	await expect(list.heading('Give the space its name and look')).toHaveText(/Open$/)
	await expect(list.heading('Publish the charter')).toHaveText(/Open$/)
	const open = async () => Number(/(\d+) open$/.exec(await list.tab('tasks').getByText(/ open$/).textContent() ?? '')?.[1])
	const before = await open()
	await space.configure('theming', 'primary_color', '#2e6b3f')
	try {
		await space.publish()
		await answerCharter(space, admin)
		await page.reload()
		await expect(list.heading('Give the space its name and look')).toHaveText(/Done$/)
		await expect(list.heading('Publish the charter')).toHaveText(/Done$/)
		await expect.poll(open).toBe(before - 2)
	} finally {
		await space.configure('theming', 'primary_color', null)
	}
})

test('a colleague waits to be let in, and is let in', async ({ space, visit }) => {
	const admin = await adminAtDesk(space)
	const waiting = await space.person()
	await space.enable(waiting, false)
	const page = await visit(admin, firstStepsAddress('tasks'))
	const list = new FirstStepsAdmin(page)
	await expect(list.heading('Let in who is waiting')).toHaveText(/Open$/)
	await expect(list.task('Let in who is waiting').getByRole('link', { name: 'See the disabled accounts' })).toHaveAttribute('href', /\/settings\/users\/disabled$/)
	await space.enable(waiting, true)
	// Whoever comes back to the list finds it as it is.
	await list.tab('figures').click()
	await list.tab('tasks').click()
	await expect(list.task('Let in who is waiting')).toContainText(/Nobody is waiting\.|disabled and w/)
})

test('a task is put aside for all admins and taken back; what no state can show is done by hand', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('tasks'))
	const list = new FirstStepsAdmin(page)
	const title = { task: 'Choose where people begin' }
	await list.button('Not for us: {task}', title).click()
	await expect(list.heading('Put aside')).toBeVisible()
	await expect(list.heading(title.task)).toBeFocused()
	const other = new FirstStepsAdmin(await visit(await adminAtDesk(space), firstStepsAddress('tasks')))
	await expect(other.heading(title.task)).toHaveText(/Put aside$/)
	await other.button('Take it back: {task}', title).click()
	await expect(other.heading(title.task)).toHaveText(/Open$|Done$/)

	await list.task('Agree on how to hand over').getByText('How to hand over when somebody leaves').click()
	await expect(list.task('Agree on how to hand over').getByText(/Disable it first, and wait/)).toBeVisible()
	await list.button('Done: {task}', { task: 'Agree on how to hand over' }).click()
	await expect(list.heading('Agree on how to hand over')).toHaveText(/Done$/)
	await page.reload()
	await list.button('Not done after all: {task}', { task: 'Agree on how to hand over' }).click()
	await expect(list.heading('Agree on how to hand over')).toHaveText(/Open$/)
})

test('a task leads to its section', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('tasks'))
	const list = new FirstStepsAdmin(page)
	await list.task('Take away icons that nobody needs').getByRole('button', { name: 'See the icons' }).click()
	await expect(list.heading('Icons at the top', 2)).toBeVisible()
	await expect(page).toHaveURL(/#first-steps\/icons$/)
	await list.tab('tasks').click()
	await list.task('Invite people').getByRole('button', { name: 'Invite people', exact: true }).click()
	await expect(list.heading('Invite people', 2)).toBeVisible()
})

if (embedded) {
	test('an icon less: given to a group, switched off, and switched on again; whoever has pinned it is counted', async ({ space, visit }) => {
		await space.nextcloud(space.admin, 'POST', 'cloud/apps/deck')
		const group = await space.group()
		await space.pin(await settled(space), ['deck', 'files'])
		const admin = await adminAtDesk(space)
		const member = await settled(space)
		const bar = async () => (await space.answer(onboarding, 'GET /api/v1/guide', { as: member })).apps.map(({ id }) => id)
		const page = await visit(admin, firstStepsAddress('icons'))
		const icons = new FirstStepsAdmin(page)
		await expect(icons.icon('Files')).toContainText('It belongs to Nextcloud itself and cannot be taken away.')
		await expect(icons.icon('Deck')).toContainText(/has it in an order of their own|have it in an order of their own/)
		expect(await bar()).toContain('deck')

		await icons.button('Only for some groups: {app}', { app: 'Deck' }).click()
		const whom = page.getByRole('dialog', { name: 'Who is to have Deck?' })
		await expect(whom).toContainText('they want it. Ask them first.')
		await whom.getByRole('button', { name: 'Only for these groups' }).click()
		await expect(whom).toContainText('Please choose a group.')
		const search = whom.getByRole('searchbox')
		if (await search.count() > 0) {
			await search.fill(group)
		}
		await whom.getByRole('checkbox', { name: group }).check()
		await whom.getByRole('button', { name: 'Only for these groups' }).click()
		await icons.confirm(admin.password)
		await expect(icons.icon('Deck')).toContainText(`Only for: ${group}`)
		expect(await bar()).not.toContain('deck')

		// Switching off asks for the password only where it was given long ago, giving asks each time.
		await icons.button('Switch off: {app}', { app: 'Deck' }).click()
		await page.getByRole('dialog', { name: 'Switch off Deck?' }).getByRole('button', { name: 'Switch off' }).click()
		await icons.button('Switch on again: {app}', { app: 'Deck' }).click()
		await icons.confirm(admin.password)
		await expect(icons.icon('Deck')).toContainText(`Only for: ${group}`)
		await icons.button('For everybody: {app}', { app: 'Deck' }).click()
		await icons.confirm(admin.password)
		await expect(icons.icon('Deck')).toContainText('Everybody has it.')
		expect(await bar()).toContain('deck')
	})

	test('no figures below five people, then counts only', async ({ space, visit }) => {
		const figures = () => space.answer(onboarding, 'GET /api/v1/figures', { as: space.admin })
		const admin = await adminAtDesk(space)
		while ((await figures()).people < FEWEST_PEOPLE) {
			await settled(space)
		}
		const member = await settled(space)
		await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
		await space.answer(onboarding, 'GET /api/v1/steps', { as: member })
		const page = await visit(admin, firstStepsAddress('figures'))
		const screen = new FirstStepsAdmin(page)
		const { people, steps } = await figures()
		await expect(screen.root).toContainText(`${people} people have logged in at least once.`)
		const table = screen.root.getByRole('table', { name: 'Step by step' })
		const uploaded = steps!.find(({ id }) => id === 'upload')!
		await expect(table.getByRole('row').filter({ hasText: 'Bring in a first file' })).toContainText(`${uploaded.done} of ${uploaded.done + uploaded.declined + uploaded.open}`)
		await expect(screen.root).not.toContainText(member.id)
	})
}

test('below five people there are no figures', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('figures'), {
		// A space that other tests have filled cannot be emptied: what it tells is made smaller.
		before: (opened) => opened.route(/\/api\/v1\/figures$/, (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data: { people: 3, finished: null, steps: null } } } })),
	})
	const screen = new FirstStepsAdmin(page)
	await expect(screen.root).toContainText('There are no figures below five people: they would point at somebody.')
	await expect(screen.root.getByRole('table')).toHaveCount(0)
})

for (const [app, sentence] of [['firstrunwizard', 'The app “First run wizard” is on as well.'], ['intros', 'The app “Intros” is on as well.']] as const) {
	if (embedded) {
		test(`the admin is told that ${app} is on as well`, async ({ space, visit }) => {
			const admin = await adminAtDesk(space)
			const page = await visit(admin, firstStepsAddress('tasks'), {
				before: (opened) => opened.route(/\/settings\/admin\/ensemble$/, async (route) => {
					const response = await route.fetch()
					const states = Buffer.from(JSON.stringify([app])).toString('base64')
					const html = (await response.text()).replace(/(id="initial-state-ensemble_onboarding-neighbours" value=")[^"]*/, `$1${states}`)
					await route.fulfill({ response, body: html })
				}),
			})
			await expect(new FirstStepsAdmin(page).root.getByRole('note')).toContainText(sentence)
		})
	}
}

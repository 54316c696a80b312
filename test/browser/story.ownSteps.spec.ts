// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** An admin writes the welcome, the steps, the lines and the glossary, sees them as each kind of person, and takes over what the host has. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { expect, FIRST_STEPS, test } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { adminAtDesk, settled } from './support/people.ts'

const everyone = { who: 'everyone', groups: [] }
const plan = (id: string) => ({ id, audience: everyone, texts: {}, url: '' })

test('words of welcome are written, seen while they are written, and read by the next newcomer', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await form.field('Name of the association').fill('Les Amis du Lac')
	await form.root.getByRole('group', { name: 'Your words of welcome' }).getByRole('textbox').and(page.locator('[lang=en]')).fill('Good to have you here.')
	await form.field('Whom newcomers can ask').fill('Odile at the desk')
	await expect(form.preview).toContainText('Welcome to Les Amis du Lac')
	await expect(form.preview).toContainText('Good to have you here.')
	await expect(form.preview).toContainText('Any question? Ask Odile at the desk.')
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()
	const welcome = new WelcomeDialog(await visit(await space.person()))
	await expect(welcome.root).toContainText('Good to have you here.')
	await expect(welcome.root).toContainText('Ask Odile at the desk.')
})

test('a wrong address is said at its field, and nothing that was written is lost', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await form.field('Whom newcomers can ask').fill('Odile at the desk')
	await form.field('Where they can be reached').fill('ftp://example.org')
	await form.button('Save').click()
	await expect(form.field('Where they can be reached')).toBeFocused()
	await expect(form.field('Where they can be reached')).toHaveAttribute('aria-invalid', 'true')
	await expect(form.field('Whom newcomers can ask')).toHaveValue('Odile at the desk')
	await form.field('Where they can be reached').fill('mailto:odile@example.org')
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()
})

test('steps are moved, taken out, given to some people, and seen as each kind of them', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { steps: ['picture', 'upload', 'share'].map(plan) } })
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	const shown = form.preview.getByRole('listitem')
	await expect(shown).toHaveCount(3)
	await form.button('Move up: {step}', { step: 'Share a file or a folder' }).click()
	await expect(shown.nth(1)).toContainText('Share a file or a folder')
	await form.button('Take out: {step}', { step: 'Choose a profile picture' }).click()
	await expect(shown).toHaveCount(2)
	await form.button('Change: {step}', { step: 'Share a file or a folder' }).click()
	await form.choice('For whom').selectOption('admins')
	await expect(shown).toHaveCount(1)
	await form.preview.getByRole('combobox', { name: 'As it is read by' }).selectOption('admin')
	await expect(shown).toHaveCount(2)
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()

	const member = new FirstStepsPage(await visit(await settled(space), FIRST_STEPS))
	await expect(member.progress).toHaveText('0 of 1 done')
	const other = new FirstStepsPage(await visit(await adminAtDesk(space), FIRST_STEPS))
	await expect(other.state('Share a file or a folder')).toBeVisible()
	await expect(other.progress).toHaveText('0 of 2 done')
})

test('a step of one\'s own, in two languages, with a link', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { steps: [plan('upload')] } })
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await form.choice('Another step').selectOption('own')
	await form.button('Add this step').click()
	for (const [name, title, sentence] of [['English', 'Say hello', 'Come by on Saturday.'], ['Français', 'Dire bonjour', 'Passez samedi.']] as const) {
		const words = form.root.getByRole('group', { name, exact: true })
		await words.getByRole('textbox', { name: 'Title' }).fill(title)
		await words.getByRole('textbox', { name: 'What to do, one sentence' }).fill(sentence)
	}
	await form.root.getByRole('textbox', { name: 'Where the link leads' }).fill('https://example.org/stall')
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()
	for (const [language, title, action] of [['en', 'Say hello', 'Open'], ['fr', 'Dire bonjour', 'Ouvrir']] as const) {
		const list = await visit(await settled(space, { language }), FIRST_STEPS)
		await expect(list.getByRole('heading', { name: new RegExp(`^${title}`) })).toBeVisible()
		await expect(list.getByRole('link', { name: action, exact: true })).toHaveAttribute('href', 'https://example.org/stall')
	}
})

test('a step of one\'s own without words is not saved, and is shown', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { steps: [plan('upload')] } })
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await form.choice('Another step').selectOption('own')
	await form.button('Add this step').click()
	await form.button('Save').click()
	await expect(form.root.locator('[aria-invalid=true]').first()).toBeFocused()
	expect((await space.answer(onboarding, 'GET /api/v1/settings', { as: space.admin })).values.steps).toHaveLength(1)
})

test('back to what the fleet has', async ({ space, visit }) => {
	await space.configure(onboarding.app, 'fleet_policy', { defaults: { steps: ['share', 'upload'].map(plan) } })
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { steps: [plan('picture')] } })
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await expect(form.preview.getByRole('listitem')).toHaveCount(1)
	await form.button('Back to the default: {setting}', { setting: 'First steps' }).click()
	await expect(form.preview.getByRole('listitem')).toHaveText([/^Share a file or a folder/, /^Bring in a first file/])
	await expect(form.root).toContainText('This is the default of your host.')
	expect((await space.answer(onboarding, 'GET /api/v1/settings', { as: space.admin })).sources.steps).toBe('fleet')
})

test('a word of one\'s own is added to the glossary', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('steps'))
	const form = new FirstStepsAdmin(page)
	await form.button('Add a word').click()
	await expect(form.field('Word')).toBeFocused()
	await form.field('Word').fill('The shed')
	await form.field('What it means here').fill('Where our boats are.')
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()
	const member = await visit(await settled(space), `${FIRST_STEPS}#words`)
	await expect(member.getByRole('term').filter({ hasText: 'The shed' })).toBeVisible()
})

test('a line about an app is written, another one taken away', async ({ space, visit }) => {
	const page = await visit(await adminAtDesk(space), firstStepsAddress('hints'))
	const form = new FirstStepsAdmin(page)
	const files = form.root.getByRole('combobox', { name: /^Files/ })
	await files.selectOption('own')
	await form.field('English').fill('Our minutes are here.')
	await form.button('Save').click()
	await expect(form.root.getByText('Saved.')).toBeVisible()
	expect((await space.answer(onboarding, 'GET /api/v1/settings', { as: space.admin })).values.hintTexts).toMatchObject({ files: { en: 'Our minutes are here.' } })
	await files.selectOption('none')
	await form.root.getByRole('checkbox', { name: 'Show such lines' }).uncheck()
	await form.button('Save').click()
	await expect.poll(async () => (await space.answer(onboarding, 'GET /api/v1/settings', { as: space.admin })).values).toMatchObject({ hints: false, hintTexts: { files: {} } })
})

test('the host\'s catalog: what changed is said, what is one\'s own stays, and can be given up', async ({ space, visit }) => {
	await space.configure(onboarding.app, 'catalog_seen', null)
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { steps: [plan('picture')] } })
	await space.configure(onboarding.app, 'fleet_policy', {
		defaults: { steps: ['upload', 'share'].map(plan), welcome: { en: 'Welcome, from all of us.' } },
		host: { catalogVersion: 1 },
	})
	const page = await visit(await adminAtDesk(space), firstStepsAddress('catalog'))
	const catalog = new FirstStepsAdmin(page)
	const steps = catalog.root.getByRole('region', { name: 'Steps' })
	await expect(steps).toContainText('Here you have your own; your people see nothing of your host\'s.')
	await expect(catalog.root.getByRole('region', { name: 'Words of welcome' })).toContainText('You have nothing of your own here, so your people see this already.')
	await expect(catalog.root.getByRole('region', { name: 'Words of welcome' })).toContainText('Welcome, from all of us.')
	await catalog.button('Take over what your host has: {name}', { name: 'Steps' }).click()
	await expect(catalog.root.getByRole('status').first()).toHaveText('Your people now read what your host has written.')
	expect((await space.answer(onboarding, 'GET /api/v1/settings', { as: space.admin })).values.steps.map(({ id }) => id)).toEqual(['upload', 'share'])
	await catalog.button('I have read this').click()
	await expect(catalog.root).toContainText('Your host has changed nothing since you last looked.')

	await space.configure(onboarding.app, 'fleet_policy', { defaults: { steps: ['share'].map(plan) }, host: { catalogVersion: 2 } })
	await page.reload()
	await expect(steps).toContainText('Gone: Bring in a first file')
})

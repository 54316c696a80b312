// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the first-steps app that admins see: what to set up, inviting, writing, icons, figures, the host's catalog. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../../contract/support/space.ts'
import type { Say, Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { FEWEST_PEOPLE, contract as onboarding } from '@ensemble/onboarding/contract'
import { embedded } from '../../fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from '../../sections/firstStepsAdmin.ts'
import { InviteSection } from '../../sections/inviteSection.ts'
import { settled } from '../people.ts'

const everyone = { who: 'everyone', groups: [] }
const plan = (id: string) => ({ id, audience: everyone, texts: {}, url: '' })

const admin = (space: Space, language: Tongue) => settled(space, { admin: true, language })

/** A task that is done, one that is put aside. */
async function underWay(space: Space, language: Tongue): Promise<Person> {
	await space.configure(onboarding.app, 'tasks', { icons: 'done', start: 'declined' })
	return admin(space, language)
}

/** Enough people for figures. */
async function counted(space: Space, language: Tongue): Promise<Person> {
	while ((await space.answer(onboarding, 'GET /api/v1/figures', { as: space.admin })).people < FEWEST_PEOPLE) {
		await settled(space)
	}
	return admin(space, language)
}

/** The host has changed something; the space has steps of its own, and a group to give them to. */
async function written(space: Space, language: Tongue): Promise<Person> {
	await space.group()
	await space.configure(onboarding.app, 'catalog_seen', { version: 1, catalog: { steps: ['picture', 'upload'].map(plan), hintTexts: { files: { en: 'Files of all.', fr: 'Les fichiers de tous.' } } } })
	await space.configure(onboarding.app, 'fleet_policy', {
		defaults: { steps: ['upload', 'share'].map(plan), welcome: { en: 'Welcome, from all of us.', fr: 'Bienvenue de notre part à tous.' }, hintTexts: { files: { en: 'Files: minutes and posters.', fr: 'Fichiers : comptes rendus et affiches.' } } },
		host: { catalogVersion: 2 },
	})
	await space.configure(onboarding.app, 'settings', {
		steps: [plan('upload'), { ...plan('own-stall'), texts: { fr: { title: 'Venir au marché', sentence: 'Passez samedi.', reason: '', action: '' }, en: { title: 'Come to the market', sentence: 'On Saturday.', reason: '', action: '' } } }],
		glossary: { fr: [{ word: 'L’abri', meaning: 'Là où sont les bateaux.' }], en: [{ word: 'The shed', meaning: 'Where our boats are.' }] },
	})
	return admin(space, language)
}

const word = () => `x${Date.now().toString(36)}`

/** A list with something of everything. */
async function lookedAt(page: Page, say: Say): Promise<InviteSection> {
	const invite = new InviteSection(page, say)
	const one = word()
	await invite.check([
		'name;mail;groups;quota',
		`Anna-Katharina ${one};anna-katharina-with-a-long-name-${one}@example.org;there-is-no-such-group;5 GB`,
		`Bert ${one};bert-${one}@example.org;;`,
		`Carla ${one};this is no address;;`,
		`"Dora ${one};dora-${one}@example.org;;`,
	])
	return invite
}

async function begun(page: Page, say: Say): Promise<InviteSection> {
	const invite = await lookedAt(page, say)
	const withoutMails = invite.root.getByRole('checkbox', { name: say('Make the accounts all the same; I will tell the people myself') })
	if (await withoutMails.count() > 0) {
		await withoutMails.check()
	}
	await invite.invite.click()
	return invite
}

const screens: Screen[] = [
	{
		name: 'what to set up',
		path: firstStepsAddress('tasks'),
		prepare: underWay,
		reach: async (page, say) => {
			const list = new FirstStepsAdmin(page, say)
			await list.heading('Put aside').waitFor()
			await list.task('Agree on how to hand over').getByText(say('How to hand over when somebody leaves')).click()
		},
	},
	{
		name: 'a list of people, with nothing in it',
		path: firstStepsAddress('invite'),
		prepare: admin,
		reach: async (page, say) => {
			const invite = new InviteSection(page, say)
			await invite.button('Check the list').click()
			await invite.root.getByText(say('Please paste or write a list first.')).waitFor()
			await invite.root.getByText(say('What a list can have')).click()
		},
	},
	{
		name: 'what would become of a list',
		path: firstStepsAddress('invite'),
		prepare: admin,
		reach: async (page, say) => {
			const invite = await lookedAt(page, say)
			await invite.root.getByText(say('What the columns are')).click()
			await invite.root.getByRole('checkbox', { name: say('Make the groups that there are not yet') }).waitFor()
		},
	},
	{
		name: 'the password before inviting',
		path: firstStepsAddress('invite'),
		prepare: admin,
		look: {
			// The login was too long ago.
			before: (page) => page.route(/\/ocs\/v2\.php\/cloud\/users$/, (route) => route.request().method() === 'POST' ? route.fulfill({ status: 403, json: { message: 'Password confirmation is required' } }) : route.continue()),
		},
		reach: async (page, say) => {
			await begun(page, say)
			await page.getByRole('dialog', { name: say('Confirm with your password') }).waitFor()
		},
	},
	{
		name: 'people are being invited',
		path: firstStepsAddress('invite'),
		prepare: admin,
		look: {
			// The server takes no more for the moment, and has asked for no password.
			before: (page) => page.route(/\/ocs\/v2\.php\/cloud\/users$/, (route) => route.request().method() === 'POST' ? route.fulfill({ status: 429, json: [] }) : route.continue()),
		},
		reach: async (page, say) => {
			const invite = await begun(page, say)
			await invite.button('Stop').waitFor()
		},
	},
	{
		name: 'what became of a list',
		path: firstStepsAddress('invite'),
		prepare: admin,
		look: {
			before: (page) => page.route(/\/ocs\/v2\.php\/cloud\/users$/, (route) => route.request().method() === 'POST' ? route.fulfill({ status: 400, json: { ocs: { meta: { status: 'failure', statuscode: 107, message: 'Not with us.' }, data: [] } } }) : route.continue()),
		},
		reach: async (page, say) => {
			const invite = await begun(page, say)
			await invite.button('Save what became of each line as a file').waitFor()
		},
	},
	{
		name: 'steps and words',
		path: firstStepsAddress('steps'),
		prepare: written,
		reach: async (page, say) => {
			const form = new FirstStepsAdmin(page, say)
			await form.root.getByRole('listitem').filter({ hasText: say('Bring in a first file') }).first().getByRole('button').nth(2).click()
			await form.choice('For whom').selectOption('groups')
			await form.root.getByRole('group', { name: say('Groups'), exact: true }).waitFor()
			await form.field('Where they can be reached').fill('ftp://example.org')
			await form.button('Save').click()
			await form.root.locator('[aria-invalid=true]').first().waitFor()
		},
	},
	{
		name: 'lines about apps',
		path: firstStepsAddress('hints'),
		prepare: written,
		reach: async (page, say) => {
			const form = new FirstStepsAdmin(page, say)
			await form.root.locator('[data-app=files] select').first().selectOption('own')
			await form.root.locator('[data-app=files]').getByRole('textbox').first().waitFor()
		},
	},
	{
		name: 'icons',
		path: firstStepsAddress('icons'),
		prepare: admin,
		reach: (page, say) => new FirstStepsAdmin(page, say).root.getByText(say('It belongs to Nextcloud itself and cannot be taken away.')).first().waitFor(),
	},
	{
		name: 'who is to have an app',
		path: firstStepsAddress('icons'),
		prepare: async (space, language) => {
			const group = await space.group()
			const person = await admin(space, language)
			await space.join(person, group)
			return person
		},
		reach: async (page, say) => {
			await new FirstStepsAdmin(page, say).button('Only for some groups: {app}', { app: embedded && say('Save') !== 'Save' ? 'Tableau de bord' : 'Dashboard' }).click()
			const dialog = page.getByRole('dialog')
			await dialog.getByRole('button', { name: say('Only for these groups') }).click()
			await dialog.getByText(say('Please choose a group.')).waitFor()
		},
	},
	{
		name: 'figures',
		path: firstStepsAddress('figures'),
		prepare: counted,
		reach: (page, say) => new FirstStepsAdmin(page, say).root.getByRole('table', { name: say('Step by step') }).waitFor(),
	},
	{
		name: 'what comes from the host',
		path: firstStepsAddress('catalog'),
		prepare: written,
		reach: (page, say) => new FirstStepsAdmin(page, say).root.getByRole('button', { name: say('I have read this') }).waitFor(),
	},
]

export const firstStepsAdminScreens: Screen[] = screens.map((screen) => ({
	...screen,
	name: `Association, first steps: ${screen.name}`,
	app: 'onboarding' as const,
	tongues: ['en', 'fr'] as const,
}))

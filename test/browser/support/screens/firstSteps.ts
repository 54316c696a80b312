// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the first-steps app that members see: the welcome, the page with its parts, the lines above an app's content. */

import type { Person, Space } from '../../../contract/support/space.ts'
import type { Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, FILES, FIRST_STEPS } from '../../fixtures.ts'
import { FirstStepsPage } from '../../sections/firstStepsPage.ts'
import { Line } from '../../sections/line.ts'
import { WelcomeDialog } from '../../sections/welcomeDialog.ts'
import { fromBefore, newlyHere, settled } from '../people.ts'

const everyone = { who: 'everyone', groups: [] }
const own = {
	id: 'own-stall',
	audience: everyone,
	texts: {
		fr: { title: 'Venir nous dire bonjour au marché', sentence: 'Passez samedi matin.', reason: 'On se connaît alors de vue.', action: 'Où nous trouver' },
		en: { title: 'Say hello at our stall on the market', sentence: 'Come by on Saturday morning.', reason: 'We then know each other.', action: 'Where to find us' },
	},
	url: 'https://example.org/stall',
}

/** An association that has written everything. */
async function furnished(space: Space): Promise<void> {
	await space.configure(onboarding.app, 'fleet_policy', { host: { communityName: { fr: 'Le forum de toutes les associations', en: 'The forum of all associations' }, communityUrl: 'https://forum.example.org/' } })
	await space.configure(onboarding.app, 'settings', {
		association: 'Graines et Tournevis, association loi 1901',
		welcome: { fr: 'Nous sommes contents que vous soyez là.', en: 'We are glad that you are here.' },
		contact: 'Maëlle, bureau@graines-et-tournevis.example',
		contactUrl: 'mailto:bureau@graines-et-tournevis.example',
		steps: [...['picture', 'upload', 'share', 'storage'].map((id) => ({ id, audience: everyone, texts: {}, url: '' })), own],
		glossary: { fr: [{ word: 'L’abri', meaning: 'Là où sont les bateaux.' }], en: [{ word: 'The shed', meaning: 'Where our boats are.' }] },
	})
}

/** One step is done, one is put aside. */
async function underWay(space: Space, language: Tongue): Promise<Person> {
	await furnished(space)
	const person = await settled(space, { language })
	await space.upload(person, 'minutes.md', 2048, 1_700_000_000)
	await space.answer(onboarding, 'PUT /api/v1/steps/{id}', { as: person, params: { id: 'storage' }, body: { state: 'declined' } })
	return person
}

/** Nothing is left. */
async function finished(space: Space, language: Tongue): Promise<Person> {
	const person = await underWay(space, language)
	await space.uploadPicture(person)
	await space.share(person, 'minutes.md')
	await space.answer(onboarding, 'PUT /api/v1/steps/{id}', { as: person, params: { id: own.id }, body: { state: 'done' } })
	return person
}

async function reader(space: Space, language: Tongue): Promise<Person> {
	await furnished(space)
	return settled(space, { language })
}

const screens: Screen[] = [
	{
		name: 'the welcome',
		path: DASHBOARD,
		prepare: async (space, language) => {
			await furnished(space)
			return space.person({ language })
		},
		reach: (page, say) => new WelcomeDialog(page, say).language.waitFor(),
	},
	{
		name: 'the welcome, with choices that were saved and refused',
		path: DASHBOARD,
		prepare: (space, language) => space.person({ language }),
		look: {
			before: (page) => page.route(/\/theming\/api\/v1\/theme\/opendyslexic\/enable$/, (route) => route.fulfill({ status: 403, json: { ocs: { meta: { status: 'failure', statuscode: 403, message: '' }, data: [] } } })),
		},
		reach: async (page, say) => {
			const welcome = new WelcomeDialog(page, say)
			await welcome.language.selectOption('de')
			await welcome.goOn('Deutsch').waitFor()
			await welcome.easierLetters.check()
			await welcome.appearance.getByRole('link', { name: say('To my settings') }).waitFor()
		},
	},
	{
		name: 'the first steps',
		path: FIRST_STEPS,
		prepare: underWay,
		reach: (page, say) => new FirstStepsPage(page, say).aside.first().waitFor(),
	},
	{
		name: 'the first steps, all done',
		path: FIRST_STEPS,
		prepare: finished,
		reach: (page, say) => new FirstStepsPage(page, say).end.waitFor(),
	},
	{
		name: 'I used … before',
		path: `${FIRST_STEPS}#before`,
		prepare: reader,
		reach: (page, say) => new FirstStepsPage(page, say).root.getByRole('checkbox').waitFor(),
	},
	{
		name: 'what words mean',
		path: `${FIRST_STEPS}#words`,
		prepare: reader,
		reach: (page, say) => new FirstStepsPage(page, say).heading('What words mean').waitFor(),
	},
	{
		name: 'help',
		path: `${FIRST_STEPS}#help`,
		prepare: reader,
		reach: (page, say) => new FirstStepsPage(page, say).heading('Help').waitFor(),
	},
	{
		name: 'the line about an app',
		path: FILES,
		prepare: (space, language) => newlyHere(space, { language }),
		reach: (page, say) => new Line(page, 'hint', say).words.getByRole('paragraph').waitFor(),
	},
	{
		name: 'the line about an app, when "no more" was not saved',
		path: FILES,
		prepare: (space, language) => newlyHere(space, { language }),
		look: { before: (page) => page.route(/\/api\/v1\/hints$/, (route) => route.abort()) },
		reach: async (page, say) => {
			const line = new Line(page, 'hint', say)
			await line.words.getByRole('paragraph').waitFor()
			const words = await line.words.textContent()
			await line.button('No more of these').click()
			await page.waitForFunction((text) => document.querySelector('#ensemble-line [role=status]')?.textContent !== text, words)
		},
	},
	{
		name: 'what changed in the space',
		path: DASHBOARD,
		prepare: (space, language) => fromBefore(space, { language }),
		reach: (page, say) => new Line(page, 'news', say).words.getByRole('listitem').first().waitFor(),
	},
]

export const firstStepsScreens: Screen[] = screens.map((screen) => ({ ...screen, app: 'onboarding' as const, tongues: ['en', 'fr'] as const }))

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the charter's own page. */

import type { Person, Space } from '../../../contract/support/space.ts'
import type { Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { CHARTER } from '../../fixtures.ts'
import { CharterPage } from '../../sections/charterPage.ts'
import { answerCharter, settled } from '../people.ts'
import { LONG_WORD, renewedTexts } from './texts.ts'

async function asked(space: Space, language: Tongue): Promise<Person> {
	const person = await settled(space, { language })
	await space.publish()
	return person
}

async function answered(space: Space, tongue: Tongue): Promise<Person> {
	const person = await asked(space, tongue)
	await answerCharter(space, person)
	return person
}

/** Two answers to two versions. */
async function twice(space: Space, tongue: Tongue): Promise<Person> {
	const person = await asked(space, tongue)
	await answerCharter(space, person, 'declined', 'Rule 3 is too strict for the choir, and for everybody who cannot come on Fridays.')
	await space.publish(renewedTexts(LONG_WORD), { changeNote: { fr: 'Chaque voix est entendue.', en: 'Every voice is heard.' } })
	await answerCharter(space, person)
	return person
}

const screens: (Omit<Screen, 'path'> & { path?: string })[] = [
	{
		name: 'no charter',
		prepare: (space, language) => settled(space, { language }),
		look: {
			before: (page) => page.route('**/ensemble_charter/api/v1/charter', (route) => route.fulfill({
				json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data: { association: null, host: null } } },
			})),
		},
		reach: (page, say) => new CharterPage(page, say).title(say('There is no charter yet')).waitFor(),
	},
	{
		name: 'not answered',
		prepare: asked,
		reach: (page, say) => new CharterPage(page, say).button('Accept').waitFor(),
	},
	{
		name: 'answered',
		prepare: twice,
		reach: (page, say) => new CharterPage(page, say).button('Decline from now on').waitFor(),
	},
	{
		name: 'why it is declined',
		prepare: answered,
		reach: async (page, say) => {
			await new CharterPage(page, say).button('Decline from now on').click()
			await new CharterPage(page, say).reason.waitFor()
		},
	},
	{
		name: 'my answers',
		path: '#answers',
		prepare: twice,
		reach: (page, say) => new CharterPage(page, say).button('Download my answers (JSON)').waitFor(),
	},
	{
		name: 'all versions',
		path: '#versions',
		prepare: twice,
		reach: (page, say) => new CharterPage(page, say).root.getByRole('link', { name: say('Compare two versions') }).waitFor(),
	},
	{
		name: 'an earlier version',
		path: '#versions',
		prepare: twice,
		reach: async (page, say) => {
			await new CharterPage(page, say).root.getByRole('list').last().getByRole('listitem').nth(1).getByRole('link', { name: new RegExp(`^${say('Read')}`) }).click()
			await page.locator('.markdown-text li').first().waitFor()
		},
	},
	{
		name: 'two versions compared',
		path: '#compare',
		prepare: twice,
		reach: (page, say) => new CharterPage(page, say).root.getByRole('insertion').first().waitFor(),
	},
]

export const charterPageScreens: Screen[] = screens.map((screen) => ({
	...screen,
	name: `the charter page, ${screen.name}`,
	path: `${CHARTER}${screen.path ?? ''}`,
	tongues: ['en', 'fr'] as const,
}))
